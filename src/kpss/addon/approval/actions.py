"""The only writers of a history.

Each checks in this order: what the person saw is still so (``Outdated``), the person may
(``Unauthorized``), the rules allow it (``Refusals``). Then it writes once, so that a
refusal leaves nothing half-saved.
"""

from AccessControl import Unauthorized
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from kpss.addon.approval import history
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.delegations.reading import Delegated
from kpss.addon.approval.delegations.reading import delegations_on
from kpss.addon.approval.frozen import freeze
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.history import written
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.pinning import pin
from kpss.addon.approval.possible import may_decide
from kpss.addon.approval.possible import may_record_for
from kpss.addon.approval.possible import SUBMIT
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.rules.acknowledging import awaits_acknowledgement
from kpss.addon.approval.rules.acting import may_record_as_delegate
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import follow_on
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.facts import ResolutionFact
from kpss.addon.approval.rules.judging import refuse_decision
from kpss.addon.approval.rules.judging import refuse_skip
from kpss.addon.approval.rules.judging import refuse_start
from kpss.addon.approval.rules.judging import refuse_withdrawal
from kpss.addon.approval.rules.transitions import RECORD
from kpss.addon.approval.rules.transitions import transition_for
from kpss.addon.approval.rules.validity import refuse_effect
from kpss.addon.approval.rules.validity import refuse_repeal
from kpss.addon.approval.rules.validity import Validity
from kpss.addon.approval.sentences import refusals_of
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


@dataclass(frozen=True)
class NewResolution:
    """A resolution to be made in place; ``number`` None: the next one of the body."""

    number: str | None = None
    verb: str = "approves"
    title: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Said:
    """What somebody says was decided at a step.

    ``resolution``: an existing one, one known by number and date only, or one to be
    made. ``delegation``: UID. ``effect_on`` None: as the document says, else the day of
    approval. ``return_to`` None with outcome returned: to the draft.
    """

    step: int
    outcome: str
    on: date
    body: str | None = None
    resolution: ResolutionView | NewResolution | None = None
    delegation: str | None = None
    comment: str | None = None
    return_to: int | None = None
    until: date | None = None
    effect_on: date | None = None
    meeting: str | None = None
    wording: bool = False


def start(
    obj,
    *,
    on: date | None = None,
    chain: str | None = None,
    comment: str | None = None,
    revision: int | None = None,
) -> Record:
    """Submit a document to its chain; ``chain`` names one where several are offered."""
    case, today = _seen(obj, revision), date.today()
    _require(api.user.has_permission(SUBMIT, obj=obj))
    day = on or today
    chosen = _chosen(case, chain)
    _refuse(
        refuse_start(chosen, case.standing, case.document, on=day, today=today), case
    )
    frozen = freeze(chosen, case.bodies)
    record = Record(STARTED, day, chain=frozen, text=comment)
    return _write(case, record, chain=chosen)


def decide(obj, said: Said, *, revision: int | None = None) -> Record:
    """Record what was decided at the current step."""
    case, today = _seen(obj, revision), date.today()
    _current(case, said.step)
    delegated = _delegated(case, said)
    _require_recording(case, said, delegated, today)
    decision = _decision(case, said, delegated)
    _refuse(_judged(case, decision, today), case)
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
        resolution=_as_data(made),
        meeting=said.meeting,
        pinned=pinned,
        text=said.comment or None,
        more={**version, **_effect(case, decision, said), **_by(delegated)},
    )
    return _write(case, record)


def skip(obj, step: int, *, revision: int | None = None) -> Record:
    """Go on without the advice of a step whose deadline has passed."""
    case, today = _seen(obj, revision), date.today()
    _current(case, step)
    _require(api.user.has_permission(SUBMIT, obj=obj))
    _refuse(
        refuse_skip(
            case.chain, case.standing, step, deadline=case.deadline, today=today
        ),
        case,
    )
    one = case.chain.steps[step]
    return _write(case, Record(SKIPPED, today, step=step, body=one.body, act=one.act))


