"""What the catalogue knows of meetings and items; whoever sees one may read all of it."""

from Acquisition import aq_parent
from kpss.addon.codelists.fulltext import full_text
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.calendar.sequence import sequence_of
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import local
from plone.indexer import indexer


@indexer(IMeeting)
def kpss_on(meeting) -> str:
    """ISO day of the meeting."""
    on = day_of(meeting)
    if on is None:
        raise AttributeError("kpss_on")
    return on.isoformat()


@indexer(IMeeting)
def kpss_order(meeting) -> str:
    """By the beginning."""
    if meeting.start is None:
        raise AttributeError("kpss_order")
    return local(meeting.start).strftime("%Y-%m-%dT%H:%M")


@indexer(IMeeting)
def kpss_kind(meeting) -> str:
    return meeting.kind


@indexer(IMeeting)
def kpss_author_body(meeting) -> str:
    return aq_parent(meeting).getId()


@indexer(IMeeting)
def kpss_meeting(meeting) -> dict[str, str | None]:
    """What lists say of it beside title and state; times as at the site, with offset."""
    start, end = local(meeting.start), local(meeting.end)
    return {
        "start": start.isoformat() if start is not None else None,
        "end": end.isoformat() if end is not None else None,
        "place": meeting.place,
        "kind": meeting.kind,
        "number": meeting.number,
        "body": aq_parent(meeting).getId(),
        "body_title": aq_parent(meeting).title,
        "sequence": sequence_of(meeting),
    }


@indexer(IMeeting)
def meeting_text(meeting) -> str:
    return full_text(meeting, ("title", "number", "place"))


@indexer(IAgendaItem)
def kpss_subject(item) -> str:
    """UID of what the item deals with."""
    if not item.subject_uid:
        raise AttributeError("kpss_subject")
    return item.subject_uid


@indexer(IAgendaItem)
def item_text(item) -> str:
    """The title only: the rest is for those who are invited."""
    return full_text(item, ("title",))
