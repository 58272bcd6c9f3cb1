"""``@@kpss-guard/<transition>``: what the workflows ask before a transition."""

from kpss.addon.approval.guard import BaseGuard
from kpss.addon.meetings.progress import asks
from kpss.addon.meetings.progress import may
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import STEPS
from kpss.addon.meetings.rules.progress import WITH_WORDS
from kpss.addon.meetings.rules.visibility import VISIBILITIES


#: Who sees what follows from the fields; nobody moves it by hand.
SETTLED = tuple(f"make_{one}" for one in VISIBILITIES)


class ItemGuard(BaseGuard):
    """Of an item: only what was judged."""

    transitions = SETTLED

    def judge(self, transition: str) -> bool:
        return False


class MeetingGuard(BaseGuard):
    """True when the transition may be made by the present user with one click."""

    transitions = (*STEPS, *SETTLED)

    def judge(self, transition: str) -> bool:
        if transition in SETTLED or transition in WITH_WORDS:
            return False
        meeting = self.context
        if not may(meeting, transition) or refusals(meeting, transition):
            return False
        return not asks(meeting, transition)
