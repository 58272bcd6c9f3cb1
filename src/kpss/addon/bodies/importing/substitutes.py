"""Whom a substitute stands in for: a member of the same body, recorded or in the file."""

from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.periods import common
from kpss.addon.bodies.rules.periods import period


def find_principal(
    row: RowDraft, facts: list[MembershipFact], scene: Scene
) -> MembershipFact | None:
    """The membership that the row's cell means; None after refusing the cell.

    ``facts``: everything in the body, as it would be after the import.
    """
    text = row.values["substitute_of"]
    people = {one.id: one for one in scene.people.whom(text)}
    span = period(row.values["valid_from"], row.values.get("valid_to"))
    found = [
        fact
        for fact in facts
        if fact.person in people and not fact.substitute_of and common(fact.span, span)
    ]
    if not found:
        row.refuse("substitute_of", "unknown_member", text=text[:100])
        return None
    if len({fact.person for fact in found}) > 1:
        names = sorted({people[fact.person].title for fact in found})
        row.refuse("substitute_of", "ambiguous", text=text[:100], names=names)
        return None
    # Of several memberships of one person, the one that lasts on the first day
    return max(found, key=lambda fact: (fact.span.holds(span.first), fact.valid_from))
