"""Whether a text may be changed while bodies decide about it."""

from kpss.addon.approval.case import case_of
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import RUNNING
from plone.uuid.interfaces import IUUID


RETURN = "return"


def is_locked(document) -> bool:
    """Where the process says so, from the first decision on, until it is returned."""
    if IUUID(document, None) is None:
        # On its way into the section: nobody has decided anything
        return False
    case = case_of(document)
    if getattr(case.process, "text_changes", None) != RETURN:
        return False
    if case.standing.status != RUNNING:
        return False
    return any(step.state == "done" for step in case.standing.steps) and any(
        one.kind == DECIDED for one in case.moving
    )
