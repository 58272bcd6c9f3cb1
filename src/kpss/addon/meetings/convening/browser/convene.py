"""``{meeting}/@@kpss-convene``: what goes to whom, and one button."""

from datetime import datetime
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.browser.times import when
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.acting import tell_change
from kpss.addon.meetings.convening.invited import disinvite
from kpss.addon.meetings.convening.invited import guests_allowed
from kpss.addon.meetings.convening.invited import invite
from kpss.addon.meetings.convening.invited import invited_of
from kpss.addon.meetings.convening.judging import Convening
from kpss.addon.meetings.convening.judging import convening
from kpss.addon.meetings.convening.letters import INVITATION
from kpss.addon.meetings.convening.letters import Sending
from kpss.addon.meetings.convening.letters import TOKEN
from kpss.addon.meetings.convening.letters import Writer
from kpss.addon.meetings.convening.outstanding import Outstanding
from kpss.addon.meetings.convening.outstanding import outstanding
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.sending import log_of
from kpss.addon.meetings.convening.texts import change_text
from kpss.addon.meetings.convening.texts import difference_text
from kpss.addon.meetings.convening.texts import finding_text
from kpss.addon.meetings.convening.texts import KINDS
from kpss.addon.meetings.convening.texts import SENT
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import may_convene
from kpss.addon.notices.delivery import sender
from kpss.addon.notices.texts import STATES
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


