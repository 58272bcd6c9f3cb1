"""How the roster of a meeting differs from the one taken before, person by person.

Taken at convening, looked at again at opening (architecture 4): who came, who left,
whose vote, function, party or organisation is another now. People are compared, not
memberships: whoever has a new membership sits there all the same.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


Item = Mapping[str, Any]

CAME, LEFT, CHANGED = "came", "left", "changed"
#: What of a seat matters at a meeting.
COMPARED = ("kind", "voting", "functions", "party", "organisation", "substitute_of")


@dataclass(frozen=True)
class Change:
    """``fields``: what changed, of COMPARED; empty for who came or left."""

    what: str
    before: Item | None
    after: Item | None
    fields: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """The seat as it is now; of who left, as it was."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found


def changes(before: Sequence[Item], after: Sequence[Item]) -> list[Change]:
    """Those who left, those who came, those who changed; each in the order of its list.

    Items are rows of a snapshot: person, member and COMPARED.
    """
    old, new = _by_person(before), _by_person(after)
    people = {one["member"]: one["person"] for one in [*before, *after]}
    left = [Change(LEFT, one, None) for one in before if one["person"] not in new]
    came = [Change(CAME, None, one) for one in after if one["person"] not in old]
    found = [(old[one["person"]], one) for one in after if one["person"] in old]
    judged = [(one, other, _differ(one, other, people)) for one, other in found]
    changed = [
        Change(CHANGED, one, other, names) for one, other, names in judged if names
    ]
    return [*left, *came, *changed]


def moved_keys(before: Iterable[Item], after: Iterable[Item]) -> dict[str, str]:
    """New keys by old ones, of people whose membership is another one now."""
    new = _by_person(after)
    return {
        one["member"]: new[one["person"]]["member"]
        for one in before
        if one["person"] in new and new[one["person"]]["member"] != one["member"]
    }


def _by_person(items: Iterable[Item]) -> dict[str, Item]:
    return {one["person"]: one for one in items}


def _differ(before: Item, after: Item, people: Mapping[str, str]) -> tuple[str, ...]:
    """A principal is the same when it is the same person, whatever the membership."""

    def value(item: Item, name: str) -> Any:
        found = item.get(name)
        if name == "substitute_of":
            return people.get(found or "", found)
        return sorted(found or ()) if name == "functions" else found

    return tuple(name for name in COMPARED if value(before, name) != value(after, name))
