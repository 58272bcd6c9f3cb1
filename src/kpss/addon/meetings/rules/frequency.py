"""Whether a body met as often as its rules ask in a year (BER-57, BER-58, E.2)."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from itertools import pairwise
from kpss.addon.bodies.rules.periods import common
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.terms import term_end
from typing import Any


TOO_FEW, STILL_TO_HOLD = "too_few", "still_to_hold"
LONG_PAUSE, PAUSE_LASTS = "long_pause", "pause_lasts"
USUAL_PASSED = "usual_passed"
#: What breaks a rule; the others remind.
BROKEN = (TOO_FEW, LONG_PAUSE, PAUSE_LASTS)


@dataclass(frozen=True)
class Frequency:
    """What the rules ask; None: nothing. ``longest`` and ``usual`` in months."""

    least: int | None = None
    longest: int | None = None
    usual: int | None = None


@dataclass(frozen=True)
class Finding:
    code: str
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def is_broken(self) -> bool:
        return self.code in BROKEN


def findings(
    asked: Frequency, year: int, days: Iterable[date], life: Period, today: date
) -> list[Finding]:
    """``days``: of meetings that were held, of any year; ``life``: of the body.

    A least number is asked of years in which the body was there all the time, and
    missed when the year is over. A pause belongs to the year in which it ended or lasts.
    """
    held = sorted({one for one in days if one <= today})
    return [
        *_number(asked, year, held, life, today),
        *_pauses(asked, year, held),
        *_since_the_last(asked, year, held, life, today),
    ]


def _number(
    asked: Frequency, year: int, held: Sequence[date], life: Period, today: date
) -> Iterator[Finding]:
    whole = Period(date(year, 1, 1), date(year, 12, 31))
    number = sum(whole.holds(one) for one in held)
    if asked.least is None or number >= asked.least or common(whole, life) != whole:
        return
    said = {"year": year, "held": number, "least": asked.least}
    if whole.last < today:
        yield Finding(TOO_FEW, said)
    elif whole.holds(today):
        yield Finding(STILL_TO_HOLD, {**said, "missing": asked.least - number})


def _pauses(asked: Frequency, year: int, held: Sequence[date]) -> Iterator[Finding]:
    for before, after in pairwise(held):
        if (
            asked.longest
            and after.year == year
            and after > term_end(before, asked.longest)
        ):
            said = {"first": before, "last": after, "months": asked.longest}
            yield Finding(LONG_PAUSE, said)


def _since_the_last(
    asked: Frequency, year: int, held: Sequence[date], life: Period, today: date
) -> Iterator[Finding]:
    """Of the present year, while the body is there."""
    if year != today.year or not held or not life.holds(today):
        return
    for code, months in ((PAUSE_LASTS, asked.longest), (USUAL_PASSED, asked.usual)):
        if months and today > term_end(held[-1], months):
            said = {
                "last": held[-1],
                "months": months,
                "until": term_end(held[-1], months),
            }
            yield Finding(code, said)
            return
