"""Votes beside one another on the same item: which of them decides it."""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import PASSED


@dataclass(frozen=True)
class Linked:
    """A vote beside others on the same item.

    ``repeats``: key of the vote that it takes the place of. ``amends``: key of the vote
    whose proposal it changes; it decides nothing by itself.
    """

    key: str
    result: str
    repeats: str | None = None
    amends: str | None = None


def decisive(votes: Iterable[Linked]) -> str | None:
    """Key of the vote that decides the item: the last that passed, else the last one.

    Only votes that were not repeated. A vote on a change of the proposal does not
    decide it, an invalid one nothing; None: nothing was decided.
    """
    held = list(votes)
    repeated = {one.repeats for one in held if one.repeats}
    found = [
        one
        for one in held
        if one.key not in repeated and one.amends is None and one.result != INVALID
    ]
    passed = [one for one in found if one.result == PASSED]
    last = passed or found
    return last[-1].key if last else None


def goes_round(votes: Iterable[Linked], key: str, other: str) -> bool:
    """Whether ``other``, to which ``key`` is to be linked, hangs on ``key`` itself."""
    links = {one.key: (one.repeats, one.amends) for one in votes}
    seen: set[str] = set()
    to_see: list[str] = [other]
    while to_see:
        one = to_see.pop()
        if one == key:
            return True
        if one not in seen:
            seen.add(one)
            to_see += [link for link in links.get(one, ()) if link]
    return False
