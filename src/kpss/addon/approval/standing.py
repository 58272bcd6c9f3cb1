"""Where an approvable is as one word, today, and the stored word that follows it."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.history import FOLLOWED
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.history import written
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.interfaces import IFollowers
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.states import OPEN_STATES
from kpss.addon.approval.rules.states import state
from kpss.addon.approval.rules.states import state_of_validity
from kpss.addon.approval.rules.validity import Validity
from plone import api
from Products.CMFCore.indexing import processQueue
from zope.component import subscribers


def validities(process) -> list[Validity]:
    """Of everything that was approved in the process."""
    return [case_of(one).validity for one in IApprovals(process).approved()]


def state_today(case: Case, today: date, known: Iterable[Validity] = ()) -> str:
    """The state on a day; one that is not public keeps its own word.

    ``known``: validities of the process where they are at hand.
    """
    return state(
        case.chain,
        case.standing,
        case.kinds,
        validity=case.validity,
        documents=known or validities(case.process),
        on=today,
    )


def state_told(case: Case, today: date) -> str:
    """The stored state, and of what was approved for everybody the one of the day."""
    stored = api.content.get_state(case.obj)
    if stored in OPEN_STATES and case.standing.status == APPROVED:
        return state_today(case, today)
    return stored


def settle(process, today: date) -> int:
    """Bring stored states of what was approved up to date; how many were behind.

    Nothing depends on it but stock listings: pages and services ask the dates.
    """
    # What was recorded just now is to be found
    processQueue()
    approved = IApprovals(process).approved()
    known = [case_of(one).validity for one in approved]
    behind = 0
    for obj, validity in zip(approved, known, strict=True):
        stored = api.content.get_state(obj)
        wanted = state_of_validity(validity, known, today)
        if stored in OPEN_STATES and stored != wanted:
            put_state(obj, wanted, today)
            behind += 1
            follow_on(obj, today)
    return behind


def follow_on(obj, today: date) -> None:
    """Annexes and whatever else goes with an approvable have its state."""
    found = [
        one for more in subscribers((obj,), IFollowers) for one in more.followers()
    ]
    wanted = api.content.get_state(obj) if found else ""
    for follower in found:
        if api.content.get_state(follower) != wanted:
            put_state(follower, wanted, today)


def put_state(obj, wanted: str, today: date) -> None:
    """An entry that only says that the state followed; whoever is at work."""
    tool = api.portal.get_tool("portal_workflow")
    last = tool.getStatusOf(WORKFLOW, obj) or {}
    status = {
        **last,
        **written(Record(FOLLOWED, today)),
        "action": None,
        "actor": getSecurityManager().getUser().getId(),
        "comments": "",
        "review_state": wanted,
    }
    tool.setStatusOf(WORKFLOW, obj, status)
    tool[WORKFLOW].updateRoleMappingsFor(obj)
    obj.reindexObject()
    obj.reindexObjectSecurity()
