"""Whether a membership may be recorded, asked of the ledger and the body's rules."""

from collections.abc import Mapping
from kpss.addon.bodies.ledger.gathering import body_fact
from kpss.addon.bodies.ledger.gathering import fact_from
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.refusal_texts import sentence
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.rules.admission import Admission
from kpss.addon.bodies.rules.admission import refuse_membership
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.stints import MEMBER
from typing import Any
from zope.i18nmessageid import Message


def refusals(
    values: Mapping[str, Any],
    body,
    *,
    uid: str = "",
    id: str = "",
    ignoring: frozenset[str] = frozenset(),
    beside: tuple[MembershipFact, ...] = (),
) -> list[tuple[str, Message]]:
    """Pairs of field and sentence why a membership may not be so; empty when it may.

    ``values`` by field name; without a person or a first day there is nothing to judge.
    ``uid`` and ``id`` of a membership that is being changed. ``ignoring``: UIDs of
    memberships that end or change in the same form, given as they will be in ``beside``.
    """
    if not values.get("person") or not values.get("valid_from"):
        return []
    new = fact_from(values, uid=uid, id=id, body=body)
    book = ledger()
    left_out = ignoring | {uid}
    others = [
        one for one in book.recorded_in(body.UID()) if one.uid not in left_out
    ] + [one for one in beside if one.body == body.UID()]
    structure = book.structure(new.process)
    fact = book.body(body.UID()) or body_fact(body)
    admission = Admission(
        body=fact,
        structure=structure,
        others=others,
        rules=procedure_of(body, new.valid_from).settings,
        mandates=_mandates(new, structure, beside),
    )
    found = refuse_membership(
        new, admission, signed=values.get("rules_signed_on") is not None
    )
    return [(one.field, sentence(one, new, structure)) for one in found]


def _mandates(
    new: MembershipFact, structure: Structure, beside: tuple[MembershipFact, ...]
) -> list[Period]:
    """Days on which the person is a member of the body that reserves the seat."""
    reserving: BodyFact | None = structure.by_id.get(new.reserved_by or "")
    if reserving is None:
        return []
    return [
        stint.span
        for stint in ledger().stints_of(new.process, new.person)
        if stint.body == reserving.uid and stint.kind == MEMBER
    ] + [
        one.span
        for one in beside
        if one.body == reserving.uid and one.person == new.person
    ]
