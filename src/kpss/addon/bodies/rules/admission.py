"""Whether a membership may be recorded as it is, beside those there are.

Each refusal is a field, a reason code and what the sentence speaks of.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import common
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import kind_of
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import PRESIDING
from typing import Any


@dataclass(frozen=True)
class Refusal:
    """Why a membership is refused, at which field.

    ``end_before_start``; ``before_body`` (day), ``after_body`` (day): outside the
    body's life; ``overlaps`` (first, last): the same person in the same function;
    ``presiding_taken`` (person, first, last): another chair or leader; ``signature_missing``
    (ZAT-68); ``organisation_full`` (most, day); ``substitutes_not_allowed``;
    ``substitutes_oneself``; ``substitute_unknown``; ``mandate_missing`` (body): a
    reserved seat without a mandate; ``function_elsewhere`` (body): the function sits in
    another body; ``appointed_before_start``.
    """

    field: str
    code: str
    params: Mapping[str, Any] = attribute(default_factory=dict)


@dataclass(frozen=True)
class Admission:
    """What is asked of the body: its memberships and its rules on the first day.

    ``others``: the other memberships in the body that hold. ``mandates``: for a reserved
    seat, the days on which the person is a member of the body that it is reserved for.
    """

    body: BodyFact
    structure: Structure
    others: Sequence[MembershipFact] = ()
    rules: Procedure = attribute(default_factory=Procedure)
    mandates: Sequence[Period] = ()


def refuse_membership(
    new: MembershipFact, admission: Admission, *, signed: bool = True
) -> list[Refusal]:
    """All reasons why ``new`` may not be recorded; empty when it may.

    ``signed``: whether the person has signed the rules of procedure.
    """
    if new.valid_to is not None and new.valid_to < new.valid_from:
        return [Refusal("valid_to", "end_before_start")]
    return [
        *_outside_life(new, admission.body),
        *_overlap(new, admission.others),
        *_second_presiding(new, admission),
        *_function_elsewhere(new, admission),
        *_substitute(new, admission),
        *_unsigned(new, admission.rules, signed),
        *_full(new, admission),
        *_without_mandate(new, admission),
        *_appointment(new, admission),
    ]


def _outside_life(new: MembershipFact, body: BodyFact) -> Iterator[Refusal]:
    if new.valid_from < body.span.first:
        yield Refusal("valid_from", "before_body", {"day": body.span.first})
    if new.valid_from > body.span.last:
        yield Refusal("valid_from", "after_body", {"day": body.span.last})
    elif new.valid_to is not None and new.valid_to > body.span.last:
        yield Refusal("valid_to", "after_body", {"day": body.span.last})


def _overlap(
    new: MembershipFact, others: Iterable[MembershipFact]
) -> Iterator[Refusal]:
    for other in others:
        if (
            other.person == new.person
            and other.function == new.function
            and other.unit == new.unit
            and other.substitute_of == new.substitute_of
            and common(other.span, new.span)
        ):
            params = {"first": other.valid_from, "last": other.valid_to}
            yield Refusal("valid_from", "overlaps", params)
            return


def _second_presiding(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    """A body has one chair and one leader at a time."""
    kind = admission.structure.function_kind(new.function)
    if kind not in PRESIDING:
        return
    for other in admission.others:
        if (
            other.person != new.person
            and admission.structure.function_kind(other.function) == kind
            and common(other.span, new.span)
        ):
            params = {
                "person": other.person,
                "first": other.valid_from,
                "last": other.valid_to,
            }
            yield Refusal("function", "presiding_taken", params)
            return


def _function_elsewhere(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    known = admission.structure.functions.get(new.function or "")
    if known is not None and known.body and known.body != admission.body.id:
        yield Refusal("function", "function_elsewhere", {"body": known.body})


def _substitute(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    if not new.substitute_of:
        return
    if admission.rules.substitutes == "not_allowed":
        yield Refusal("substitute_of", "substitutes_not_allowed")
    principal = next(
        (one for one in admission.others if one.id == new.substitute_of), None
    )
    if principal is None:
        yield Refusal("substitute_of", "substitute_unknown")
    elif principal.person == new.person:
        yield Refusal("substitute_of", "substitutes_oneself")


def _unsigned(new: MembershipFact, rules: Procedure, signed: bool) -> Iterator[Refusal]:
    """Membership by application arises by the form and the signature (ZAT-68)."""
    if rules.admission == "application" and new.basis == "application" and not signed:
        yield Refusal("rules_signed_on", "signature_missing")


def _full(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    """No more members from one organisation than the rules allow (ZAT-64)."""
    most = admission.rules.max_per_organisation
    party = admission.rules.max_per_organisation_party
    if most is None or not new.organisation or party not in (None, new.party):
        return
    if not _is_member(new, admission):
        return
    same = [
        other
        for other in admission.others
        if other.organisation == new.organisation
        and other.person != new.person
        and party in (None, other.party)
        and _is_member(other, admission)
    ]
    day = _first_full_day(new, same, most)
    if day is not None:
        yield Refusal("organisation", "organisation_full", {"most": most, "day": day})


def _first_full_day(
    new: MembershipFact, same: Sequence[MembershipFact], most: int
) -> date | None:
    """The first day of ``new`` on which ``most`` other people are there already."""
    firsts = {new.valid_from}
    firsts |= {one.valid_from for one in same if new.span.holds(one.valid_from)}
    for day in sorted(firsts):
        if len({one.person for one in same if one.span.holds(day)}) >= most:
            return day
    return None


def _is_member(fact: MembershipFact, admission: Admission) -> bool:
    guest = fact.function in (admission.rules.permanent_guests or ())
    return not guest and kind_of(fact, admission.structure) == MEMBER


def _without_mandate(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    """A reserved seat needs a mandate at least on its first day (ZAT-44)."""
    if not new.reserved_by:
        return
    mandates = joined(admission.mandates)
    if not any(span.holds(new.valid_from) for span in mandates):
        yield Refusal("reserved_by", "mandate_missing", {"body": new.reserved_by})


def _appointment(new: MembershipFact, admission: Admission) -> Iterator[Refusal]:
    """Who is elected and then appointed is not appointed before (PRA-14).

    Others may be appointed ahead, with effect from a later day (decision 31).
    """
    kind = admission.structure.function_kind(new.function)
    if admission.rules.leader_confirmed_by is None or kind not in PRESIDING:
        return
    if new.appointed_on is not None and new.appointed_on < new.valid_from:
        yield Refusal("appointed_on", "appointed_before_start")
