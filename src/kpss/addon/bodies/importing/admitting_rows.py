"""Whether the planned memberships may be recorded, beside each other and the site."""

from collections import defaultdict
from kpss.addon.bodies.importing.plans import MembershipPlan
from kpss.addon.bodies.importing.plans import PersonPlan
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.admitting import refusals
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.periods import common
from kpss.addon.i18n import _
from zope.i18nmessageid import Message


def admit(rows: list[RowDraft], people: dict[str, PersonPlan]) -> None:
    """Refuse the cells for whose sake a membership may not be recorded."""
    plans = [row.membership for row in rows if row.membership is not None]
    of_body: dict[str, list[MembershipPlan]] = defaultdict(list)
    for plan in plans:
        of_body[plan.body.getId()].append(plan)
    for row in rows:
        plan = row.membership
        if plan is not None and plan.acts:
            near = _near(plan, of_body)
            for name, message in _refusals(plan, near):
                clear = _naming(message, plan, near, people)
                row.refuse(name, "refused", message=clear)


def _near(plan: MembershipPlan, of_body) -> list[MembershipPlan]:
    """The other plans that can matter: of its body, and of the one with the mandate."""
    reserving = plan.values.get("reserved_by")
    bodies = {plan.body.getId(), reserving} - {None}
    return [
        other
        for body_id in sorted(bodies)
        for other in of_body.get(body_id, ())
        if other is not plan
    ]


def _refusals(plan: MembershipPlan, near: list[MembershipPlan]):
    recorded = plan.obj is not None
    return refusals(
        plan.values,
        plan.body,
        uid=plan.uid if recorded else "",
        id=plan.id if recorded else "",
        ignoring=frozenset(other.uid for other in near if other.obj is not None),
        beside=tuple(other.fact for other in near),
    )


def _naming(
    message: Message,
    plan: MembershipPlan,
    near: list[MembershipPlan],
    people: dict[str, PersonPlan],
) -> Message:
    """Where the sentence names somebody who is only in the file, name the row."""
    if (message.mapping or {}).get("person") != "":
        return message
    structure = ledger().structure(plan.fact.process)
    for other in near:
        if _same_chair(plan.fact, other.fact, structure):
            person = people[other.fact.person]
            return _(
                "Row ${row} of the file gives the function at the same time to "
                "${person}.",
                mapping={
                    "row": other.row,
                    "person": f"{person.now('given_name')} {person.now('family_name')}",
                },
            )
    return message


def _same_chair(one: MembershipFact, other: MembershipFact, structure) -> bool:
    kinds = {structure.function_kind(fact.function) for fact in (one, other)}
    return (
        other.body == one.body
        and other.person != one.person
        and len(kinds) == 1
        and common(one.span, other.span) is not None
    )
