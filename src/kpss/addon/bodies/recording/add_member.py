"""Adding a member on one form, with the person and the organisation on the way."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.recording.changes import bad_values
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.extras import Extras
from kpss.addon.bodies.recording.following import say_recorded
from kpss.addon.bodies.recording.member_fields import MemberFields
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.who import draft_person
from kpss.addon.bodies.recording.who import person_fieldset
from kpss.addon.bodies.recording.writing import write
from kpss.addon.bodies.recording.writing import write_organisation
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.providers.organisation import IOrganisation
from typing import Any
from zope.i18nmessageid import Message


class AddMember(RecordingForm):
    """``{body}/@@kpss-add-member``."""

    button = _("Add the member")

    @property
    def heading(self) -> Message:
        return _("Add a member: ${body}", mapping={"body": self.context.title})

    @property
    def notes(self) -> list[Message]:
        ended = self.context.valid_to
        if ended is None or ended >= date.today():
            return []
        return [
            _(
                "The body ended on ${day}. Only memberships from before that day can be "
                "recorded.",
                mapping={"day": day(ended)},
            )
        ]

    @cached_property
    def people(self) -> People:
        return People(self.process)

    @cached_property
    def member(self) -> MemberFields:
        return MemberFields(self.context, procedure_of(self.context).settings)

    @cached_property
    def extras(self) -> Extras:
        return Extras(self.process)

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            person_fieldset(self.people, self.errors, self.sent),
            *self.member.fieldsets,
            *self.extras.fieldsets,
        ]

    def handle(self) -> str | None:
        person = draft_person(self.people, self.sent, self.errors)
        values = self.member.read(self.sent, self.errors)
        organisation = self._new_organisation()
        if person is None:
            return None
        person = self.extras.read(person, self.sent, self.errors)
        if self.errors:
            return None
        new = Beginning("", self.context, person, values)
        changes = Changes((new,))
        for _place, name, message in changes.problems:
            self.errors.setdefault(name, message)
        if self.errors:
            return None
        self._write(new, organisation)
        return self.context.absolute_url()

    def _write(self, new: Beginning, organisation: dict[str, Any] | None) -> None:
        if organisation is not None:
            made = write_organisation(self.process, organisation)
            new = replace(
                new, values={**new.values, "organisation": made.getId()}, id=new.id
            )
        (membership,) = write(self.process, Changes((new,)))
        self.extras.write(self.process, new.person)
        say_recorded(self, membership, ledger())

    def _new_organisation(self) -> dict[str, Any] | None:
        """Values of an organisation typed on the way; None when none was."""
        title = self.sent.text("organisation_title")
        if not title:
            return None
        if self.sent.text("organisation"):
            self.errors["organisation"] = _(
                "Choose an organisation, or type a new one; not both."
            )
        values = {"title": title, "kind": self.sent.text("organisation_kind")}
        folder = self.process["providers"]
        for name, message in bad_values(folder, IOrganisation, values):
            self.errors[f"organisation_{name}"] = message
        return values
