"""From content to the plain facts of the ledger."""

from Acquisition import aq_base
from Acquisition import aq_parent
from kpss.addon.bodies.procedure.facts import rules_of
from kpss.addon.bodies.procedure.sources import values_of
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import FunctionFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.people import full_name
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import period
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.bodies.rules.publicity import Consent
from kpss.addon.bodies.rules.regimes import DatedRules
from kpss.addon.bodies.rules.regimes import regimes_of
from kpss.addon.codelists.collation import sort_key
from kpss.addon.process.sections import process_of
from plone import api


def function_facts(process) -> tuple[FunctionFact, ...]:
    """The functions of the process in their order."""
    return tuple(
        FunctionFact(
            id=row["id"],
            kind=row.get("kind") or "member",
            body=row.get("body") or None,
            represents_in=row.get("represents_in") or None,
            public=bool(row.get("public")),
        )
        for row in process.functions or ()
    )


def public_parties(process) -> frozenset[str]:
    """Parties whose members may be named; the others are published as a count only."""
    rows = process.parties or ()
    return frozenset(row["id"] for row in rows if not row.get("private"))


def body_fact(body) -> BodyFact:
    """The body with the regimes of all its rules of procedure."""
    sets = [
        DatedRules(rules.valid_from, rules.valid_to, procedure(values_of(rules)))
        for rules in rules_of(body)
    ]
    return BodyFact(
        uid=body.UID(),
        id=body.getId(),
        process=process_of(body).UID(),
        kind=body.kind,
        span=period(body.valid_from, body.valid_to),
        regimes=regimes_of(sets),
    )


def person_fact(person) -> PersonFact:
    """What of a person rosters and rights need."""
    base = aq_base(person)
    return PersonFact(
        uid=person.UID(),
        id=person.getId(),
        process=process_of(person).UID(),
        name=full_name(
            base.given_name, base.family_name, base.title_before, base.title_after
        ),
        sort=sort_key(f"{base.family_name} {base.given_name}"),
        user_id=base.user_id or None,
        office=base.office or None,
        office_email=base.office_email or None,
        office_phone=base.office_phone or None,
        has_photo=base.photo is not None,
        archived=api.content.get_state(person, None) == "archived",
        consents=tuple(_consent(row) for row in base.consents or ()),
    )


def _consent(row) -> Consent:
    return Consent(
        what=row["what"],
        given_on=row["given_on"],
        withdrawn_on=row.get("withdrawn_on"),
        text_version=row.get("text_version"),
    )


def membership_fact(membership) -> MembershipFact | None:
    """The membership, or None when it is annulled."""
    if api.content.get_state(membership, None) == "annulled":
        return None
    body = aq_parent(membership)
    return fact_from(
        aq_base(membership).__dict__,
        uid=membership.UID(),
        id=membership.getId(),
        body=body,
    )


#: Texts that are None when empty.
REFERENCES = (
    "function",
    "party",
    "organisation",
    "unit",
    "substitute_of",
    "reserved_by",
)


def fact_from(values, *, uid: str, id: str, body) -> MembershipFact:
    """A fact from values by field name, recorded or only meant, in a body."""
    voting = values.get("voting")
    return MembershipFact(
        uid=uid,
        id=id,
        process=process_of(body).UID(),
        body=body.UID(),
        person=values["person"],
        valid_from=values["valid_from"],
        valid_to=values.get("valid_to"),
        voting=True if voting is None else bool(voting),
        basis=values.get("basis") or "other",
        appointed_on=values.get("appointed_on"),
        **{name: values.get(name) or None for name in REFERENCES},
    )
