"""Whether something may be done with a document now, and why not.

Permission to record is judged today; delegation, resolution and dates on the day of
the decision (decision 30).
"""

from collections.abc import Iterator
from datetime import date
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import DRAFT
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.case import TAKEN_BACK
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import managing_step
from kpss.addon.approval.rules.chain import RETURNS
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WAITS
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.facts import Reason


def refuse_start(
    chain: Chain, standing: Standing, document: Document, *, on: date, today: date
) -> list[Reason]:
    """A draft, a withdrawn and a rejected document may be submitted; no other.

    An important one only to a chain in which the managing body has a say (BER-45).
    """
    if standing.status == RUNNING:
        return [Reason("action", "already_running")]
    if standing.status == APPROVED:
        return [Reason("action", "already_approved")]
    if not chain.steps:
        return [Reason("action", "no_steps")]
    reasons = list(_wrong_day(standing, on, today))
    managing = document.managing_body
    if (
        document.important
        and managing is not None
        and managing_step(chain, managing) is None
    ):
        reasons.append(Reason("chain", "managing_body_left_out", {"body": managing}))
    return reasons


def refuse_withdrawal(standing: Standing, *, on: date, today: date) -> list[Reason]:
    """Only what is under way is withdrawn."""
    if standing.status != RUNNING:
        return [Reason("action", "not_running")]
    return list(_wrong_day(standing, on, today))


def refuse_skip(
    chain: Chain, standing: Standing, step: int, *, deadline: date | None, today: date
) -> list[Reason]:
    """Only advice, only where the chain allows it, only after the deadline's last day.

    It is skipped as of today; ``deadline`` None: the step has none.
    """
    reasons = list(_not_current(standing, step))
    if reasons:
        return reasons
    if not chain.steps[step].skippable or step == chain.last:
        return [Reason("action", "may_not_be_skipped")]
    if deadline is None:
        return [Reason("action", "no_deadline")]
    if today <= deadline:
        return [Reason("action", "deadline_not_passed", {"day": deadline})]
    return list(_wrong_day(standing, today, today))


def refuse_decision(
    chain: Chain,
    standing: Standing,
    decision: Decision,
    document: Document,
    *,
    today: date,
) -> list[Reason]:
    """All reasons why the decision may not be recorded; empty when it may."""
    reasons = list(_not_current(standing, decision.step))
    if reasons:
        return reasons
    step = chain.steps[decision.step]
    if decision.outcome not in step.allowed:
        params = {"allowed": step.allowed}
        return [Reason("outcome", "outcome_not_allowed", params)]
    needed = needs_resolution(chain, document, decision.step)
    return [
        *_wrong_day(standing, decision.on, today),
        *_wrong_body(step, decision),
        *_wrong_resolution(step, decision, needed=needed),
        *_wrong_delegation(step, decision, document),
        *_wrong_return(decision),
        *_wrong_postponement(decision),
        *_missing_wording(decision),
    ]


def _not_current(standing: Standing, step: int) -> Iterator[Reason]:
    if standing.status in (DRAFT, TAKEN_BACK):
        yield Reason("step", "not_started")
    elif standing.status != RUNNING:
        yield Reason("step", "has_ended", {"status": standing.status})
    elif step != standing.current:
        yield Reason("step", "not_current", {"current": standing.current})


def _wrong_day(standing: Standing, on: date, today: date) -> Iterator[Reason]:
    if on > today:
        yield Reason("date", "in_future")
    if standing.latest is not None and on < standing.latest:
        yield Reason("date", "before_previous", {"day": standing.latest})


def _wrong_body(step: Step, decision: Decision) -> Iterator[Reason]:
    if step.public:
        if decision.body is not None:
            yield Reason("body", "public_has_no_body")
    elif step.body is not None:
        if decision.body not in (None, step.body):
            yield Reason("body", "other_body", {"body": step.body})
    elif decision.body is None:
        yield Reason("body", "body_missing", {"kind": step.body_kind})
    elif decision.body_kind != step.body_kind:
        yield Reason("body", "body_of_other_kind", {"kind": step.body_kind})


def needs_resolution(chain: Chain, document: Document, index: int) -> bool:
    """Whether what leads on from a step, or ends there, goes by a resolution.

    The chain says so, and of important documents it is so at the managing body.
    """
    managing = managing_step(chain, document.managing_body)
    return chain.steps[index].resolution_required or (
        document.important and index == managing
    )


def _wrong_resolution(
    step: Step, decision: Decision, *, needed: bool
) -> Iterator[Reason]:
    """Where one is needed, it is of the deciding body and of the day of the decision.

    Under a delegation to a body it is that body's; a person adopts none.
    """
    resolution, delegation = decision.resolution, decision.delegation
    if resolution is None:
        by_person = delegation is not None and delegation.to_body is None
        leads_on = EFFECTS[decision.outcome] not in (RETURNS, WAITS)
        if needed and leads_on and not by_person:
            yield Reason("resolution", "resolution_missing")
        return
    body = (delegation and delegation.to_body) or step.body or decision.body
    if resolution.body != body and (body is not None or step.public):
        yield Reason("resolution", "resolution_of_other_body", {"body": body})
    if resolution.on != decision.on:
        yield Reason("resolution", "resolution_of_other_day", {"day": resolution.on})


def _wrong_delegation(
    step: Step, decision: Decision, document: Document
) -> Iterator[Reason]:
    delegation = decision.delegation
    if delegation is None:
        return
    if not step.delegation:
        yield Reason("delegation", "delegation_not_allowed")
    if delegation.body != (step.body or decision.body):
        yield Reason("delegation", "delegation_of_other_body")
    if decision.on < delegation.valid_from:
        yield Reason(
            "delegation", "delegation_not_begun", {"day": delegation.valid_from}
        )
    if delegation.valid_to is not None and decision.on > delegation.valid_to:
        yield Reason("delegation", "delegation_ended", {"day": delegation.valid_to})
    if delegation.kinds and document.kind not in delegation.kinds:
        yield Reason("delegation", "delegation_of_other_kinds")


def _wrong_return(decision: Decision) -> Iterator[Reason]:
    """A return says where to: the draft or one earlier step, and nothing else does."""
    to_step = decision.return_to is not None
    if EFFECTS[decision.outcome] != RETURNS:
        if to_step or decision.to_draft:
            yield Reason("return_to", "nothing_returned")
    elif to_step and decision.to_draft:
        yield Reason("return_to", "return_to_two_places")
    elif decision.return_to is not None and not 0 <= decision.return_to < decision.step:
        yield Reason("return_to", "return_to_later")
    elif not to_step and not decision.to_draft:
        yield Reason("return_to", "return_to_missing")


def _wrong_postponement(decision: Decision) -> Iterator[Reason]:
    """It names a later day; what it was postponed to may be decided sooner."""
    if EFFECTS[decision.outcome] != WAITS:
        if decision.until is not None:
            yield Reason("until", "nothing_postponed")
    elif decision.until is None:
        yield Reason("until", "until_missing")
    elif decision.until <= decision.on:
        yield Reason("until", "until_passed")


def _missing_wording(decision: Decision) -> Iterator[Reason]:
    if decision.outcome == "approved_with_changes" and not decision.wording:
        yield Reason("wording", "wording_missing")
