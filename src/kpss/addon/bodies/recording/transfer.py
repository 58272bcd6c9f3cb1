"""Passing a seat on to another person (ZAT-66): one membership ends, another begins."""

from datetime import date
from datetime import timedelta
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.changes import ending
from kpss.addon.bodies.recording.choices import choices
from kpss.addon.bodies.recording.following import say_recorded
from kpss.addon.bodies.recording.membership_form import MembershipForm
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.bodies.recording.who import draft_person
from kpss.addon.bodies.recording.who import person_fieldset
from kpss.addon.bodies.recording.writing import write
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from typing import Any
from zope.i18nmessageid import Message


#: What the seat keeps, whoever sits on it.
KEPT = ("party", "organisation", "unit", "voting", "substitute_of", "reserved_by")


class TransferMembership(MembershipForm):
    """``{membership}/@@kpss-transfer-membership``."""

    button = _("Pass the seat on")
    lead = _(
        "The membership ends on the day before, and the other person begins with the "
        "same party and organisation."
    )

    @property
    def heading(self) -> Message:
        return _(
            "Pass the seat on: ${membership}",
            mapping={"membership": self.context.title},
        )

    @property
    def refused(self) -> Message | None:
        if procedure_of(self.body).settings.transferable == "no":
            return _(
                "By the rules of this body a membership does not pass to another person. "
                "End it and add a new member."
            )
        return super().refused

    @cached_property
    def people(self) -> People:
        return People(self.process)

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            person_fieldset(self.people, self.errors, self.sent),
            Fieldset("kpss-seat", _("In this body"), tuple(self._seat())),
        ]

    def _seat(self) -> list[Field]:
        fields = [
            Field(
                "valid_from",
                _("First day of the new person"),
                kind="date",
                required=True,
                initial=date.today().isoformat(),
            ),
            Field(
                "basis",
                IMembership["basis"].title,
                kind="select",
                options=choices(self.context, "membership_bases", empty=None),
                initial=self.context.basis,
            ),
            Field("rules_signed_on", IMembership["rules_signed_on"].title, kind="date"),
            Field("end_reason", IMembership["end_reason"].title),
        ]
        if self.context.function:
            label = _("The function passes on too")
            fields.append(Field("keeps_function", label, kind="checkbox"))
        return fields

    def handle(self) -> str | None:
        person = draft_person(self.people, self.sent, self.errors)
        first = self.sent.day("valid_from", self.errors)
        signed = self.sent.day("rules_signed_on", self.errors)
        if first is None:
            self.errors.setdefault("valid_from", _("Give the first day."))
        if person is not None and person.id == self.context.person:
            self.errors["person"] = _("The seat is this person's already.")
        if not self.is_current() or self.errors:
            return None
        changes = self._changes(person, first, signed)
        if not self.judge(changes):
            return None
        (made,) = write(self.process, changes)
        say_recorded(self, made, ledger())
        return self.back_url

    def judge(self, changes: Changes) -> bool:
        """The last day is not on this form: what is wrong with it is said of the first."""
        fine = super().judge(changes)
        last = self.errors.pop("valid_to", None)
        if last is not None:
            self.errors.setdefault("valid_from", last)
        return fine

    def _changes(
        self, person: PersonDraft, first: date, signed: date | None
    ) -> Changes:
        values: dict[str, Any] = {name: getattr(self.context, name) for name in KEPT}
        last = self.context.valid_to
        values |= {
            "valid_from": first,
            "valid_to": last,
            "basis": self.sent.text("basis"),
            "rules_signed_on": signed,
            "function": self.context.function
            if self.sent.flag("keeps_function")
            else None,
        }
        if last is not None and last < first:
            self.errors["valid_from"] = _(
                "The membership ended before that day: there is nothing to pass on."
            )
        old = ending(
            self.context,
            first - timedelta(days=1),
            place="",
            reason=self.sent.text("end_reason") or None,
        )
        return Changes((Beginning("", self.body, person, values),), (old,))
