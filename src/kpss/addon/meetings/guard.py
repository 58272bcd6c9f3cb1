"""``@@kpss-guard/<transition>``: what the workflows ask before a transition.

Bound to no layer and never raising, as the guard of approvables.
"""

from kpss.addon.approval.guard import Answer
from kpss.addon.approval.writing import JUDGED
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import may
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import STEPS
from kpss.addon.meetings.rules.progress import WITH_WORDS
from kpss.addon.process.uids import uid_of
from logging import getLogger
from Products.Five.browser import BrowserView
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


logger = getLogger(__name__)


@implementer(IPublishTraverse)
class Guard(BrowserView):
    """True when the transition may be made by the present user with one click."""

    def __getitem__(self, transition: str) -> Answer:
        return Answer(self.allows(transition))

    def publishTraverse(self, request, name):
        # Nobody asks it from outside
        raise KeyError(name)

    def allows(self, transition: str) -> bool:
        judged = IAnnotations(self.request).get(JUDGED)
        if judged == (uid_of(self.context), transition):
            return True
        # Who sees what follows from the fields; nobody moves it by hand
        if not IMeeting.providedBy(self.context) or transition not in STEPS:
            return False
        if transition in WITH_WORDS:
            return False
        try:
            return may(self.context, transition) and not refusals(
                self.context, transition
            )
        except (LookupError, ValueError, TypeError, AttributeError):
            logger.exception("The guard of %s cannot judge", self.context)
            return False
