"""Reason codes as sentences, each telling what to do where something can be done."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.browser.dates import day
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from typing import Any
from zope.i18nmessageid import Message


SENTENCES: dict[str, Message] = {
    # Who
    "not_yours": _("This is done by somebody else."),
    "delegation_needed": _(
        "You act for this body only under a delegation: choose which one."
    ),
    "guarantor_has_not_acknowledged": _(
        "The guarantor has not acknowledged the submission yet."
    ),
    # Whether it can be started, skipped or withdrawn
    "no_chain": _(
        "The process has no approval chain for this kind of document and purpose. "
        "The coordinator adds one among the chains."
    ),
    "chain_not_offered": _("The chain ${chain} is not meant for this document."),
    "chain_has_flaws": _(
        "The chain ${chain} cannot be used now; its page tells the coordinator what is "
        "to be mended."
    ),
    "no_steps": _("The chain has no steps."),
    "already_running": _("The document is being approved already."),
    "already_approved": _("The document has been approved already."),
    "managing_body_left_out": _(
        "An important document needs a resolution of the managing body (${body}), "
        "but it has no step in the chain."
    ),
    "not_approved": _("Only an approved document has days in force to be corrected."),
    "reason_missing": _("Say why: the reason stays in the history."),
    "not_running": _("The document is not being approved now."),
    "may_not_be_skipped": _("This step cannot be skipped."),
    "no_deadline": _("The step has no deadline, so it cannot be skipped."),
    "deadline_not_passed": _("The step can be skipped after its deadline, ${day}."),
    # Which step
    "not_started": _("The document has not been submitted yet."),
    "has_ended": _("The approval of the document has ended already."),
    "not_current": _("The document is not at this step now."),
    "says_too_little": _(
        "Say what was decided: use the form “Record a decision”, or @approval."
    ),
    # What was decided
    "outcome_not_allowed": _(
        "The chain does not allow this outcome here. Possible: ${allowed}."
    ),
    "body_unknown": _("There is no such body in this process."),
    "enter_only_older": _(
        "This was decided when the planning was on this site already: submit the "
        "document and record the decision at its step."
    ),
    "in_future": _("A decision cannot be of a day that has not come yet."),
    "before_previous": _("The previous step is of ${day}; a decision cannot be older."),
    "public_has_no_body": _("At this step the public speaks, no body decides."),
    "other_body": _("At this step decides ${body}."),
    "body_missing": _("Say which body decided; it is to be: ${kind}."),
    "body_of_other_kind": _("Another kind of body decides here: ${kind}."),
    "resolution_missing": _(
        "A resolution is required here: choose it, or write its number."
    ),
    "resolution_of_other_body": _("The resolution is not one of ${body}."),
    "resolution_of_other_day": _(
        "The resolution is of ${day}, not of the day of the decision."
    ),
    "resolution_unknown": _("There is no such resolution in this process."),
    "delegation_not_allowed": _("The chain does not allow delegation at this step."),
    "delegation_unknown": _("The body has no such delegation."),
    "delegation_of_other_body": _("It is another body that delegated its powers."),
    "delegation_not_begun": _(
        "On the day of the decision the delegation did not hold yet; it begins on ${day}."
    ),
    "delegation_ended": _(
        "On the day of the decision the delegation did not hold any more; it ended "
        "on ${day}."
    ),
    "delegation_of_other_kinds": _(
        "The delegation does not cover this kind of document."
    ),
    "nothing_returned": _("A step to return to is chosen only when it is returned."),
    "return_to_two_places": _("Return it to one place only."),
    "return_to_later": _("It can be returned only to an earlier step."),
    "return_to_missing": _("Choose where to return it to."),
    "nothing_postponed": _("A day is given only when it is postponed."),
    "until_missing": _("Say until when it is postponed."),
    "until_passed": _("Postpone it to a day after the decision."),
    "wording_missing": _(
        "Put the approved wording into the document first, then confirm that its text "
        "is the approved one."
    ),
    "comment_empty": _("Write the text."),
    # From when it holds, and what it ends
    "effect_before_approval": _("It cannot take effect before it is approved."),
    "ends_before_effect": _("Its last day in force is before the first."),
    "repeals_itself": _("A document cannot repeal itself."),
    "repealed_already": _("${title} is repealed already by another document."),
    "not_in_force": _("${title} is not in force, so it cannot be repealed."),
}


def sentence(reason: Reason, case: Case) -> Message:
    """The sentence of a reason; raises KeyError for a code that nobody worded."""
    mapping = {
        name: SHOWN.get(name, _as_it_is)(value, case)
        for name, value in reason.params.items()
    }
    message = SENTENCES[reason.code]
    return Message(message, mapping=mapping) if mapping else message


def refusals_of(reasons: Iterable[Reason], case: Case) -> list[Refusal]:
    return [
        Refusal(one.field, sentence(one, case), one.code, dict(plain(one)))
        for one in reasons
    ]


def plain(reason: Reason) -> Iterable[tuple[str, Any]]:
    """The parameters as JSON takes them."""
    for name, value in reason.params.items():
        if isinstance(value, date):
            value = value.isoformat()
        yield name, list(value) if isinstance(value, tuple) else value


def _as_it_is(value: Any, case: Case) -> str:
    return str(value)


def _allowed(value: Iterable[str], case: Case) -> str:
    return ", ".join(translate(title_of(OUTCOMES, one)) for one in value)


def _body(value: str | None, case: Case) -> str:
    return case.body_title(value)


def _kind(value: str, case: Case) -> str:
    return translate(title_of(BODY_KINDS, value))


def _day(value: date, case: Case) -> str:
    return translate(day(value))


SHOWN: dict[str, Callable[[Any, Case], str]] = {
    "allowed": _allowed,
    "body": _body,
    "kind": _kind,
    "day": _day,
}
