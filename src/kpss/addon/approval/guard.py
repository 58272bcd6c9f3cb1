"""``@@kpss-guard/<transition>``: what the workflow asks before a transition.

Bound to no layer and never raising: a workflow asks also where no request of ours is.
"""

from AccessControl import getSecurityManager
from collections.abc import Container
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.memo import once
from kpss.addon.approval.possible import judge
from kpss.addon.approval.possible import MANAGE
from kpss.addon.approval.possible import may_make
from kpss.addon.approval.rules.states import OPEN_STATES
from kpss.addon.approval.rules.transitions import HIDE
from kpss.addon.approval.rules.transitions import meant_by
from kpss.addon.approval.rules.transitions import REPEAL
from kpss.addon.approval.rules.transitions import SHOW
from kpss.addon.approval.rules.transitions import TAKE_EFFECT
from kpss.addon.approval.rules.transitions import TARGETS
from kpss.addon.approval.standing import state_today
from kpss.addon.approval.writing import JUDGED
from kpss.addon.process.uids import uid_of
from logging import getLogger
from plone import api
from Products.Five.browser import BrowserView
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


logger = getLogger(__name__)
#: What content that is half there raises; a guard must never fail.
CANNOT_TELL = (LookupError, ValueError, TypeError, AttributeError)


class Answer(int):
    """Yes or no; whoever is asked may hear it, as the path of a guard demands."""

    __roles__ = None


@implementer(IPublishTraverse)
class BaseGuard(BrowserView):
    """What was judged just now passes; else ``judge`` says so, False where it cannot."""

    transitions: Container[str] = ()

    def __getitem__(self, transition: str) -> Answer:
        if transition not in self.transitions:
            raise KeyError(transition)
        return Answer(self.allows(transition))

    def publishTraverse(self, request, name):
        # Nobody asks it from outside
        raise KeyError(name)

    def allows(self, transition: str) -> bool:
        judged = IAnnotations(self.request).get(JUDGED)
        if judged == (uid_of(self.context), transition):
            return True
        # A page asks several times, for its buttons and for the menu
        user = getSecurityManager().getUser().getId()
        key = "guard", uid_of(self.context), transition, user, date.today()
        return once(key, lambda: self._judge(transition))

    def _judge(self, transition: str) -> bool:
        try:
            return self.judge(transition)
        except CANNOT_TELL:
            logger.exception("The guard of %s cannot judge", self.context)
            return False

    def judge(self, transition: str) -> bool:
        """Whether the present user may make the transition with one click."""
        raise LookupError(transition)


class Guard(BaseGuard):
    """True when the transition may be made by the present user now."""

    transitions = TARGETS

    def judge(self, transition: str) -> bool:
        return allows(self.context, transition)


def allows(obj, transition: str) -> bool:
    """What one click may do: judged as everything else; False where it cannot be told."""
    if obj.portal_type not in api.portal.get_tool("portal_types").objectIds():
        return False
    try:
        return _allows(case_of(obj), transition, date.today())
    except CANNOT_TELL:
        logger.exception("The guard of %s cannot judge %s", transition, obj)
        return False


def _allows(case: Case, transition: str, today: date) -> bool:
    if getattr(case.obj, "annex_of", None):
        return False
    if transition in (HIDE, SHOW):
        return bool(api.user.has_permission(MANAGE, obj=case.obj))
    if transition in (TAKE_EFFECT, REPEAL):
        due = TARGETS[transition] == state_today(case, today)
        return due and _state(case.obj) in OPEN_STATES
    entry = meant_by(transition, case.starts_with, case.standing, case.kinds, today)
    if entry is None or not may_make(case, entry, today):
        return False
    return not judge(case, entry, today)


def _state(obj) -> str:
    return api.content.get_state(obj)
