"""The preview of a new term: what will end, begin and stay, in words."""

from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.term.plan import BodyPlan
from kpss.addon.bodies.recording.term.plan import TermPlan
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from typing import Any
from zope.i18nmessageid import Message


class Preview:
    """A plan as plain values for the page."""

    def __init__(self, plan: TermPlan):
        self.plan = plan
        self.titles = Titles(plan.process)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [self._body(one) for one in self.plan.bodies]

    @property
    def reserved(self) -> list[dict[str, Any]]:
        return [self._body(one) for one in self.plan.reserved]

    def _body(self, plan: BodyPlan) -> dict[str, Any]:
        """Who goes on stands there once, with what the person will be."""
        before = {one.fact.person for one in plan.endings}
        after = {one.person.id for one in plan.beginnings}
        stays = [self._fact(one) for one in plan.stays]
        begins = [(one.person.id, self._beginning(one)) for one in plan.beginnings]
        return {
            "title": plan.title,
            "reserved_by": plan.reserved_by,
            "ends": [
                self._fact(one.fact)
                for one in plan.endings
                if one.fact.person not in after
            ],
            "begins": [one for person, one in begins if person not in before],
            "continues": stays + [one for person, one in begins if person in before],
            "lapsed": [
                {**self._fact(one.fact), "last": day(one.last_day)}
                for one in plan.lapsed
            ],
        }

    def _fact(self, fact: MembershipFact) -> dict[str, Any]:
        person = ledger().person(fact.process, fact.person)
        name = person.name if person is not None else fact.person
        return {"name": name, "what": self._what(fact.function, fact.party), "who": ""}

    def _beginning(self, new: Beginning) -> dict[str, Any]:
        values = new.values
        return {
            "name": new.person.name,
            "what": self._what(values.get("function"), values.get("party")),
            "who": _who(new),
        }

    def _what(self, function: str | None, party: str | None) -> str:
        found = (
            self.titles.functions.get(function or ""),
            self.titles.parties.get(party or ""),
        )
        return ", ".join(one for one in found if one)

    @property
    def warnings(self) -> list[Message]:
        """What is allowed and yet strange."""
        empty = [
            _(
                "${body}: nobody begins, the body stays empty.",
                mapping={"body": one.title},
            )
            for one in self.plan.bodies
            if not one.beginnings
        ]
        return [*empty, *self._too_many()]

    def _too_many(self) -> list[Message]:
        found = []
        for section in self.plan.sections.ticked:
            for part in self.plan.reserved:
                most = section.reserved.get(part.id)
                taken = len(part.beginnings) + len(part.stays)
                if part.reserved_by == section.title and most and taken > most:
                    mapping = {"body": part.title, "seats": most, "taken": taken}
                    found.append(
                        _(
                            "${body}: the rules reserve fewer seats (${seats}) than are "
                            "taken (${taken}).",
                            mapping=mapping,
                        )
                    )
        return found


def _who(new: Beginning) -> Message | str:
    """Whether it is somebody new or who of those recorded."""
    if new.person.new is not None:
        return _("a new person")
    return new.person.hint


def ended_message(number: int) -> Message:
    return plural(
        number,
        _("term_ended_one", default="One membership ends."),
        _("term_ended_few", default="${number} memberships end."),
        _("term_ended_many", default="${number} memberships end."),
    )


def begun_message(number: int) -> Message:
    return plural(
        number,
        _("term_begun_one", default="One membership begins."),
        _("term_begun_few", default="${number} memberships begin."),
        _("term_begun_many", default="${number} memberships begin."),
    )
