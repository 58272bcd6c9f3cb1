"""The ways to date polls: from a body, from a planned meeting; the list of them."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.planning.browser.labels import labels_of
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import polls_of
from kpss.addon.meetings.polling.texts import STATES
from kpss.addon.meetings.polling.who import may_ask
from kpss.addon.meetings.polling.who import may_see
from kpss.addon.meetings.polling.who import own_key
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.who import body_of
from kpss.addon.process.uids import uid_of
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView
from zExceptions import Unauthorized
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Line:
    """``url`` for who sees all answers, ``own_url`` for who was asked; else empty."""

    title: str
    until: Message | str
    url: str
    own_url: str
    answered: bool


class PollsOfBody(ViewletBase):
    """Open polls on the page of a body, for those who ask, record or are asked."""

    @cached_property
    def may_see(self) -> bool:
        return may_see(self.context)

    @cached_property
    def all(self) -> list[Poll]:
        return polls_of(self.context)

    @cached_property
    def lines(self) -> list[Line]:
        found = (self._line(one) for one in self.all if one.is_open)
        return [one for one in found if one.url or one.own_url]

    def _line(self, poll: Poll) -> Line:
        own = own_key(poll) if poll.takes_answers else None
        mine = f"{self.context.absolute_url()}/@@kpss-my-dates/{poll.key}"
        return Line(
            title=poll.title,
            until=day(poll.until),
            url=poll.url if self.may_see else "",
            own_url=mine if own is not None else "",
            answered=own is not None and own in poll.answers,
        )

    @property
    def is_shown(self) -> bool:
        return bool(self.lines or (self.may_see and self.all))


class PollOfMeeting(ViewletBase):
    """On the page of a planned meeting: ask for its date, or look at the answers."""

    #: Right after the agenda.
    weight = 12

    @property
    def is_shown(self) -> bool:
        return state_of(self.context) == PLANNED and may_ask(body_of(self.context))

    @property
    def polls(self) -> list[Poll]:
        uid = uid_of(self.context)
        found = polls_of(body_of(self.context))
        return [one for one in found if one.facts["meeting"] == uid and one.is_open]


@implementer(IWithoutByline, ITitledView)
class PollsPage(BrowserView):
    """``{body}/@@kpss-polls``: all of them, for who may see the answers."""

    states = STATES
    day = staticmethod(day)

    def __call__(self):
        if not may_see(self.context):
            raise Unauthorized("kpss-polls")
        return self.index()

    @property
    def title(self) -> str:
        return translate(_("Date polls: ${body}", mapping={"body": self.context.title}))

    @property
    def labels(self) -> dict[str, Message]:
        return labels_of(self.context)

    @property
    def polls(self) -> list[Poll]:
        return polls_of(self.context)

    @property
    def may_ask(self) -> bool:
        return may_ask(self.context)
