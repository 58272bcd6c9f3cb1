"""Days of meetings ahead, and what stands against them (BER-20, BER-57, ZAT-26)."""

from calendar import monthrange
from collections.abc import Callable
from collections.abc import Container
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kpss.addon.approval.rules.deadlines import ONE_DAY
from kpss.addon.approval.rules.deadlines import SATURDAY
from kpss.addon.approval.rules.deadlines import working_day_from
from kpss.addon.bodies.rules.terms import term_end


#: The most meetings that are planned at once.
MOST = 60
#: The most months between two meetings of a series.
LONGEST = 60

#: Which of the weeks of a month; the last one whatever its number.
FIRST, SECOND, THIRD, FOURTH, LAST = 1, 2, 3, 4, -1
WEEKS = (FIRST, SECOND, THIRD, FOURTH, LAST)

WEEKEND, HOLIDAY = "weekend", "holiday"


@dataclass(frozen=True)
class Weekly:
    """A day of a month such as the first Thursday. ``weekday``: 0 is Monday."""

    week: int
    weekday: int


@dataclass(frozen=True)
class Planned:
    """A day of a series. ``wanted``: the one that the pattern gives; ``off``: why it is
    not kept, WEEKEND or HOLIDAY; None: it is."""

    day: date
    wanted: date
    off: str | None = None


def day_off(day: date, holidays: Container[date]) -> str | None:
    """Why people do not work on a day; a holiday on a Sunday is a holiday."""
    if day in holidays:
        return HOLIDAY
    return WEEKEND if day.weekday() >= SATURDAY else None


def series(
    first: date,
    last: date,
    *,
    months: int,
    weekly: Weekly | None = None,
    holidays: Container[date] = (),
) -> list[Planned]:
    """Days from ``first`` to ``last``, every so many months (BER-57: three).

    Without ``weekly`` they have the number of ``first``, in a shorter month its last
    day. A day off is moved to the next working day; beyond ``last`` it goes. No more
    than MOST. Raises ValueError for months that are not 1 to LONGEST, or a bad pattern.
    """
    if not 1 <= months <= LONGEST:
        raise ValueError(months)
    day_of = _same_day(first) if weekly is None else _weekly_day(weekly)
    found: list[Planned] = []
    # A pattern may have its first day only in the month after
    begin = 0 if day_of(first, 0) >= first else 1
    for number in range(begin, begin + MOST * months, months):
        wanted = day_of(first, number)
        day = working_day_from(wanted, holidays)
        if day > last:
            break
        found.append(Planned(day, wanted, day_off(wanted, holidays)))
    return found


def _same_day(first: date) -> Callable[[date, int], date]:
    return lambda start, months: term_end(start, months)


def _weekly_day(weekly: Weekly) -> Callable[[date, int], date]:
    return lambda start, months: weekday_of_month(
        term_end(start.replace(day=1), months), weekly
    )


def weekday_of_month(month: date, weekly: Weekly) -> date:
    """The day of the month of ``month``: first to fourth, or last."""
    if weekly.week not in WEEKS or not 0 <= weekly.weekday <= 6:
        raise ValueError(weekly)
    if weekly.week == LAST:
        end = month.replace(day=monthrange(month.year, month.month)[1])
        return end - (end.weekday() - weekly.weekday) % 7 * ONE_DAY
    start = month.replace(day=1)
    ahead = (weekly.weekday - start.weekday()) % 7 + 7 * (weekly.week - 1)
    return start + ahead * ONE_DAY


def later(start: datetime, minutes: int) -> datetime:
    """So many minutes after, in the same zone, whatever the clocks do meanwhile."""
    after = start.astimezone(UTC) + timedelta(minutes=minutes)
    return after.astimezone(start.tzinfo)


@dataclass(frozen=True)
class Slot:
    """When, where and with whom a meeting is. Times are aware; ``people``: their ids."""

    key: str
    body: str
    start: datetime
    end: datetime
    place: str = ""
    people: frozenset[str] = frozenset()


SAME_BODY, SAME_ROOM, SAME_PEOPLE = "same_body", "same_room", "same_people"


@dataclass(frozen=True)
class Collision:
    """With which other meeting; ``people``: ids of those who are to be at both."""

    kind: str
    other: str
    people: frozenset[str] = frozenset()


def collisions(one: Slot, others: Iterable[Slot]) -> list[Collision]:
    """What of the others is in the way of a meeting.

    A body cannot meet twice on one day; a room and a person cannot be at two meetings
    whose times overlap. A meeting that begins when another ends is in nobody's way.
    """
    found: list[Collision] = []
    for other in others:
        if other.key == one.key:
            continue
        if other.body == one.body:
            if other.start.date() == one.start.date():
                found.append(Collision(SAME_BODY, other.key))
            continue
        if not (one.start < other.end and other.start < one.end):
            continue
        if _room(one.place) and _room(one.place) == _room(other.place):
            found.append(Collision(SAME_ROOM, other.key))
        both = one.people & other.people
        if both:
            found.append(Collision(SAME_PEOPLE, other.key, both))
    return found


def _room(place: str) -> str:
    """A place to compare, however it was written."""
    return " ".join(place.casefold().split())
