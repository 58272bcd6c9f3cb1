"""Answering: ``{body}/@@kpss-dates/<token>`` and ``{body}/@@kpss-my-dates/<poll>``."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.browser.signed import SignedForm
from kpss.addon.meetings.convening.replying import SELF
from kpss.addon.meetings.polling.browser.fields import fields_of
from kpss.addon.meetings.polling.browser.fields import save_answer
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.letters import PAGE
from kpss.addon.meetings.polling.links import expires
from kpss.addon.meetings.polling.links import find_link
from kpss.addon.meetings.polling.reading import Outcome
from kpss.addon.meetings.polling.texts import date_text
from kpss.addon.meetings.polling.texts import FLAWS
from kpss.addon.meetings.polling.texts import SAID
from kpss.addon.meetings.polling.texts import tally_text
from kpss.addon.meetings.polling.who import own_key
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@dataclass(frozen=True)
class Line:
    """A date as somebody who was asked sees it.

    ``own``: what this person answered. ``names`` by answer, only where the poll shows
    them.
    """

    what: Message | str
    tally: Message
    own: Message | None
    names: tuple[tuple[Message, str], ...]


class AnswerForm(RefusableForm):
    """For one of those who were asked; of others only what the poll lets them see."""

    template = ViewPageTemplateFile("answer.pt")
    button = _("Send the answer")
    poll: Poll
    who: Asked | None = None

    @property
    def heading(self) -> str:
        return self.poll.title

    @property
    def body_title(self) -> str:
        return self.poll.body.title

    @property
    def until(self) -> Message | str:
        return day(self.poll.until)

    @property
    def closed(self) -> Message | None:
        """Why nothing is answered any more."""
        if self.poll.state == rules.CANCELLED:
            return _("The poll was cancelled; nobody looks for a date any more.")
        if self.poll.chosen is not None:
            when = {"when": date_text(self.poll.chosen)}
            return _("The date is chosen: ${when}.", mapping=when)
        return FLAWS["over"] if self.poll.over else None

    @property
    def answered(self) -> bool:
        return self.poll.answer_of(self.who.person) is not None

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.poll, self.poll.answer_of(self.who.person))

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [Fieldset("kpss-answer", _("Which dates suit you?"), self.fields)]

    def act(self) -> Message:
        save_answer(self.poll, self.who.person, self.sent, SELF)
        return _("Thank you, your answer was recorded.")

    # What all have answered

    @cached_property
    def lines(self) -> list[Line]:
        outcome = Outcome(self.poll)
        own = outcome.said.get(self.who.person, {})
        return [
            Line(
                what=date_text(one),
                tally=tally_text(outcome.prospects[one.key].tally),
                own=SAID.get(own.get(one.key, "")),
                names=self._names(outcome, one.key),
            )
            for one in outcome.dates
        ]

    def _names(self, outcome: Outcome, key: str) -> tuple[tuple[Message, str], ...]:
        if not self.poll.shows_answers:
            return ()
        found = []
        for answer, title in SAID.items():
            names = [
                one.name
                for one in outcome.asked
                if outcome.said.get(one.person, {}).get(key) == answer
            ]
            if names:
                found.append((title, ", ".join(names)))
        return tuple(found)


class Dates(AnswerForm, SignedForm):
    """For the one person whom the link belongs to."""

    expired = _(
        "The link worked until the last of the proposed dates, and that is over."
    )

    def find_holder(self) -> str:
        poll, holder = find_link(self.context, self.token)
        if poll is not None:
            self.poll, self.who = poll, poll.who(holder.key)
        return holder.verdict

    @property
    def url(self) -> str:
        return f"{self.poll.body.absolute_url()}/{PAGE}/{self.token}"

    @property
    def back_url(self) -> str:
        return self.url

    @property
    def opens_until(self) -> Message | str:
        """The last day on which the link opens."""
        return day((expires(self.poll) - timedelta(seconds=1)).date())


@implementer(IPublishTraverse)
class MyDates(AnswerForm):
    """For the person of the account, who was asked."""

    key = ""
    opens_until = ""

    def publishTraverse(self, request, name):
        if self.key:
            raise NotFound(name)
        self.key = name
        return self

    def __call__(self):
        poll = poll_of(self.context, self.key)
        person = own_key(poll) if poll is not None else None
        if person is None:
            raise NotFound(self.key or "kpss-my-dates")
        self.poll, self.who = poll, poll.who(person)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-my-dates/{self.key}"

    @property
    def back_url(self) -> str:
        return self.url
