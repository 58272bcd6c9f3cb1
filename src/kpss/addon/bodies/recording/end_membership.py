"""Ending a membership: its last day, also a future one, and why."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.recording.changes import bad_values
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.changes import ending
from kpss.addon.bodies.recording.following import body_title
from kpss.addon.bodies.recording.following import seats_elsewhere
from kpss.addon.bodies.recording.membership_form import MembershipForm
from kpss.addon.bodies.recording.writing import write
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class EndMembership(MembershipForm):
    """``{membership}/@@kpss-end-membership``."""

    button = _("Save the last day")

    @property
    def heading(self) -> Message:
        return _(
            "End the membership: ${membership}",
            mapping={"membership": self.context.title},
        )

    @property
    def notes(self) -> list[Message]:
        mapping = {
            "body": self.body.title,
            "first": day(self.context.valid_from),
            "last": day(self.context.valid_to),
        }
        if self.context.valid_to is None:
            return [_("${body}: member since ${first}.", mapping=mapping)]
        return [
            _(
                "${body}: member from ${first} to ${last}. Saving another day corrects "
                "the record; what it said before stays in the log of corrections.",
                mapping=mapping,
            )
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        known = self.context.valid_to or date.today()
        fields = (
            Field(
                "valid_to",
                _("Last day"),
                kind="date",
                help=_("The last day on which the person still is a member."),
                required=True,
                initial=known.isoformat(),
            ),
            Field(
                "end_reason",
                IMembership["end_reason"].title,
                initial=self.context.end_reason or "",
            ),
        )
        return [Fieldset("kpss-end", _("End"), fields)]

    def handle(self) -> str | None:
        last = self.sent.day("valid_to", self.errors)
        reason = self.sent.text("end_reason") or None
        wrong = bad_values(self.context, IMembership, {"end_reason": reason})
        self.errors.update(wrong)
        if last is None:
            self.errors.setdefault("valid_to", _("Give the last day."))
        if not self.is_current() or self.errors:
            return None
        old = ending(self.context, last, place="", reason=reason)
        if not self.judge(Changes(endings=(old,))):
            return None
        write(self.process, Changes(endings=(old,)))
        self.report(last)
        return self.back_url

    def report(self, last: date) -> None:
        mapping = {
            "membership": self.context.title,
            "body": self.body.title,
            "day": day(last),
        }
        self.say(_("${membership}, ${body}: the last day is ${day}.", mapping=mapping))
        book = ledger()
        for stint in seats_elsewhere(book.membership(self.context.UID()), book):
            mapping = {"day": day(last), "body": body_title(self.process, stint.body)}
            self.say(
                _(
                    "With it, on ${day}, the seat that followed from it by the rules "
                    "ends too: ${body}.",
                    mapping=mapping,
                )
            )
