"""Periods of days; both ends belong to them.

An open end is ``date.min`` or ``date.max``, so that periods compare and meet without
special cases.
"""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """From the first day to the last."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


ALWAYS = Period(date.min, date.max)
_DAY = timedelta(days=1)


def period(first: date | None, last: date | None) -> Period:
    """A period of which either end may be open (None)."""
    return Period(first or date.min, last or date.max)


def first_day(span: Period) -> date | None:
    """The first day, None when the beginning is open."""
    return None if span.first == date.min else span.first


def last_day(span: Period) -> date | None:
    """The last day, None when the end is open."""
    return None if span.last == date.max else span.last


def common(one: Period, other: Period) -> Period | None:
    """The days of both; None when there are none."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None


def within(spans: Iterable[Period], limit: Period) -> list[Period]:
    """The parts of the periods that lie in the limit."""
    return [part for span in spans if (part := common(span, limit)) is not None]


def without(spans: Iterable[Period], holes: Iterable[Period]) -> list[Period]:
    """The parts of the periods that lie in none of the holes."""
    parts = list(spans)
    for hole in holes:
        rest = []
        if hole.first != date.min:
            rest.append(Period(date.min, hole.first - _DAY))
        if hole.last != date.max:
            rest.append(Period(hole.last + _DAY, date.max))
        parts = [piece for limit in rest for piece in within(parts, limit)]
    return sorted(parts)


def joined(spans: Iterable[Period]) -> list[Period]:
    """The same days in as few periods as possible, in order.

    Periods that meet (a mandate to 20. 10. and the next from 21. 10.) become one.
    """
    result: list[Period] = []
    for span in sorted(spans):
        if result and _meets(result[-1], span):
            last = result.pop()
            span = Period(last.first, max(last.last, span.last))
        result.append(span)
    return result


def around(spans: Iterable[Period], day: date) -> Period | None:
    """The joined period that holds the day, or None."""
    return next((span for span in joined(spans) if span.holds(day)), None)


def _meets(earlier: Period, later: Period) -> bool:
    return earlier.last == date.max or later.first <= earlier.last + _DAY