def withdraw(
    obj, *, comment: str | None = None, on: date | None = None, revision=None
) -> Record:
    """Take a document back; it may be submitted again."""
    case, today = _seen(obj, revision), date.today()
    _require(api.user.has_permission(SUBMIT, obj=obj))
    day = on or today
    _refuse(refuse_withdrawal(case.standing, on=day, today=today), case)
    return _write(case, Record(WITHDRAWN, day, text=comment or None))


def comment(obj, text: str) -> Record:
    """A comment of a member at the current step, or on a draft (BER-62).

    It is internal, and the step's end closes the talk: later ones belong to the next.
    """
    case = case_of(obj)
    _require(api.user.has_permission(TAKE_PART, obj=obj))
    return _write_beside(case, history.COMMENT, text)


def ask_advice(obj, text: str) -> Record:
    """Send the document to the methodologist for advice; it never blocks (BER-18)."""
    case = case_of(obj)
    _require(api.user.has_permission(SUBMIT, obj=obj))
    return _write_beside(case, history.ADVICE_ASKED, text)


def give_advice(obj, text: str) -> Record:
    """The methodologist's answer, kept with the document (BER-39)."""
    case = case_of(obj)
    _require(case.acting.advises or case.acting.manages)
    return _write_beside(case, history.ADVICE_GIVEN, text)


def acknowledge(obj) -> Record:
    """The guarantor knows of the coordinator's submission (BER-38)."""
    case = case_of(obj)
    _require(case.acting.holds(("guarantor",)) or case.acting.manages)
    if case.standing.status != RUNNING:
        _refuse([Reason("action", "not_running")], case)
    return _write_beside(case, history.ACKNOWLEDGED, None)


def _write_beside(case: Case, kind: str, text: str | None) -> Record:
    if text is not None and not text.strip():
        _refuse([Reason("comment", "comment_empty")], case)
    standing = case.standing
    running = standing.status == RUNNING and standing.current is not None
    if standing.status == APPROVED:
        _refuse([Reason("action", "already_approved")], case)
    step = standing.current if running else None
    record = Record(
        kind,
        date.today(),
        step=step,
        body=case.chain.steps[step].body if step is not None else None,
        text=text,
    )
    return _perform(case.obj, RECORD, record)


def _seen(obj, revision: int | None) -> Case:
    """The case; raises Outdated when the history has grown since the person looked."""
    case = case_of(obj)
    if revision is not None and revision != case.standing.revision:
        raise Outdated(case)
    return case


def _current(case: Case, step: int) -> None:
    """Raise Outdated when the step that the person saw is not current any more."""
    standing = case.standing
    if standing.status == RUNNING and step != standing.current:
        raise Outdated(case)


def _require(allowed: Any) -> None:
    if not allowed:
        raise Unauthorized()


def _refuse(reasons: Sequence[Reason], case: Case) -> None:
    if reasons:
        raise Refusals(refusals_of(reasons, case))


def _chosen(case: Case, chain: str | None) -> Chain:
    offered = case.offered
    if chain is not None:
        for one in offered:
            if one.id == chain:
                return one
        _refuse([Reason("chain", "chain_not_offered", {"chain": chain})], case)
    if not offered:
        _refuse([Reason("chain", "no_chain")], case)
    return offered[0]


def _delegated(case: Case, said: Said) -> Delegated | None:
    if said.delegation is None:
        return None
    step = case.chain.steps[said.step]
    for one in delegations_on(case.process, said.body or step.body, None):
        if one.uid == said.delegation:
            return one
    _refuse([Reason("delegation", "delegation_unknown")], case)
    return None


