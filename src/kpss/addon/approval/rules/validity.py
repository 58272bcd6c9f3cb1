"""Which of several documents of one kind is in force on a day (ZAT-93, ZAT-94).

Approval sets the date of effect; what is repealed ends on the day before the new one
takes effect, so on any day exactly one is in force and nothing runs at midnight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Validity:
    """``approved_on`` None: not approved. ``repeals``: keys of what it repeals.

    ``effect_on`` None: from the day of approval. ``valid_to``: a last day that the
    document itself states; None: until it is repealed.
    """

    key: str
    approved_on: date | None = None
    effect_on: date | None = None
    valid_to: date | None = None
    repeals: tuple[str, ...] = ()

    @property
    def first(self) -> date | None:
        """The day of effect; None while it is not approved."""
        return None if self.approved_on is None else self.effect_on or self.approved_on


def repealed_by(one: Validity, documents: Iterable[Validity]) -> Validity | None:
    """The approved document that repeals this one; the first where history has more."""
    ends = [
        (other.first, other.key, other)
        for other in documents
        if one.key in other.repeals and other.first is not None
    ]
    return min(ends, key=lambda end: end[:2])[2] if ends else None


def last_day(one: Validity, documents: Iterable[Validity]) -> date | None:
    """The last day in force; None when no end is known."""
    ends = [one.valid_to] if one.valid_to else []
    successor = repealed_by(one, documents)
    if successor is not None and successor.first is not None:
        ends.append(successor.first - ONE_DAY)
    return min(ends, default=None)


def in_force(documents: Iterable[Validity], on: date) -> list[Validity]:
    """Those in force on a day, past or future."""
    known = list(documents)
    repealing: dict[str, list[Validity]] = {}
    for other in known:
        for key in other.repeals:
            repealing.setdefault(key, []).append(other)
    return [one for one in known if holds(one, repealing.get(one.key, ()), on)]


def holds(one: Validity, documents: Iterable[Validity], on: date) -> bool:
    """In force on the day; both its first and its last day count."""
    if one.first is None or on < one.first:
        return False
    last = last_day(one, documents)
    return last is None or on <= last


def refuse_effect(new: Validity) -> str | None:
    """A reason code why an approved document may not be in force so, or None.

    ``effect_before_approval``: rules bind nobody before they are adopted.
    ``ends_before_effect``: its own last day comes before the first.
    """
    if new.approved_on is None or new.first is None:
        return None
    if new.first < new.approved_on:
        return "effect_before_approval"
    if new.valid_to is not None and new.valid_to < new.first:
        return "ends_before_effect"
    return None


def refuse_repeal(
    old: Validity, new: Validity, documents: Iterable[Validity]
) -> str | None:
    """A reason code why the approved ``new`` may not repeal ``old``, or None.

    ``repeals_itself``. ``repealed_already``: another one repeals it, then or at another
    time; two successors would both be in force. ``not_in_force``: it holds neither on
    the day of effect nor on the day before.
    """
    if old.key == new.key:
        return "repeals_itself"
    others = [one for one in documents if one.key != new.key]
    if repealed_by(old, others) is not None:
        return "repealed_already"
    if new.first is None or not (
        holds(old, others, new.first) or holds(old, others, new.first - ONE_DAY)
    ):
        return "not_in_force"
    return None
