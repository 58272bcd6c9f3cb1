"""What some outcomes need beside their name: where to, until when, which wording."""

from collections.abc import Iterator
from kpss.addon.approval.case import Case
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import Step
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.sent import Sent
from typing import Any
from zope.i18nmessageid import Message


DRAFT = "draft"


def outcome_fields(case: Case) -> Iterator[Field]:
    """Of the current step, where it allows the outcome."""
    index = case.standing.current
    allowed = case.chain.steps[index].allowed if index is not None else ()
    if "returned" in allowed:
        yield _return_field(case, index or 0)
    if "postponed" in allowed:
        until = _("Used only when it is postponed.")
        yield Field("until", _("Postponed until"), kind="date", help=until)
    if "approved_with_changes" in allowed:
        label = _("The text of the document is the approved wording")
        yield Field("wording", label, kind="checkbox")


def sent_outcome(
    sent: Sent, errors: dict[str, Message | str], outcome: str
) -> dict[str, Any]:
    """Values for ``Said``; what the outcome does not need is left out."""
    until, target = sent.day("until", errors), sent.text("return_to")
    returned = outcome == "returned"
    return {
        "return_to": int(target) if returned and target.isdecimal() else None,
        "to_draft": returned and target == DRAFT,
        "until": until if outcome == "postponed" else None,
        "wording": sent.flag("wording"),
    }


def _return_field(case: Case, index: int) -> Field:
    steps = [
        (str(number), _step_title(case, step))
        for number, step in enumerate(case.chain.steps[:index])
    ]
    return Field(
        "return_to",
        _("Returned to"),
        kind="select",
        options=((DRAFT, _("the draft")), *steps),
        help=_("Used only when it is returned."),
    )


def _step_title(case: Case, step: Step) -> Message | str:
    if step.public:
        return _("The public")
    if step.body and IActingBodies(case.process).may_see(step.body):
        return case.body_title(step.body)
    return _("A body that you do not see")
