"""Changes of the clock in a time zone, as a calendar has to be told of them.

A calendar that names a zone describes it (VTIMEZONE, RFC 5545 section 3.6.5). The
description that the icalendar library makes has the onset of summer time an hour late,
so a meeting in the night of the change would move.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import tzinfo
from datetime import UTC


DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
NOTHING = timedelta(0)


@dataclass(frozen=True)
class Change:
    """``onset``: local time before the change, without a zone; ``name`` such as CEST."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def clock_changes(zone: tzinfo, first_year: int, last_year: int) -> list[Change]:
    """The state at the beginning of the first year, then every change to the last."""
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    end = datetime(last_year + 1, 1, 1, tzinfo=UTC)
    found = [_change(start, start, zone)]
    moment = start
    while moment < end:
        if _offset(moment, zone) != _offset(moment + DAY, zone):
            found.append(_change(*_between(moment, moment + DAY, zone), zone))
        moment += DAY
    return found


def _between(
    early: datetime, late: datetime, zone: tzinfo
) -> tuple[datetime, datetime]:
    """The last second before the change and the first one after it."""
    before = _offset(early, zone)
    while late - early > SECOND:
        middle = early + timedelta(seconds=(late - early).total_seconds() // 2)
        if _offset(middle, zone) == before:
            early = middle
        else:
            late = middle
    return early, late


def _change(early: datetime, late: datetime, zone: tzinfo) -> Change:
    before, local = _offset(early, zone), late.astimezone(zone)
    return Change(
        onset=(late + before).replace(tzinfo=None),
        before=before,
        after=_offset(late, zone),
        name=local.tzname() or "",
        summer=local.dst() not in (None, NOTHING),
    )


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    found = moment.astimezone(zone).utcoffset()
    assert found is not None, "a moment in a zone has an offset"
    return found


def comes_twice(moment: datetime) -> bool:
    """Whether the clock shows this time twice that night, when summer time ends.

    Local time in a calendar means the first of the two (RFC 5545, 3.3.5), but not all
    programs read it so.
    """
    first, second = moment.replace(fold=0), moment.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    return before is not None and after is not None and before > after
