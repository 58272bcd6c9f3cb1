"""On the page of a meeting: one's own vote, and who has not voted yet."""

from functools import cached_property
from kpss.addon.meetings.attendance.judging import has_vote
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.voting.per_rollam import closed
from kpss.addon.meetings.voting.per_rollam import silent
from kpss.addon.meetings.voting.per_rollam import until
from kpss.addon.meetings.who import may_record
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


class BallotsPart(ViewletBase):
    """For those inside, while members vote outside a meeting."""

    weight = 35

    @property
    def available(self) -> bool:
        """After the deadline too: who records still asks who has not voted."""
        if self.is_open:
            return True
        over = closed(self.context)
        return over is not None and over.code == "deadline_passed"

    @cached_property
    def is_open(self) -> bool:
        return closed(self.context) is None

    @property
    def until(self) -> Message | str:
        last = until(self.context)
        return moment(last) if last is not None else ""

    @property
    def may_vote(self) -> bool:
        if not self.is_open:
            return False
        line = sheet_of(self.context).by_member.get(
            Answers(self.context).own_key() or ""
        )
        return line is not None and has_vote(line)

    @cached_property
    def silent(self) -> list[str]:
        """Only for who records."""
        return silent(self.context) if may_record(self.context) else []

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-my-ballots"
