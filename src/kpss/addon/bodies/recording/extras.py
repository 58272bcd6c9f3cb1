"""What may be added to a person on the way: consents and a user account."""

from dataclasses import replace
from datetime import date
from kpss.addon.bodies.people.consents import CONSENT_KINDS
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.bodies.recording.changes import bad_values
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.sent import Sent
from typing import Any
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


class Extras:
    """Consents and account; of somebody recorded already they are added."""

    def __init__(self, process):
        self.process = process
        self.values: dict[str, Any] = {}

    @property
    def fieldsets(self) -> list[Fieldset]:
        consents = [
            Field(f"consent_{what}", title, kind="checkbox")
            for what, title in CONSENT_KINDS
        ]
        fields = (
            *consents,
            Field(
                "consent_on",
                _("Consents given on"),
                kind="date",
                initial=date.today().isoformat(),
            ),
            Field("consent_text", _("Version of the text")),
            Field(
                "user_id", IPerson["user_id"].title, help=IPerson["user_id"].description
            ),
        )
        return [
            Fieldset("kpss-extras", _("Consents and user account"), fields, folded=True)
        ]

    def read(
        self, person: PersonDraft, sent: Sent, errors: dict[str, Message | str]
    ) -> PersonDraft:
        """The person with what was added, if it is new; otherwise it is kept for later."""
        recorded = self.process["people"].get(person.id)
        given = self._consents(sent, errors)
        values: dict[str, Any] = {}
        if given:
            values["consents"] = [*(getattr(recorded, "consents", None) or ()), *given]
        account = sent.text("user_id")
        if account:
            self._check_account(account, recorded, errors)
            values["user_id"] = account
        if person.new is not None:
            return replace(person, new={**person.new, **values})
        self.values = values
        return person

    def _consents(self, sent: Sent, errors: dict[str, Message | str]) -> list[dict]:
        whats = [what for what, _title in CONSENT_KINDS if sent.flag(f"consent_{what}")]
        given_on = sent.day("consent_on", errors)
        if whats and given_on is None:
            errors.setdefault("consent_on", _("Give the day of the consent."))
        version = sent.text("consent_text") or None
        return [
            {
                "what": what,
                "given_on": given_on,
                "text_version": version,
                "withdrawn_on": None,
            }
            for what in whats
        ]

    def _check_account(self, account: str, recorded, errors) -> None:
        if recorded is not None and recorded.user_id not in (None, "", account):
            errors["user_id"] = _(
                "This person has the user account ${id} already.",
                mapping={"id": recorded.user_id},
            )
            return
        context = self.process["people"] if recorded is None else recorded
        errors.update(bad_values(context, IPerson, {"user_id": account}))

    def write(self, process, person: PersonDraft) -> None:
        """Add what was given to somebody recorded already."""
        if not self.values:
            return
        recorded = process["people"][person.id]
        for name, value in self.values.items():
            setattr(recorded, name, value)
        notify(ObjectModifiedEvent(recorded, Attributes(IPerson, *self.values)))
