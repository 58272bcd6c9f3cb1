"""What a person may read and change of their own data.

The one module that reads a person and the ledger without restriction for the person who
is logged in; nothing here takes an id from outside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.consents import CONSENT_KINDS
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.roster.terms import awaits
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.stints import Stint
from plone import api
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


@dataclass(frozen=True)
class Sitting:
    """A person in a body, as member, substitute or guest, without a gap.

    ``last`` in ``span`` is ``date.max`` when no end is known.
    """

    body: str
    kind: str
    span: Period
    voting: bool


@dataclass(frozen=True)
class Office:
    """A function of a person in a body."""

    body: str
    function: str
    span: Period
    awaits_appointment: bool


def own_fact(process) -> PersonFact | None:
    """The person linked with the account of the reader in the process."""
    user = api.user.get_current()
    if api.user.is_anonymous():
        return None
    return ledger().person_of(process.UID(), user.getId())


def own_person(process):
    """The same as an object; everything about it may be shown to this reader."""
    fact = own_fact(process)
    return None if fact is None else person_by_id(process, fact.id)


def sittings(fact: PersonFact) -> list[Sitting]:
    """Where the person sits, sat and will sit; the latest first."""
    kept: dict[tuple[str, str], list[Stint]] = {}
    for stint in ledger().stints_of(fact.process, fact.id):
        kept.setdefault((stint.body, stint.kind), []).append(stint)
    found = [
        Sitting(body, kind, span, any(one.voting for one in _in(stints, span)))
        for (body, kind), stints in kept.items()
        for span in joined(one.span for one in stints)
    ]
    return sorted(found, key=lambda one: one.span, reverse=True)


def _in(stints: list[Stint], span: Period) -> Iterator[Stint]:
    return (one for one in stints if span.holds(one.span.first))


def offices(fact: PersonFact, today: date) -> list[Office]:
    """Functions of the person over all time, the latest first."""
    found = [
        Office(one.body, one.function, one.span, awaits(one, today))
        for one in ledger().stints_of(fact.process, fact.id)
        if one.function and one.rule is None
    ]
    return sorted(found, key=lambda one: one.span, reverse=True)


def change_consent(
    person, what: str, *, give: bool, today: date, version: str | None
) -> None:
    """Give or withdraw a consent from today; what was given before stays recorded.

    Raises KeyError when there is no such consent.
    """
    if what not in dict(CONSENT_KINDS):
        raise KeyError(what)
    rows = [_withdrawn(row, what, today) for row in person.consents or ()]
    if give:
        rows.append(
            {
                "what": what,
                "given_on": today,
                "text_version": version,
                "withdrawn_on": None,
            }
        )
    person.consents = rows
    notify(ObjectModifiedEvent(person, Attributes(IPerson, "consents")))


def _withdrawn(row: dict, what: str, today: date) -> dict:
    if row["what"] != what or row.get("withdrawn_on"):
        return dict(row)
    return {**row, "withdrawn_on": max(today, row["given_on"])}


def change_contact(person, email: str | None, phone: str | None) -> None:
    """The contact in the office, which is the person's own to correct."""
    person.office_email, person.office_phone = email, phone
    notify(
        ObjectModifiedEvent(person, Attributes(IPerson, "office_email", "office_phone"))
    )
