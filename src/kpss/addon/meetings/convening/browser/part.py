"""A part of the page of a meeting: the forecast, what is to be sent, one's own answer."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.convening.browser.replies import Call
from kpss.addon.meetings.convening.browser.replies import calls_of
from kpss.addon.meetings.convening.outstanding import outstanding
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.texts import change_text
from kpss.addon.meetings.convening.texts import difference_text
from kpss.addon.meetings.convening.texts import forecast_text
from kpss.addon.meetings.convening.texts import REPLIES
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.who import may_convene
from kpss.addon.meetings.who import may_record
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


#: Who is called first; the others are on the page of answers.
SHOWN = 5


class ConveningPart(ViewletBase):
    """For who sees inside, while the meeting is convened and has not begun."""

    weight = 20

    @cached_property
    def state(self) -> str:
        return state_of(self.context)

    @property
    def is_shown(self) -> bool:
        """Members are told nothing here while they decide outside a meeting."""
        has_words = self.comes_together or self.may_record
        return self.state == CONVENED and has_words

    @property
    def comes_together(self) -> bool:
        """Outside a meeting nobody says whether they come."""
        return self.context.kind != PER_ROLLAM

    @cached_property
    def may_record(self) -> bool:
        return may_record(self.context)

    @cached_property
    def may_convene(self) -> bool:
        return may_convene(self.context)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.context)

    @property
    def over(self) -> bool:
        return self.answers.over

    @property
    def forecast(self) -> Message:
        return forecast_text(self.answers.forecast)

    @cached_property
    def calls(self) -> list[Call]:
        """Nobody is to be called when a quorum is certain."""
        certain = self.answers.forecast.missing == 0
        if self.over or certain or not self.comes_together:
            return []
        return calls_of(self.answers)

    @property
    def first_calls(self) -> list[Call]:
        return self.calls[:SHOWN]

    @property
    def more_calls(self) -> Message | None:
        """How many others there are."""
        left = len(self.calls) - SHOWN
        if left <= 0:
            return None
        return plural(
            left,
            _("more_to_call_one", default="and ${number} more"),
            _("more_to_call_few", default="and ${number} more"),
            _("more_to_call_many", default="and ${number} more"),
        )

    @cached_property
    def changes(self) -> list[str]:
        """What those who are invited do not know yet."""
        if not self.may_convene or self.over:
            return []
        return [difference_text(one) for one in outstanding(self.context).changes]

    @cached_property
    def roster_changes(self) -> list[Message]:
        """Who came and left since the roster was taken; opening takes it anew."""
        return [change_text(one) for one in outstanding(self.context).roster]

    @property
    def has_to_tell(self) -> bool:
        return self.may_convene and not outstanding(self.context).refusals

    # One's own answer

    @cached_property
    def own_key(self) -> str | None:
        return self.answers.own_key()

    @property
    def own_answer(self) -> Message | None:
        found = self.answers.of(self.own_key) if self.own_key else None
        return dict(REPLIES)[found.reply.state] if found is not None else None
