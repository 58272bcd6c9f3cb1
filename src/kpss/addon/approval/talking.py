"""What is said beside the way: comments, advice, the guarantor's acknowledgement.

Entries of the same history, internal and append-only; none of them moves the document.
"""

from datetime import date
from kpss.addon.approval import history
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.checks import require
from kpss.addon.approval.history import Record
from kpss.addon.approval.possible import SUBMIT
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.transitions import RECORD
from kpss.addon.approval.writing import perform
from plone import api


def comment(obj, text: str) -> Record:
    """A comment of a member at the current step, or on a draft (BER-62).

    It is internal, and the step's end closes the talk: later ones belong to the next.
    """
    case = case_of(obj)
    require(api.user.has_permission(TAKE_PART, obj=obj))
    return _write_beside(case, history.COMMENT, text)


def ask_advice(obj, text: str) -> Record:
    """Send the document to the methodologist for advice; it never blocks (BER-18)."""
    case = case_of(obj)
    require(api.user.has_permission(SUBMIT, obj=obj))
    return _write_beside(case, history.ADVICE_ASKED, text)


def give_advice(obj, text: str) -> Record:
    """The methodologist's answer, kept with the document (BER-39)."""
    case = case_of(obj)
    require(case.acting.advises or case.acting.manages)
    return _write_beside(case, history.ADVICE_GIVEN, text)


def acknowledge(obj) -> Record:
    """The guarantor knows of the coordinator's submission (BER-38)."""
    case = case_of(obj)
    require(case.acting.holds(("guarantor",)) or case.acting.manages)
    if case.standing.status != RUNNING:
        refuse([Reason("action", "not_running")], case)
    return _write_beside(case, history.ACKNOWLEDGED, None)


def text_changed(obj, note: str) -> Record:
    """Who may edit a text about which a body has decided says what was changed."""
    return _write_beside(case_of(obj), history.CHANGED, note)


def _write_beside(case: Case, kind: str, text: str | None) -> Record:
    if text is not None and not text.strip():
        refuse([Reason("comment", "comment_empty")], case)
    standing = case.standing
    running = standing.status == RUNNING and standing.current is not None
    if standing.status == APPROVED:
        refuse([Reason("action", "already_approved")], case)
    step = standing.current if running else None
    record = Record(
        kind,
        date.today(),
        step=step,
        body=case.chain.steps[step].body if step is not None else None,
        text=text,
    )
    return perform(case.obj, RECORD, record)
