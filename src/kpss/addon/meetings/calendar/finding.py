"""Meetings for a feed, from the columns of the catalogue alone."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from itertools import islice
from kpss.addon.meetings.calendar.entries import calendar_uid
from kpss.addon.meetings.calendar.entries import modified_of
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.planning.searching import line_of
from kpss.addon.meetings.planning.searching import search
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import now
from kpss.addon.process.process import IProcess


#: Older meetings are in no calendar any more.
KEPT = timedelta(days=400)
#: The most that a feed has; the latest, when there are too many.
MOST = 1000


def seen_entries(context, most: int = MOST) -> list[Entry]:
    """Of a body or a process, what the present reader may see."""
    # Processes of districts under this one have feeds of their own
    place = context["bodies"] if IProcess.providedBy(context) else context
    found = search(place, first=_oldest(), newest_first=True, limit=most)
    return list(map(_entry, found))


def entries_of_bodies(
    process, bodies: Sequence[str], fits: Callable[[str, date], bool]
) -> list[Entry]:
    """Those that fit by id of the body and day, whoever may see them.

    For a feed of who is invited; only what fits is read.
    """
    if not bodies:
        return []
    found = search(
        process["bodies"],
        first=_oldest(),
        body=bodies,
        newest_first=True,
        everybody=True,
    )
    fitting = (
        one for one in found if fits(one.kpss_meeting["body"], _day(one.kpss_meeting))
    )
    return list(map(_entry, islice(fitting, MOST)))


def _oldest() -> date:
    return (now() - KEPT).date()


def _day(told: dict) -> date:
    return date.fromisoformat(told["start"][:10])


def _entry(brain) -> Entry:
    line = line_of(brain)
    return Entry(
        uid=calendar_uid(brain.UID),
        sequence=brain.kpss_meeting.get("sequence", 0),
        start=line.start,
        end=line.end,
        summary=f"{line.title} – {line.body_title}",
        modified=modified_of(brain.modified),
        location=line.place,
        url=line.url,
        cancelled=line.state == CANCELLED,
        tentative=line.state == PLANNED,
    )
