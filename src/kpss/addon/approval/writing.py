"""Writing an entry: once, after everything was judged, by a transition of the workflow."""

from AccessControl import getSecurityManager
from contextlib import contextmanager
from dataclasses import replace
from kpss.addon.approval.case import Case
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.history import written
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.transitions import transition_for
from kpss.addon.process.uids import uid_of
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


#: In the request: UID and transition that were judged.
JUDGED = "kpss.addon.judged"


def write(case: Case, record: Record, chain: Chain | None = None) -> Record:
    """Record what moves the document along."""
    transition = transition_for(
        chain or case.chain,
        case.standing,
        record.entry,
        case.kinds,
        internal=bool(case.obj.internal),
    )
    return perform(case.obj, transition, record)


def perform(obj, transition: str, record: Record) -> Record:
    with judged(obj, transition):
        # The stock variable stays empty: stock pages show it to whoever sees a history
        getSite().portal_workflow.doActionFor(
            obj, transition, wf_id=WORKFLOW, comment="", **written(record)
        )
    return replace(record, actor=getSecurityManager().getUser().getId())


@contextmanager
def judged(obj, transition: str):
    """While it lasts, the guard lets this transition of this object pass.

    What follows from it may be a transition of another object.
    """
    kept = IAnnotations(getRequest())
    before = kept.get(JUDGED)
    kept[JUDGED] = uid_of(obj), transition
    try:
        yield
    finally:
        kept[JUDGED] = before
