"""A meeting as a calendar has it; public facts only."""

from datetime import datetime
from datetime import UTC
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.calendar.sequence import sequence_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import local
from kpss.addon.meetings.who import body_of
from kpss.addon.process.uids import uid_of


def calendar_uid(uid: str | None) -> str:
    """The same in mails and in all feeds, for ever."""
    return f"{uid}@kpss.addon"


def entry_of(meeting, sequence: int | None = None) -> Entry | None:
    """None while nobody said when it begins. ``sequence`` None: the present one."""
    start = local(meeting.start)
    if start is None:
        return None
    state = state_of(meeting)
    return Entry(
        uid=calendar_uid(uid_of(meeting)),
        sequence=sequence_of(meeting) if sequence is None else sequence,
        start=start,
        end=local(meeting.end),
        summary=f"{meeting.title} – {body_of(meeting).title}",
        modified=modified_of(meeting.modified()),
        location=meeting.place or "",
        url=meeting.absolute_url(),
        cancelled=state == CANCELLED,
        tentative=state == PLANNED,
    )


def modified_of(value) -> datetime:
    """A DateTime of Zope as a moment."""
    return value.asdatetime().astimezone(UTC)
