"""A new electoral term: who sat on its eve, and which reserved seats end with a mandate.

Memberships come in as facts; what begins is chosen by people, not by rules.
"""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import regime_on


#: Kinds of bodies that elections refill.
ELECTED = ("assembly", "council", "commission")


def eve_of(first: date) -> date:
    """The last day of the old term."""
    return first - timedelta(days=1)


def present(facts: Iterable[MembershipFact], first: date) -> list[MembershipFact]:
    """Memberships that hold on the eve of the new term."""
    return [fact for fact in facts if fact.span.holds(eve_of(first))]


def outlasting(facts: Iterable[MembershipFact], first: date) -> list[MembershipFact]:
    """Of those present, the ones that would go on and must be ended."""
    return [fact for fact in present(facts, first) if fact.span.holds(first)]


def begun(facts: Iterable[MembershipFact], first: date) -> bool:
    """Whether the new term has been recorded: somebody begins on its very first day."""
    return any(fact.valid_from == first for fact in facts)


def refilled(structure: Structure, first: date) -> list[BodyFact]:
    """Bodies that elections refill and that exist on the first day."""
    return [
        body
        for body in structure.bodies.values()
        if body.kind in ELECTED and body.span.holds(first)
    ]


def reserving(structure: Structure, body: str, on: date) -> dict[str, int | None]:
    """Bodies with seats reserved for members of a body, and how many (None: not said).

    ``body`` and the keys are ids in the process.
    """
    found: dict[str, int | None] = {}
    for other in structure.bodies.values():
        regime = regime_on(other.regimes, on)
        if other.id == body or regime is None or not other.span.holds(on):
            continue
        for rule in regime.ex_officio:
            if rule.kind == "members_of" and rule.body == body:
                found[other.id] = rule.seats
    return found


def reserved_for(rules: Procedure) -> list[str]:
    """Ids of the bodies whose members have reserved seats by these rules (ZAT-44)."""
    found = [one.body for one in rules.ex_officio or () if one.kind == "members_of"]
    return [body for body in found if body]
