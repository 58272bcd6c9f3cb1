"""``{body}/@@kpss-poll/<poll>``: who answered what, which date is best; what to do now."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.texts import KINDS
from kpss.addon.meetings.planning.browser.labels import labels_of
from kpss.addon.meetings.polling.answering import withdraw_answer
from kpss.addon.meetings.polling.beginning import ask_newcomers
from kpss.addon.meetings.polling.beginning import newcomers
from kpss.addon.meetings.polling.browser.fields import fields_of
from kpss.addon.meetings.polling.browser.fields import save_answer
from kpss.addon.meetings.polling.ending import cancel
from kpss.addon.meetings.polling.ending import choose
from kpss.addon.meetings.polling.ending import delete
from kpss.addon.meetings.polling.ending import planned_meeting
from kpss.addon.meetings.polling.ending import prolong
from kpss.addon.meetings.polling.kept import Answer
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.kept import Proposed
from kpss.addon.meetings.polling.reading import Call
from kpss.addon.meetings.polling.reading import Outcome
from kpss.addon.meetings.polling.sending import remind
from kpss.addon.meetings.polling.texts import date_text
from kpss.addon.meetings.polling.texts import forecast_text
from kpss.addon.meetings.polling.texts import SAID
from kpss.addon.meetings.polling.texts import sent_text
from kpss.addon.meetings.polling.texts import STATES
from kpss.addon.meetings.polling.texts import tally_text
from kpss.addon.meetings.polling.who import may_ask
from kpss.addon.meetings.polling.who import may_see
from kpss.addon.meetings.times import now
from kpss.addon.notices.rules.ways import FAILED
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


MEANWHILE = _(
    "Meanwhile somebody has sent reminders; look at the page again before you send more."
)


@dataclass(frozen=True)
class Line:
    """A proposed date; ``may_choose``: by the present user, now."""

    key: str
    what: Message | str
    tally: Message
    forecast: Message
    is_best: bool
    may_choose: bool


@dataclass(frozen=True)
class Row:
    """Somebody who was asked; ``said`` in the order of dates, empty: nothing yet."""

    key: str
    name: str
    kind: Message
    said: tuple[Message | str, ...]
    note: str
    answered: bool
    by_office: bool
    #: A mail to this person was given up.
    failed: bool


@implementer(IPublishTraverse, IWithoutByline)
class PollPage(RefusableForm):
    """With ``who`` also the form of one person's answer, given by telephone."""

    template = ViewPageTemplateFile("poll.pt")
    button = _("Save the answer")
    key = ""
    day = staticmethod(day)
    date_text = staticmethod(date_text)

    def publishTraverse(self, request, name):
        if self.key:
            raise NotFound(name)
        self.key = name
        return self

    def __call__(self):
        if not may_see(self.context):
            raise Unauthorized("kpss-poll")
        found = poll_of(self.context, self.key)
        if found is None:
            raise NotFound(self.key or "kpss-poll")
        self.poll: Poll = found
        self.gone = False
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Date poll: ${title}", mapping={"title": self.poll.title})

    @property
    def url(self) -> str:
        return self.poll.url

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-polls" if self.gone else self.url

    @property
    def state(self) -> Message:
        if self.poll.is_open and self.poll.over:
            return _(
                "poll_over", default="answers are closed, the date is to be chosen"
            )
        return STATES[self.poll.state]

    @cached_property
    def may_ask(self) -> bool:
        return may_ask(self.context)

    @cached_property
    def outcome(self) -> Outcome:
        return Outcome(self.poll)

    @property
    def meeting(self):
        """The planned meeting that it is about, or the one that was made of it."""
        return planned_meeting(self.poll)

    @property
    def labels(self) -> dict[str, Message]:
        return labels_of(self.context)

    @property
    def until(self) -> str:
        """The last day for answers, or what was typed instead."""
        typed = self.sent.shown("until", is_day=True)
        return typed or self.poll.until.isoformat()

    @property
    def seen(self) -> int:
        """How many letters there were when the page was shown."""
        return len(self.poll.sendings)

    @cached_property
    def place(self) -> str:
        """Where all of the dates are; empty where they differ."""
        found = {one.place or "" for one in self.outcome.dates}
        return found.pop() if len(found) == 1 else ""

    @property
    def lines(self) -> list[Line]:
        return [self._line(one) for one in self.outcome.dates]

    def _line(self, one: Proposed) -> Line:
        found = self.outcome.prospects[one.key]
        return Line(
            key=one.key,
            what=date_text(one, where=not self.place),
            tally=tally_text(found.tally),
            forecast=forecast_text(found.forecast),
            is_best=one.key in self.outcome.best,
            may_choose=self.may_ask and self.poll.is_open and one.start > now(),
        )

    @property
    def rows(self) -> list[Row]:
        failed = {
            one["to"] for one in self.poll.sendings.values() if one["state"] == FAILED
        }
        return [self._row(one, one.person in failed) for one in self.outcome.asked]

    def _row(self, one: Asked, failed: bool) -> Row:
        answer = self.poll.answer_of(one.person)
        said = answer.said if answer is not None else {}
        return Row(
            key=one.person,
            name=one.name,
            kind=KINDS[one.kind],
            said=tuple(SAID.get(said.get(on.key), "") for on in self.outcome.dates),
            note=answer.note if answer is not None else "",
            answered=answer is not None,
            by_office=answer is not None and answer.by == OFFICE,
            failed=failed,
        )

    @property
    def newcomers(self) -> str:
        """Names of those who came to the body since and were not asked."""
        if not (self.may_ask and self.poll.takes_answers):
            return ""
        return ", ".join(one.name for one in newcomers(self.poll))

    @property
    def calls(self) -> list[Call]:
        return self.outcome.calls if self.poll.takes_answers else []

    # The answer of one of them

    @cached_property
    def who(self) -> Asked | None:
        return self.poll.who(self.sent.text("who"))

    @property
    def answer(self) -> Answer | None:
        return self.poll.answer_of(self.who.person) if self.who is not None else None

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.poll, self.answer) if self.who is not None else ()

    @property
    def fieldsets(self) -> list[Fieldset]:
        if self.who is None:
            return []
        return [Fieldset("kpss-answer", self.who.name, self.fields)]

    # What is done with the poll

    def act(self) -> Message | None:
        for name in ("remind", "newcomers", "choose", "prolong", "cancel", "delete"):
            if self.sent.flag(name):
                if not self.may_ask:
                    raise Unauthorized("kpss-poll")
                return getattr(self, f"_{name}")()
        return self._answer()

    def _remind(self) -> Message:
        try:
            return sent_text(remind(self.poll, self.sent.number("seen", -1, 10**5)))
        except Outdated as outdated:
            raise Refusal("", MEANWHILE, "outdated") from outdated

    def _newcomers(self) -> Message:
        return sent_text(ask_newcomers(self.poll))

    def _choose(self) -> Message:
        meeting, told = choose(self.poll, self.sent.text("choose"))
        self.say(_("The date is chosen: ${title}.", mapping={"title": meeting.title}))
        return sent_text(told)

    def _prolong(self) -> Message | None:
        until = self.sent.day("until", self.errors)
        if self.errors:
            return None
        prolong(self.poll, until)
        return _("Answers are taken until another day now.")

    def _cancel(self) -> Message:
        told = cancel(self.poll, self.sent.text("reason"))
        self.say(_("The poll is cancelled."))
        return sent_text(told)

    def _delete(self) -> Message:
        delete(self.poll)
        self.gone = True
        return _("The poll with all answers is deleted.")

    def _answer(self) -> Message:
        if self.who is None:
            raise Refusal("", _("Choose who has answered."), "nobody_chosen")
        if self.sent.flag("withdraw"):
            withdraw_answer(self.poll, self.who.person)
            return _("The answer was taken back.")
        save_answer(self.poll, self.who.person, self.sent, OFFICE)
        return _("The answer was recorded.")
