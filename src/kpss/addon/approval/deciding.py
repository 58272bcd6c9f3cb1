"""Recording what was decided at a step."""

from collections.abc import Sequence
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.checks import require
from kpss.addon.approval.checks import seen
from kpss.addon.approval.checks import still_current
from kpss.addon.approval.delegations.reading import Delegated
from kpss.addon.approval.delegations.reading import delegations_on
from kpss.addon.approval.effects import effect
from kpss.addon.approval.history import Record
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.pinning import pin
from kpss.addon.approval.possible import acts_under
from kpss.addon.approval.possible import may_decide
from kpss.addon.approval.possible import may_record_for
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.rules.acknowledging import awaits_acknowledgement
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.facts import ResolutionFact
from kpss.addon.approval.rules.judging import refuse_decision
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.approval.writing import write
from plone import api
from typing import Any


WITH_CHANGES = "approved_with_changes"

#: The verb of a resolution by which something was decided, where nobody says another.
VERB_OF = {
    "submitted": "proposes",
    "discussed": "takes_note",
    "approved": "approves",
    "approved_with_changes": "approves",
    "discussed_and_approved": "approves",
    "rejected": "approves_not",
    "recommended": "recommends",
    "recommended_with_comments": "recommends",
    "not_recommended": "recommends_not",
    "taken_note": "takes_note",
    "postponed": "postpones",
}


def decide(obj, said: Said, *, revision: int | None = None) -> Record:
    """Record what was decided at the current step."""
    case, today = seen(obj, revision), date.today()
    still_current(case, said.step)
    delegated = _delegated(case, said)
    _require_recording(case, said, delegated, today)
    decision = _decision(case, said, delegated)
    refuse(_judged(case, decision, today), case)
    # Judged before a resolution is made
    effects = effect(case, said)
    made = _resolution(case, decision, said)
    pinned, version = pin(obj, said.on)
    step = case.chain.steps[said.step]
    record = Record(
        DECIDED,
        said.on,
        step=said.step,
        body=decision.body,
        act=step.act,
        outcome=said.outcome,
        return_to=said.return_to,
        until=said.until,
        delegation=said.delegation,
        resolution=as_data(made),
        meeting=said.meeting,
        pinned=pinned,
        text=said.comment or None,
        more={**version, **_wording(obj, said), **effects, **_by(delegated)},
    )
    return write(case, record)


def _delegated(case: Case, said: Said) -> Delegated | None:
    if said.delegation is None:
        return None
    step = case.chain.steps[said.step]
    for one in delegations_on(case.process, said.body or step.body, None):
        if one.uid == said.delegation:
            return one
    refuse([Reason("delegation", "delegation_unknown")], case)
    return None


def _require_recording(
    case: Case, said: Said, delegated: Delegated | None, today: date
) -> None:
    if delegated is not None:
        own = may_record_for(case, said.body or case.chain.steps[said.step].body)
        require(own or acts_under(case, delegated))
        return
    if said.body is not None:
        require(may_record_for(case, said.body))
        return
    if case.standing.status == RUNNING:
        require(may_decide(case, today))
        step = case.chain.steps[said.step]
        # Who may only act under a delegation says which one
        if step.body is not None and not may_record_for(case, step.body):
            refuse([Reason("delegation", "delegation_needed")], case)
    else:
        require(api.user.has_permission(TAKE_PART, obj=case.obj))


def _decision(case: Case, said: Said, delegated: Delegated | None) -> Decision:
    # Only a running document has a current step; the rules say so of others
    running = case.standing.status == RUNNING
    step = case.chain.steps[said.step] if running else None
    body = said.body or (step.body if step is not None else None)
    acting = (delegated.to_body if delegated is not None else None) or body
    return Decision(
        step=said.step,
        outcome=said.outcome,
        on=said.on,
        body=body,
        body_kind=case.kinds.get(body or ""),
        resolution=_fact(said, acting),
        delegation=delegated.fact if delegated is not None else None,
        wording=said.wording,
        return_to=said.return_to,
        to_draft=said.to_draft,
        until=said.until,
    )


def _fact(said: Said, acting: str | None) -> ResolutionFact | None:
    one = said.resolution
    if one is None:
        return None
    if isinstance(one, NewResolution):
        return ResolutionFact(acting or "", said.on)
    if one.uid is None:
        # Known by its number: it is of who acted, under a delegation of the delegate
        return ResolutionFact(acting or one.body, one.on)
    return ResolutionFact(one.body, one.on)


def _judged(case: Case, decision: Decision, today: date) -> Sequence[Reason]:
    reasons = refuse_decision(
        case.chain, case.standing, decision, case.document, today=today
    )
    if not reasons and awaits_acknowledgement(
        getattr(case.process, "guarantor_involvement", None),
        [one.kind for one in case.records],
    ):
        return [Reason("action", "guarantor_has_not_acknowledged")]
    return reasons


def _resolution(case: Case, decision: Decision, said: Said) -> ResolutionView | None:
    """The resolution of the decision, made now where it was asked for.

    One that is known by its number is entered into the register too.
    """
    one = said.resolution
    fact = decision.resolution
    if one is None or fact is None or not fact.body:
        return None if isinstance(one, NewResolution) else one
    book = IResolutionBook(case.process)
    if isinstance(one, NewResolution):
        made, external = one, False
    elif one.uid is not None:
        return one
    else:
        known = book.numbered(fact.body, one.number or "", one.on)
        if known is not None:
            return known
        made, external = NewResolution(number=one.number), True
    return book.record(
        fact.body,
        on=said.on,
        verb=made.verb or VERB_OF.get(said.outcome, "other"),
        title=made.title or case.obj.title,
        text=made.text,
        number=made.number,
        subject=case.obj.UID(),
        external=external,
        per_rollam=made.per_rollam,
    )


def as_data(one: ResolutionView | None) -> dict[str, Any] | None:
    """A resolution as an entry keeps it."""
    if one is None:
        return None
    return {
        "uid": one.uid,
        "number": one.number,
        "date": one.on.isoformat(),
        "body": one.body,
    }


def _wording(obj, said: Said) -> dict[str, Any]:
    """With changes it is the text there is now that was approved, not what was seen."""
    if said.outcome != WITH_CHANGES:
        return {}
    checksum, _version = pin(obj, date.today())
    return {"wording": checksum}


def _by(delegated: Delegated | None) -> dict[str, Any]:
    if delegated is None:
        return {}
    return {"delegated_to": delegated.to_body, "to_person": bool(delegated.to_person)}
