"""What every action asks before it writes, in this order.

What the person saw is still so (``Outdated``), the person may (``Unauthorized``), the
rules allow it (``Refusals``).
"""

from AccessControl import Unauthorized
from collections.abc import Sequence
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.sentences import refusals_of
from typing import Any


def seen(obj, revision: int | None) -> Case:
    """The case; raises Outdated when the history has grown since the person looked."""
    case = case_of(obj)
    if revision is not None and revision != case.standing.revision:
        raise Outdated(case)
    return case


def still_current(case: Case, step: int) -> None:
    """Raise Outdated when the step that the person saw is not current any more."""
    standing = case.standing
    if standing.status == RUNNING and step != standing.current:
        raise Outdated(case)


def require(allowed: Any) -> None:
    if not allowed:
        raise Unauthorized()


def refuse(reasons: Sequence[Reason], case: Case) -> None:
    if reasons:
        raise Refusals(refusals_of(reasons, case))
