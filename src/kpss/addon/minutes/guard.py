"""``@@kpss-guard/<transition>`` of minutes; see that of approvables."""

from kpss.addon.approval.guard import BaseGuard
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.history import RECORD
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.publishing import reasons_against
from kpss.addon.minutes.rules.states import FREEZE
from kpss.addon.minutes.rules.states import TRANSITIONS


class Guard(BaseGuard):
    """True when the transition may be made by the present user with one click."""

    transitions = (*TRANSITIONS, RECORD)

    def judge(self, transition: str) -> bool:
        # Acts have words, and the last verification ends it by itself
        if transition in (RECORD, FREEZE):
            return False
        if not may_record(meeting_of(self.context)):
            return False
        return not reasons_against(self.context, transition)
