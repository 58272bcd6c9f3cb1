"""``@@kpss-guard/<transition>`` of minutes; see that of approvables."""

from kpss.addon.approval.guard import Answer
from kpss.addon.approval.writing import JUDGED
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.history import RECORD
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.publishing import reasons_against
from kpss.addon.minutes.rules.states import FREEZE
from kpss.addon.minutes.rules.states import TRANSITIONS
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
        # Acts have words, and the last verification ends it by itself
        if transition in (RECORD, FREEZE) or transition not in TRANSITIONS:
            return False
        try:
            return may_record(meeting_of(self.context)) and not reasons_against(
                self.context, transition
            )
        except (LookupError, ValueError, TypeError, AttributeError):
            logger.exception("The guard of %s cannot judge", self.context)
            return False
