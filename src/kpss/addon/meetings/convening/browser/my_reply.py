"""``{meeting}/@@kpss-my-reply``: a member with an account answers."""

from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.browser.reply_fields import fields_of
from kpss.addon.meetings.convening.browser.reply_fields import read_reply
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.replying import SELF
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class MyReply(RefusableForm):
    """For the person of the account only; nothing here names anybody."""

    button = _("Send the answer")

    @property
    def heading(self) -> Message:
        return _("Will you come?")

    @property
    def lead(self) -> str:
        return self.context.title

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.context)

    @cached_property
    def key(self) -> str | None:
        return self.answers.own_key()

    @property
    def refused(self) -> Message | None:
        if self.key is None:
            return _("You are not among those who are invited to this meeting.")
        closed = self.answers.closed
        return closed.message if closed is not None else None

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset("kpss-answer", _("Your answer"), fields_of(self.answers, self.key))
        ]

    def act(self) -> Message:
        record_reply(self.context, self.key, read_reply(self.sent), SELF)
        return _("Thank you, your answer was recorded.")
