"""``{meeting}/@@kpss-replies``: who comes, whom to call, answers given by telephone."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.browser.reply_fields import fields_of
from kpss.addon.meetings.convening.browser.reply_fields import read_reply
from kpss.addon.meetings.convening.recipients import phones_of
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.convening.replying import Answer
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.replying import withdraw_reply
from kpss.addon.meetings.convening.texts import forecast_text
from kpss.addon.meetings.convening.texts import KINDS
from kpss.addon.meetings.convening.texts import REPLY_TITLES
from kpss.addon.meetings.who import may_record
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Line:
    """One of those who are invited; ``said`` None: nothing yet."""

    key: str
    name: str
    kind: Message
    said: Message | None
    reason: str
    instead: str
    late: bool
    by_office: bool


@dataclass(frozen=True)
class Call:
    """Whom to call; ``phone`` of the office, empty where it is not known."""

    key: str
    name: str
    phone: str


ONLY_OWN_VOTE = _(
    "The one who stands in is a member and has only one vote, their own. Who is away "
    "has none then."
)


class RepliesPage(RefusableForm):
    """Answers of all, and with ``who`` the form of one of them."""

    template = ViewPageTemplateFile("replies.pt")
    button = _("Save the answer")

    def __call__(self):
        if not may_record(self.context):
            raise Unauthorized("kpss-replies")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Answers to the invitation")

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-replies"

    @property
    def back_url(self) -> str:
        return self.url

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.context)

    @property
    def forecast(self) -> Message:
        return forecast_text(self.answers.forecast)

    @property
    def over(self) -> bool:
        return self.answers.over

    @property
    def calls(self) -> list[Call]:
        return calls_of(self.answers)

    @cached_property
    def people(self) -> list[Recipient]:
        return recipients(self.context)

    @property
    def lines(self) -> list[Line]:
        return [self._line(one, self.answers.of(one.key)) for one in self.people]

    def _line(self, one: Recipient, found: Answer | None) -> Line:
        reply = found.reply if found is not None else None
        instead = ""
        if reply is not None:
            instead = self.answers.names.get(reply.substitute or "", reply.name)
        return Line(
            key=one.key,
            name=one.name,
            kind=KINDS[one.kind],
            said=REPLY_TITLES[reply.state] if reply is not None else None,
            reason=reply.reason if reply is not None else "",
            instead=instead,
            late=found is not None and found.late,
            by_office=found is not None and found.by == OFFICE,
        )

    # The form of one of them

    @cached_property
    def who(self) -> Recipient | None:
        asked = self.sent.text("who")
        return next((one for one in self.people if one.key == asked), None)

    @property
    def hidden(self) -> dict[str, str]:
        return {"who": self.who.key} if self.who is not None else {}

    @property
    def fields(self) -> tuple[Field, ...]:
        if self.who is None:
            return ()
        return fields_of(self.answers, self.who.key, by_office=True)

    @property
    def fieldsets(self) -> list[Fieldset]:
        if self.who is None:
            return []
        return [Fieldset("kpss-answer", self.who.name, self.fields)]

    def act(self) -> Message:
        if self.who is None:
            message = _("Choose who has answered.")
            raise Refusal("", message, "nobody_chosen")
        if self.sent.flag("withdraw"):
            withdraw_reply(self.context, self.who.key)
            return _("The answer was taken back.")
        reply = read_reply(self.sent)
        record_reply(self.context, self.who.key, reply, OFFICE)
        if reply.substitute and not self.answers.brings_vote(reply.substitute):
            self.say(ONLY_OWN_VOTE, "warning")
        return _("The answer was recorded.")


def calls_of(answers: Answers) -> list[Call]:
    """Members who have not answered: with a vote first, of them those with a telephone."""
    by_member = {one["member"]: one for one in answers.items}
    phones = phones_of(answers.meeting)
    found = [
        Call(key, answers.names[key], phones.get(by_member[key]["person"], ""))
        for key in answers.forecast.to_call
    ]
    seats = answers.seats
    return sorted(found, key=lambda one: (not seats[one.key].voting, not one.phone))
