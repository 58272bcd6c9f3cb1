"""Submitting, going on without advice, taking back.

Together with ``deciding`` and ``talking`` the only writers of a history. A refusal
leaves nothing half-saved.
"""

from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.checks import require
from kpss.addon.approval.checks import seen
from kpss.addon.approval.checks import still_current
from kpss.addon.approval.frozen import freeze
from kpss.addon.approval.history import Record
from kpss.addon.approval.possible import judge_start
from kpss.addon.approval.possible import SUBMIT
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.judging import refuse_skip
from kpss.addon.approval.rules.judging import refuse_withdrawal
from kpss.addon.approval.writing import write
from plone import api


def start(
    obj,
    *,
    on: date | None = None,
    chain: str | None = None,
    comment: str | None = None,
    revision: int | None = None,
) -> Record:
    """Submit a document to its chain; ``chain`` names one where several are offered."""
    case, today = seen(obj, revision), date.today()
    require(api.user.has_permission(SUBMIT, obj=obj))
    day = on or today
    chosen = _chosen(case, chain)
    refuse(judge_start(case, chosen, on=day, today=today), case)
    frozen = freeze(chosen, case.bodies)
    record = Record(STARTED, day, chain=frozen, text=comment)
    return write(case, record, chain=chosen)


def skip(obj, step: int, *, revision: int | None = None) -> Record:
    """Go on without the advice of a step whose deadline has passed."""
    case, today = seen(obj, revision), date.today()
    still_current(case, step)
    require(api.user.has_permission(SUBMIT, obj=obj))
    refuse(
        refuse_skip(
            case.chain, case.standing, step, deadline=case.deadline, today=today
        ),
        case,
    )
    one = case.chain.steps[step]
    return write(case, Record(SKIPPED, today, step=step, body=one.body, act=one.act))


def withdraw(
    obj, *, comment: str | None = None, on: date | None = None, revision=None
) -> Record:
    """Take a document back; it may be submitted again."""
    case, today = seen(obj, revision), date.today()
    require(api.user.has_permission(SUBMIT, obj=obj))
    day = on or today
    refuse(refuse_withdrawal(case.standing, on=day, today=today), case)
    return write(case, Record(WITHDRAWN, day, text=comment or None))


def _chosen(case: Case, chain: str | None) -> Chain:
    offered = case.offered
    if chain is not None:
        for one in offered:
            if one.id == chain:
                return one
        refuse([Reason("chain", "chain_not_offered", {"chain": chain})], case)
    if not offered:
        refuse([Reason("chain", "no_chain")], case)
    return offered[0]