def _require_recording(
    case: Case, said: Said, delegated: Delegated | None, today: date
) -> None:
    if delegated is not None:
        own = may_record_for(case, said.body or case.chain.steps[said.step].body)
        _require(
            own
            or may_record_as_delegate(
                delegated.to_body, delegated.to_person, case.acting
            )
        )
        return
    if said.body is not None:
        _require(may_record_for(case, said.body))
        return
    if case.standing.status == RUNNING:
        _require(may_decide(case, today))
        step = case.chain.steps[said.step]
        # Who may only act under a delegation says which one
        if step.body is not None and not may_record_for(case, step.body):
            _refuse([Reason("delegation", "delegation_needed")], case)
    else:
        _require(api.user.has_permission(TAKE_PART, obj=case.obj))


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
        to_draft=said.outcome == "returned" and said.return_to is None,
        until=said.until,
    )


def _fact(said: Said, acting: str | None) -> ResolutionFact | None:
    one = said.resolution
    if one is None:
        return None
    if isinstance(one, NewResolution):
        return ResolutionFact(acting or "", said.on)
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
    """The resolution of the decision, made now where it was asked for."""
    one = said.resolution
    if not isinstance(one, NewResolution):
        return one
    return IResolutionBook(case.process).record(
        decision.resolution.body if decision.resolution else "",
        on=said.on,
        verb=one.verb,
        title=one.title or case.obj.title,
        text=one.text,
        number=one.number,
        subject=case.obj.UID(),
    )


def _as_data(one: ResolutionView | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "uid": one.uid,
        "number": one.number,
        "date": one.on.isoformat(),
        "body": one.body,
    }


def _effect(case: Case, decision: Decision, said: Said) -> dict[str, Any]:
    """Dates and repeals of an approval; raises Refusals where they cannot hold."""
    entry = Record(
        DECIDED,
        said.on,
        step=said.step,
        outcome=said.outcome,
        return_to=said.return_to,
        until=said.until,
    ).entry
    if follow_on(case.chain, case.standing, entry).status != APPROVED:
        return {}
    obj = case.obj
    new = Validity(
        key=obj.getId(),
        approved_on=said.on,
        effect_on=said.effect_on or obj.effect_on,
        valid_to=obj.valid_to,
        repeals=tuple(obj.repeals or ()),
    )
    reasons = []
    wrong = refuse_effect(new)
    if wrong:
        reasons.append(Reason("effect_on", wrong))
    others = IApprovals(case.process)
    known = [case_of(one).validity for one in others.approved()]
    for key in new.repeals:
        old = others.get(key)
        validity = case_of(old).validity if old is not None else Validity(key)
        wrong = refuse_repeal(validity, new, known)
        if wrong:
            title = old.title if old is not None else key
            reasons.append(Reason("repeals", wrong, {"title": title}))
    _refuse(reasons, case)
    return {
        "effect_on": new.first.isoformat() if new.first else None,
        "valid_to": new.valid_to.isoformat() if new.valid_to else None,
        "repeals": list(new.repeals),
    }


def _by(delegated: Delegated | None) -> dict[str, Any]:
    if delegated is None:
        return {}
    return {"delegated_to": delegated.to_body, "to_person": bool(delegated.to_person)}


def _write(case: Case, record: Record, chain: Chain | None = None) -> Record:
    """Record what moves the document along."""
    transition = transition_for(
        chain or case.chain,
        case.standing,
        record.entry,
        case.kinds,
        internal=bool(case.obj.internal),
    )
    return _perform(case.obj, transition, record)


def _perform(obj, transition: str, record: Record) -> Record:
    with judged(obj, transition):
        # The stock variable stays empty: stock pages show it to whoever sees a history
        api.portal.get_tool("portal_workflow").doActionFor(
            obj, transition, wf_id=WORKFLOW, comment="", **written(record)
        )
    return replace(record, actor=api.user.get_current().getId())


@contextmanager
def judged(obj, transition: str):
    """While it lasts, the guard lets this transition of this object pass."""
    kept = IAnnotations(getRequest())
    kept["kpss.addon.judged"] = obj.UID(), transition
    try:
        yield
    finally:
        del kept["kpss.addon.judged"]
