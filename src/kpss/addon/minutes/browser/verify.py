"""Verifying, objecting, settling objections, naming substitutes."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes import verifying
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.officers import people_of
from kpss.addon.minutes.officers import with_hints
from kpss.addon.minutes.reading import Reading
from kpss.addon.minutes.rules.states import VERIFICATION
from kpss.addon.minutes.rules.verification import NOT_NAMED
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.sections import process_of
from zExceptions import NotFound
from zope.i18nmessageid import Message


WAIT_NOT = _("The minutes do not wait for verification.")


class WhileVerified(MinutesForm):
    """Only while the minutes wait for verification."""

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.context)

    @property
    def refused(self) -> Message | None:
        return None if minutes_state(self.context) == VERIFICATION else WAIT_NOT

    @property
    def hidden(self) -> dict[str, str]:
        seen = self.sent.text("wording") if self.was_sent else wording_of(self.context)
        return {"wording": seen}

    @property
    def may_record(self) -> bool:
        return may_record(meeting_of(self.context))


class Verify(WhileVerified):
    """One button for who is named."""

    heading = _("Verify the minutes")
    button = _("I verify the minutes")

    def __call__(self):
        why = verifying.why_not_verify(self.context)
        self.require(why != NOT_NAMED or self.refused is not None)
        return super().__call__()

    @property
    def refused(self) -> Message | None:
        return super().refused or self.reading.why_not_verify

    @property
    def notes(self) -> list[Message]:
        return [_("Your verification holds for the wording that you have read.")]

    def change(self) -> Message:
        verifying.verify(self.context, seen=self.sent.text("wording") or None)
        return _("You have verified the minutes.")


class Object(WhileVerified):
    """A member or verifier says what is not right."""

    heading = _("Object to the minutes")
    button = _("Send the objection")

    def __call__(self):
        self.require(self.refused is not None or self.reading.may_object)
        return super().__call__()

    @property
    def fieldsets(self) -> list[Fieldset]:
        text = Field("text", _("What is not right"), kind="textarea", required=True)
        return [Fieldset("kpss-objection", _("Objection"), (text,))]

    def change(self) -> Message:
        verifying.raise_objection(
            self.context,
            self.sent.text("text"),
            seen=self.sent.text("wording") or None,
        )
        return _("The objection was sent.")


class Settle(WhileVerified):
    """How an objection was settled."""

    heading = _("Settle an objection")

    def __call__(self):
        self.require(self.may_record)
        return super().__call__()

    @cached_property
    def objection(self):
        number = self.request.form.get("number") or ""
        for one in self.reading.objections:
            if str(one.number) == number:
                return one
        raise NotFound(number)

    @property
    def notes(self) -> list[str]:
        return [self.objection.text]

    @property
    def hidden(self) -> dict[str, str]:
        return {"number": str(self.objection.number)}

    @property
    def fieldsets(self) -> list[Fieldset]:
        text = Field(
            "text",
            _("How it was settled"),
            kind="textarea",
            required=True,
            help=_("Where the text was changed, say so; otherwise why it stays."),
        )
        return [Fieldset("kpss-settle", _("Answer"), (text,))]

    def change(self) -> Message:
        verifying.settle_objection(
            self.context, self.objection.number, self.sent.text("text")
        )
        return _("The objection is settled.")


class Substitute(WhileVerified):
    """Who verifies in the place of the holder of a function (decision 19)."""

    heading = _("Name a substitute for the verification")

    def __call__(self):
        self.require(self.may_record)
        return super().__call__()

    @cached_property
    def need(self):
        key = self.request.form.get("need")
        for one in self.reading.needs:
            if one.key == key:
                return one
        raise NotFound(key)

    @property
    def notes(self) -> list[Message | str]:
        need = self.need
        if need.function is None:
            mapping = {"names": ", ".join(need.names)}
            return [
                _(
                    "Verifies in the place of ${names}, named for this meeting.",
                    mapping=mapping,
                )
            ]
        return [_("Verifies as: ${title}", mapping={"title": need.title})]

    @property
    def hidden(self) -> dict[str, str]:
        return {"need": self.need.key}

    @property
    def fieldsets(self) -> list[Fieldset]:
        # Who verifies already counts once
        verifies = {
            who for one in verifying.needs_of(self.context) for who in one.people
        }
        people = with_hints(
            meeting_of(self.context),
            (
                one
                for one in people_of(process_of(self.context))
                if one[0] not in verifies
            ),
        )
        person = Field(
            "person",
            _("Substitute"),
            kind="select",
            required=True,
            options=(("", "–"), *people),
        )
        return [Fieldset("kpss-substitute", _("Substitute"), (person,))]

    def change(self) -> Message:
        verifying.name_substitute(self.context, self.need.key, self.sent.text("person"))
        return _("The substitute was named.")
