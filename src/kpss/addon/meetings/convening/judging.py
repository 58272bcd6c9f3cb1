"""Whether a meeting may be convened, said before the click and by the guard."""

from functools import cached_property
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.agenda import is_business
from kpss.addon.meetings.convening.agenda import lines_of
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.convening.texts import finding_text
from kpss.addon.meetings.interfaces import IProgressRules
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.rules import notice
from kpss.addon.meetings.rules.notice import Finding
from kpss.addon.meetings.rules.notice import Limit
from kpss.addon.meetings.rules.notice import Plan
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import rules_of
from kpss.addon.process.uids import uid_of
from zope.component import adapter
from zope.interface import implementer


class Convening:
    """A meeting about to be convened: who gets what, what forbids it, what to know."""

    def __init__(self, meeting):
        self.meeting = meeting

    @cached_property
    def recipients(self) -> list[Recipient]:
        return recipients(self.meeting)

    @cached_property
    def addressed(self) -> list[Recipient]:
        return [one for one in self.recipients if one.to]

    @cached_property
    def without_address(self) -> list[Recipient]:
        """To be told otherwise."""
        return [one for one in self.recipients if not one.to]

    @cached_property
    def plan(self) -> Plan:
        lines, rules = lines_of(self.meeting), rules_of(self.meeting)
        # Outside a meeting there is no day by which anybody must come
        timed = self.meeting.kind != PER_ROLLAM
        return Plan(
            start=local(self.meeting.start),
            items=sum(map(is_business, lines)),
            papers=sum(len(one.papers) for one in lines),
            # Of the first one only: each address has to be looked up
            reaches=any(one.to for one in self.recipients),
            invitation=_limit(timed, rules.invitation_days, rules.invitation_days_kind),
            papers_limit=_limit(timed, rules.papers_days, rules.papers_days_kind),
            urgent=rules.urgent_exception,
        )

    @cached_property
    def findings(self) -> list[Finding]:
        return notice.findings(self.plan, now(), HOLIDAYS)

    @property
    def warnings(self) -> list[Finding]:
        found = [one for one in self.findings if not one.refuses]
        return [*found, *notice.unreached(len(self.without_address))]

    @property
    def refusals(self) -> list[Refusal]:
        """What forbids it beside what ``rules.progress`` says."""
        return [
            Refusal(FIELDS.get(one.code, ""), finding_text(one), one.code, one.params)
            for one in self.findings
            if one.refuses
        ]

    @property
    def needs_reason(self) -> bool:
        return notice.needs_reason(self.plan, self.findings)


def convening(meeting) -> Convening:
    """Worked out once on a page and by the guards."""
    return once(("convening", uid_of(meeting)), lambda: Convening(meeting))


FIELDS = {notice.SHORT_NOTICE: "start"}


def _limit(timed: bool, days: int | None, kind: str | None) -> Limit:
    return Limit(days, kind) if timed else Limit()


@implementer(IProgressRules)
@adapter(IMeeting)
class ConveningRules:
    """What an invitation needs, as one of the rules of progress."""

    def __init__(self, meeting):
        self.meeting = meeting

    def refusals(self, transition: str) -> list[Refusal]:
        if transition != CONVENE:
            return []
        return convening(self.meeting).refusals

    def asks(self, transition: str) -> list[Refusal]:
        """Short notice as an exception is explained to those who are invited."""
        if transition != CONVENE or not convening(self.meeting).needs_reason:
            return []
        message = _("The notice is shorter than the rules say: write why.")
        return [Refusal("reason", message, "reason_needed")]
