"""What a new term changes: memberships that end, begin and stay."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from hashlib import sha256
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.naming import random_id
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.changes import Ending
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.bodies.recording.people import PersonRefused
from kpss.addon.bodies.recording.term.rows import Row
from kpss.addon.bodies.recording.term.rows import Section
from kpss.addon.bodies.recording.term.rows import Sections
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.succession import begun
from kpss.addon.bodies.rules.succession import outlasting
from kpss.addon.bodies.rules.usual import usual_basis
from kpss.addon.bodies.rules.usual import usual_vote
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from typing import Any
from zope.i18nmessageid import Message


#: What of a membership goes on in the new term beside party and function.
CARRIED = (
    "organisation",
    "unit",
    "voting",
    "basis",
    "reserved_by",
    "rules_signed_on",
    "rules_signed_version",
    "rules_signed_evidence",
)


@dataclass
class BodyPlan:
    """One body: memberships as they end, and those that begin.

    ``stays``: reserved seats that go on untouched. ``lapsed``: those lost earlier with
    a mandate, whose last day is only written down.
    """

    id: str
    title: str
    reserved_by: str | None = None
    endings: list[Ending] = field(default_factory=list)
    beginnings: list[Beginning] = field(default_factory=list)
    stays: list[MembershipFact] = field(default_factory=list)
    lapsed: list[Ending] = field(default_factory=list)


class TermPlan:
    """Made from the form; ``errors`` by the place in it."""

    def __init__(self, sections: Sections, people: People):
        self.sections = sections
        self.people = people
        self.process = sections.process
        self.first = sections.first
        self.reason = translate(_("New electoral term"))
        self.errors: dict[str, Message | str] = {}
        self._chosen: dict[str, PersonDraft] = {}
        self.bodies = [self._of(section) for section in sections.ticked]
        self.reserved = [one for s in sections.ticked for one in self._seats(s)]
        if not self.bodies:
            self.errors["day"] = _("Tick at least one body.")
        for place, _name, message in self.changes.problems:
            self.errors.setdefault(place, message)

    @cached_property
    def changes(self) -> Changes:
        parts = [*self.bodies, *self.reserved]
        return Changes(
            tuple(one for part in parts for one in part.beginnings),
            tuple(one for part in parts for one in (*part.endings, *part.lapsed)),
        )

    @property
    def digest(self) -> str:
        """Says whether what is done is what was shown; a new person goes by the name."""
        ends = sorted((one.fact.uid, one.last_day) for one in self.changes.endings)
        begins = sorted(
            (
                one.body.getId(),
                one.person.name if one.person.new else one.person.id,
                sorted((key, str(value)) for key, value in one.values.items()),
            )
            for one in self.changes.beginnings
            if not one.values.get("substitute_of")
        )
        return sha256(repr((self.first, ends, begins)).encode()).hexdigest()

    # The bodies themselves

    def _of(self, section: Section) -> BodyPlan:
        recorded = ledger().recorded_in(section.body.uid)
        if begun(recorded, self.first):
            self.errors[f"{section.place}-on"] = _(
                "${body}: memberships that begin on ${day} are recorded already. Untick "
                "the body, or choose another day.",
                mapping={"body": section.title, "day": day(self.first)},
            )
        plan = BodyPlan(section.body.id, section.title)
        plan.endings = [
            self._ending(section.body.id, fact)
            for fact in outlasting(recorded, self.first)
        ]
        ids = {row.fact.id: random_id("m") for row in section.present if row.continues}
        body = self._body(section.body.id)
        rules = procedure_of(body, self.first).settings
        for row in section.rows:
            person = self._person(row) if row.counts else None
            if person is None:
                continue
            self._chosen[row.place] = person
            if row.fact is not None:
                values = self._carried(body, row, ids)
                new = Beginning(row.place, body, person, values, id=ids[row.fact.id])
            else:
                new = Beginning(row.place, body, person, self._fresh(body, row, rules))
            plan.beginnings.append(new)
        return plan

    def _person(self, row: Row) -> PersonDraft | None:
        if row.fact is not None:
            return PersonDraft(row.fact.person, row.name)
        try:
            return self.people.typed(row.text, somebody_else=row.somebody_else)
        except PersonRefused as refused:
            self.errors[row.place] = refused.message
            return None

    def _carried(self, body, row: Row, ids: dict[str, str]) -> dict[str, Any]:
        former = body[row.fact.id]
        values = {name: getattr(former, name) for name in CARRIED}
        principal = row.fact.substitute_of
        if principal and principal not in ids:
            self.errors[row.place] = _(
                "The member whom this person stands in for does not continue."
            )
        return {
            **values,
            "party": row.party or None,
            "function": row.function or None,
            "substitute_of": ids.get(principal) if principal else None,
            "valid_from": self.first,
        }

    def _fresh(self, body, row: Row, rules) -> dict[str, Any]:
        kind = self.sections.structure.function_kind(row.function)
        # Nobody signs anything to be elected
        basis = usual_basis(rules, body.kind, kind)
        return {
            "party": row.party or None,
            "function": row.function or None,
            "voting": usual_vote(rules, row.function or None, kind),
            "basis": "other" if basis == "application" else basis,
            "valid_from": self.first,
        }

    # Reserved seats in other bodies (ZAT-44)

    def _seats(self, section: Section) -> list[BodyPlan]:
        ticked = {one.body.id for one in self.sections.ticked}
        return [
            self._seats_in(section, other)
            for other in section.reserved
            if other not in ticked
        ]

    def _seats_in(self, section: Section, other_id: str) -> BodyPlan:
        body = self._body(other_id)
        plan = BodyPlan(other_id, body.title, reserved_by=section.title)
        wanted = {
            self._chosen[row.place].id: row
            for row in section.rows
            if other_id in row.seats and row.place in self._chosen
        }
        plan.lapsed = [
            self._ending(other_id, fact, last)
            for fact, last in self.sections.lapsed_seats(section.body.id, other_id)
        ]
        held = self.sections.reserved_seats(section.body.id, other_id)
        party = _common_party(held)
        for fact in held:
            goes_on = fact.span.holds(self.first)
            if goes_on and fact.person in wanted:
                plan.stays.append(fact)
                del wanted[fact.person]
            elif goes_on:
                plan.endings.append(self._ending(other_id, fact))
        for row in wanted.values():
            values = {
                "party": row.party or party,
                "basis": "ex_officio",
                "reserved_by": section.body.id,
                "voting": True,
                "valid_from": self.first,
            }
            person = self._chosen[row.place]
            plan.beginnings.append(Beginning(row.place, body, person, values))
        return plan

    def _ending(
        self, body_id: str, fact: MembershipFact, last: date | None = None
    ) -> Ending:
        membership = self._body(body_id)[fact.id]
        last = last or self.sections.eve
        return Ending(f"{body_id}-on", membership, fact, last, self.reason)

    def _body(self, body_id: str):
        return self.process["bodies"][body_id]


def _common_party(seats: list[MembershipFact]) -> str | None:
    """For whom those on the reserved seats came, if all for the same: so do the next."""
    parties = {one.party for one in seats}
    return parties.pop() if len(parties) == 1 else None
