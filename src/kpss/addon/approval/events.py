"""What happens around an entry: bare transitions get their words, others are told."""

from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.frozen import freeze
from kpss.addon.approval.history import FOLLOWED
from kpss.addon.approval.history import NOTE
from kpss.addon.approval.history import PREFIX
from kpss.addon.approval.history import read
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.history import written
from kpss.addon.approval.interfaces import IStepRecorded
from kpss.addon.approval.pinning import pin
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.transitions import HIDE
from kpss.addon.approval.rules.transitions import meant_by
from kpss.addon.approval.rules.transitions import REPEAL
from kpss.addon.approval.rules.transitions import SHOW
from kpss.addon.approval.rules.transitions import TAKE_EFFECT
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.globalrequest import getRequest
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IStepRecorded)
class StepRecorded(ObjectEvent):
    """An entry was added to the history of an approvable."""

    def __init__(self, obj, entry: Record, before: Standing, after: Standing):
        super().__init__(obj)
        self.entry = entry
        self.before = before
        self.after = after


def complete(obj, event) -> None:
    """Before a transition: one from the state menu or ``@workflow`` gets its entry."""
    if event.workflow.getId() != WORKFLOW or event.transition is None:
        return
    case = case_of(obj)
    request = getRequest()
    if request is not None:
        IAnnotations(request)["kpss.addon.before"] = case.standing
    if PREFIX + "kind" not in event.kwargs:
        said = event.kwargs.get("comment") or None
        record = _bare(case, event.transition.getId(), said)
        # Stock pages show the stock comment to whoever may see a history
        event.kwargs.update(written(record), comment="")


def _bare(case: Case, transition: str, said: str | None) -> Record:
    today = date.today()
    if transition in (HIDE, SHOW):
        case.obj.internal = transition == HIDE
        return Record(NOTE, today, text=said, more={"internal": case.obj.internal})
    if transition in (TAKE_EFFECT, REPEAL):
        return Record(FOLLOWED, today)
    entry = meant_by(transition, case.starts_with, case.standing, case.kinds, today)
    if entry is None:
        # The guard has refused it; scripts that pass by the guard are told
        raise ValueError(transition)
    step = case.chain.steps[entry.step] if entry.step is not None else None
    pinned, version = pin(case.obj, entry.on) if entry.kind == DECIDED else (None, None)
    return Record(
        entry.kind,
        entry.on,
        step=entry.step,
        body=step.body if step is not None else None,
        act=step.act if step is not None else None,
        outcome=entry.outcome,
        chain=freeze(case.starts_with, case.bodies) if entry.kind == STARTED else None,
        pinned=pinned,
        more=version,
        text=said,
    )


def tell(obj, event) -> None:
    """After a transition: whoever follows the documents learns of the entry."""
    if event.workflow.getId() != WORKFLOW or event.transition is None:
        return
    case = Case(obj)
    kept = IAnnotations(getRequest()) if getRequest() is not None else {}
    before = kept.pop("kpss.addon.before", case.standing)
    notify(StepRecorded(obj, read(event.status), before, case.standing))
