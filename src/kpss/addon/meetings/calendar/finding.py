"""Meetings for a feed, from the columns of the catalogue alone."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.calendar.entries import calendar_uid
from kpss.addon.meetings.calendar.entries import modified_of
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.process.process import IProcess
from plone import api
from plone.base.utils import safe_text


#: Older meetings are in no calendar any more.
KEPT = timedelta(days=400)
#: The most that a feed has.
MOST = 1000


def seen_entries(context) -> list[Entry]:
    """Of a body or a process, what the present reader may see."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(map(_entry, catalog.searchResults(**_query(context))[:MOST]))


def all_meetings(context) -> Iterator[tuple[str, date, Entry]]:
    """Of a process whoever may see them: id of the body, day, entry. For a feed of who
    is invited."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(**_query(context)):
        entry = _entry(brain)
        yield brain.kpss_meeting["body"], entry.start.date(), entry


def _query(context) -> dict:
    path = "/".join(context.getPhysicalPath())
    return {
        "portal_type": "kpss.Meeting",
        # Processes of districts under this one have feeds of their own
        "path": f"{path}/bodies" if IProcess.providedBy(context) else path,
        "kpss_on": {"query": (now() - KEPT).date().isoformat(), "range": "min"},
        "sort_on": "kpss_order",
        # The latest, when there are too many
        "sort_order": "reverse",
    }


def _entry(brain) -> Entry:
    told = brain.kpss_meeting
    end = told.get("end")
    return Entry(
        uid=calendar_uid(brain.UID),
        sequence=told.get("sequence", 0),
        start=local(datetime.fromisoformat(told["start"])),
        end=local(datetime.fromisoformat(end)) if end else None,
        summary=f"{safe_text(brain.Title)} – {told['body_title']}",
        modified=modified_of(brain.modified),
        location=told.get("place") or "",
        url=brain.getURL(),
        cancelled=brain.review_state == CANCELLED,
        tentative=brain.review_state == PLANNED,
    )