class Convene(RefusableForm):
    """Before convening: recipients, warnings, the letter; after it: changes and the log."""

    template = ViewPageTemplateFile("convene.pt")
    outdated = _(
        "Meanwhile somebody else recorded something. Look at the meeting again; what you "
        "typed is still here."
    )
    when = staticmethod(when)

    def __call__(self):
        if not may_convene(self.context):
            raise Unauthorized("kpss-convene")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Convening") if self.is_planned else _("Invitations")

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-convene"

    @property
    def body_title(self) -> str:
        return body_of(self.context).title

    @cached_property
    def state(self) -> str:
        return state_of(self.context)

    @property
    def is_planned(self) -> bool:
        return self.state == PLANNED

    @property
    def is_convened(self) -> bool:
        return self.state == CONVENED

    @cached_property
    def plan(self) -> Convening:
        return convening(self.context)

    @cached_property
    def untold(self) -> Outstanding:
        return outstanding(self.context)

    @property
    def recipients(self) -> list[Recipient]:
        return self.untold.recipients if self.is_convened else self.plan.recipients

    @property
    def forbidden(self) -> list[Message]:
        """Why it cannot be convened now."""
        return [one.message for one in refusals(self.context, CONVENE)]

    @property
    def warnings(self) -> list[Message]:
        return [finding_text(one) for one in self.plan.warnings]

    @property
    def lacks_sender(self) -> bool:
        return not sender()

    @property
    def count(self) -> Message:
        found = self.untold.letters if self.is_convened else self.plan.addressed
        return plural(
            len(found),
            _("letters_one", default="One letter will be sent."),
            _("letters_few", default="${number} letters will be sent."),
            _("letters_many", default="${number} letters will be sent."),
        )

    def shown_address(self, one: Recipient) -> str | Message:
        """A private address is only for who manages members."""
        if not one.to:
            return _("no address: tell them otherwise")
        private = "kpss.addon: View Private Contact"
        hidden = one.source == "private" and not api.user.has_permission(
            private, obj=self.context
        )
        return _("private address") if hidden else one.to

    def kind(self, name: str) -> Message:
        return KINDS[name]

    @property
    def letter(self) -> dict[str, str] | None:
        """What a member gets, in the language of the present reader."""
        reader = next((one for one in self.recipients if one.to), None)
        if reader is None or self.context.start is None:
            return None
        what = (self.is_convened and self.untold.what) or INVITATION
        sending = Sending(what, 0, self.untold.changes)
        made = Writer(self.context, sending).letter(reader)
        own = translate(_("(a secret part, different in every letter)"))
        return {**made, "text": made["text"].replace(TOKEN, own)}

    @property
    def change_lines(self) -> list[str]:
        return [difference_text(one) for one in self.untold.changes]

    @property
    def roster_lines(self) -> list[Message]:
        return [change_text(one) for one in self.untold.roster]

    @property
    def letter_lines(self) -> list[Message]:
        """Who gets another letter than the others."""
        new = {"names": ", ".join(self.untold.new)}
        gone = {"names": ", ".join(self.untold.gone)}
        lines = [
            (self.untold.new, _("Get the whole invitation: ${names}", mapping=new)),
            (
                self.untold.gone,
                _("Learn that they need not come: ${names}", mapping=gone),
            ),
        ]
        return [line for names, line in lines if names]

    @property
    def telling(self) -> tuple[Message, Message]:
        """Heading and button."""
        if self.untold.before is None:
            return _("Nobody has been invited yet"), _("Send the invitations")
        heading = _("Changed since it was told last")
        if self.untold.what is None:
            return heading, _("Send these letters")
        return heading, _("Send the change to everybody")

    @property
    def has_to_tell(self) -> bool:
        return self.is_convened and not self.untold.refusals

    @property
    def invited(self) -> list:
        return invited_of(self.context)

    @property
    def log(self) -> list[dict]:
        return [
            {
                **one,
                "what_title": SENT[one["what"]],
                "state_title": STATES[one["state"]],
                "when": moment(datetime.fromisoformat(one["done"] or one["at"])),
            }
            for one in log_of(self.context)
        ]

    @property
    def hidden(self) -> dict[str, str]:
        return {"revision": str(records_of(self.context).revision)}

    @property
    def reason_fields(self) -> list[Field]:
        if not self.is_planned or not self.plan.needs_reason:
            return []
        return [
            Field(
                "reason",
                _("Why the notice is so short"),
                required=True,
                help=_("Stands in the invitation."),
            )
        ]

    @property
    def may_invite(self) -> bool:
        return (self.is_planned or self.is_convened) and guests_allowed(self.context)

    @property
    def guest_fields(self) -> list[Field]:
        return [
            Field("name", _("guest_name", default="Name"), required=True),
            Field("organisation", _("Organisation")),
            Field("email", _("E-mail"), kind="email", required=True),
            Field(
                "everything",
                _("Gets the internal items and papers too"),
                kind="checkbox",
                help=_("Otherwise only public items with their public papers."),
            ),
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        """For the summary of errors."""
        fields = (*self.reason_fields, *self.guest_fields)
        return [Fieldset("kpss-convening", "", fields)]

    @property
    def back_url(self) -> str:
        return self.context.absolute_url()

    def handle(self) -> str | None:
        found = super().handle()
        stays = not self.sent.flag("convene")
        return self.url if found is not None and stays else found

    def act(self) -> Message:
        if self.sent.flag("invite"):
            return self.add_guest()
        if self.sent.text("disinvite"):
            disinvite(self.context, self.sent.text("disinvite"))
            return _("The guest was taken off.")
        if self.sent.flag("change"):
            return _sent(tell_change(self.context))
        number = len(self.plan.addressed)
        convene(self.context, self.sent.text("reason"), self.seen_revision)
        return _sent(number)

    def add_guest(self) -> Message:
        invite(
            self.context,
            name=self.sent.text("name"),
            organisation=self.sent.text("organisation"),
            email=self.sent.text("email"),
            everything=self.sent.flag("everything"),
        )
        return _("The guest was added.")

    @property
    def seen_revision(self) -> int | None:
        number = self.sent.number("revision", -1, 10**5)
        return number if number >= 0 else None


def _sent(number: int) -> Message:
    return plural(
        number,
        _("posted_one", default="One letter is on its way."),
        _("posted_few", default="${number} letters are on their way."),
        _("posted_many", default="${number} letters are on their way."),
    )
