"""Whether a text may be changed while bodies decide about it."""

from kpss.addon.approval.case import Case
from kpss.addon.approval.pinning import pinned
from kpss.addon.approval.rules.case import RUNNING
from plone.uuid.interfaces import IUUID
from typing import Any


RETURN = "return"


def locked_copy(document) -> dict[str, Any] | None:
    """What the last body decided about, where nobody may change it; None: it is free.

    Locked where the process says so, from the first decision on, until it is returned.
    """
    uid = IUUID(document, None)
    if uid is None:
        # On its way into the section: nobody has decided anything
        return None
    case = Case(document)
    if getattr(case.process, "text_changes", None) != RETURN:
        return None
    if case.standing.status != RUNNING or not _is_done(case):
        return None
    found = [one.pinned for one in case.moving if one.pinned]
    return pinned(uid, found[-1]) if found else None


def _is_done(case: Case) -> bool:
    return any(step.state == "done" for step in case.standing.steps)
