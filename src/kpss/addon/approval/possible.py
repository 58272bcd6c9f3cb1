"""What may be done with a document now by the present user, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.chains.reading import flaws_in
from kpss.addon.approval.delegations.reading import Delegated
from kpss.addon.approval.delegations.reading import delegations_on
from kpss.addon.approval.rules.acting import may_record
from kpss.addon.approval.rules.acting import may_record_as_delegate
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.judging import refuse_decision
from kpss.addon.approval.rules.judging import refuse_skip
from kpss.addon.approval.rules.judging import refuse_start
from kpss.addon.approval.rules.judging import refuse_withdrawal
from plone import api


SUBMIT = "kpss.addon: Submit Document"
TAKE_PART = "kpss.addon: Take Part In Approval"
PASS_ON = "kpss.addon: Pass On"
MANAGE = "kpss.addon: Manage Process"
RECORD_ANY = "kpss.addon: Record Any Step"

START, DECIDE, SKIP, WITHDRAW = "start", "decide", "skip", "withdraw"
ACTIONS = (START, DECIDE, SKIP, WITHDRAW)

#: Nobody but those named may do it; the reasons of the rules come after it.
NOT_YOURS = "not_yours"


@dataclass(frozen=True)
class Possible:
    """An action: whether it is possible now, else why not; never empty-handed."""

    id: str
    reasons: tuple[Reason, ...] = ()

    @property
    def allowed(self) -> bool:
        return not self.reasons


def possible(case: Case, today: date) -> list[Possible]:
    """All actions in the order in which a document meets them."""
    return [
        Possible(name, tuple(reasons_against(case, name, today))) for name in ACTIONS
    ]


def reasons_against(case: Case, action: str, today: date) -> Sequence[Reason]:
    """Permission first: who may not do it need not know what else is missing."""
    if action == DECIDE:
        if not may_decide(case, today):
            return [Reason("action", NOT_YOURS)]
        if case.standing.status != RUNNING:
            return [Reason("action", "not_running")]
        return []
    if not api.user.has_permission(SUBMIT, obj=case.obj):
        return [Reason("action", NOT_YOURS)]
    return judge_plain(case, action, today)


def judge_plain(case: Case, action: str, today: date) -> Sequence[Reason]:
    """What the rules say of a start, a skip and a withdrawal today."""
    if action == START:
        if not case.starts_with.steps:
            return [Reason("chain", "no_chain")]
        return judge_start(case, case.starts_with, on=today, today=today)
    if action == WITHDRAW:
        return refuse_withdrawal(case.standing, on=today, today=today)
    current = case.standing.current
    if current is None:
        return [Reason("action", "not_running")]
    return refuse_skip(
        case.chain, case.standing, current, deadline=case.deadline, today=today
    )


def judge_start(case: Case, chain: Chain, *, on: date, today: date) -> Sequence[Reason]:
    """A chain with flaws, such as a body that ended, is not begun at all."""
    reasons = refuse_start(chain, case.standing, case.document, on=on, today=today)
    if not reasons and flaws_in(case.process, chain):
        return [Reason("chain", "chain_has_flaws", {"chain": chain.title})]
    return reasons


def may_decide(case: Case, today: date) -> bool:
    """Whether the present user records at the current step today, also as a delegate."""
    index = case.standing.current
    if index is None:
        return False
    step = case.chain.steps[index]
    kind = step.body_kind or case.kinds.get(step.body or "")
    bodies = (
        [step.body]
        if step.body_kind is None
        else [one.id for one in case.bodies.values() if one.kind == step.body_kind]
    )
    if any(may_record(step, body, kind, case.acting) for body in bodies):
        return True
    return bool(step.delegation) and any(
        acts_under(case, one)
        for body in bodies
        for one in delegations_on(case.process, body, None)
    )


def acts_under(case: Case, one: Delegated) -> bool:
    """Whether the present user acts for the one that the powers passed to."""
    kind = case.kinds.get(one.to_body or "")
    return may_record_as_delegate(one.to_body, kind, one.to_person, case.acting)


def may_record_for(case: Case, body: str | None) -> bool:
    """Whether the present user records for a body at the current step."""
    index = case.standing.current
    if index is None:
        return False
    kind = case.kinds.get(body or "")
    return may_record(case.chain.steps[index], body, kind, case.acting)


def judge(case: Case, entry: Entry, today: date) -> Sequence[Reason]:
    """What the rules say of an entry that a transition alone would make."""
    if entry.kind == STARTED:
        return judge_plain(case, START, today)
    if entry.kind == WITHDRAWN:
        return judge_plain(case, WITHDRAW, today)
    if entry.kind == SKIPPED:
        return judge_plain(case, SKIP, today)
    if entry.kind != DECIDED or entry.step is None or entry.outcome is None:
        raise ValueError(entry)
    step = case.chain.steps[entry.step]
    decision = Decision(
        step=entry.step,
        outcome=entry.outcome,
        on=entry.on,
        body=step.body,
        body_kind=case.kinds.get(step.body or ""),
    )
    return refuse_decision(
        case.chain, case.standing, decision, case.document, today=today
    )


def may_make(case: Case, entry: Entry, today: date) -> bool:
    """Whether the present user may make it, whatever the rules say of it."""
    if entry.kind == DECIDED:
        return may_decide(case, today)
    return api.user.has_permission(SUBMIT, obj=case.obj)
