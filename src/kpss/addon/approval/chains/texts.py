"""Why a chain cannot be used, as sentences."""

from kpss.addon.approval.rules.flaws import Flaw
from kpss.addon.approval.rules.reading import Misread
from kpss.addon.approval.rules.reading import STEP_KEYS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from zope.i18nmessageid import Message


FLAWS = {
    "no_steps": _("A chain needs at least one step."),
    "no_actor": _("Choose who acts at the step."),
    "several_actors": _("Choose only one who acts at the step."),
    "body_unknown": _("This body is not in the process."),
    "body_ended": _("This body does not exist any more."),
    "last_must_decide": _("The last step of a chain decides."),
    "last_cannot_approve": _("The last step must be able to approve."),
    "act_unknown": _("Choose what is done at the step."),
    "outcome_of_other_act": _("The outcome “${outcome}” does not belong to this act."),
    "cannot_advance": _("No outcome of this step leads on."),
    "only_advice_is_skipped": _("Only a step that gives an opinion may be skipped."),
    "skip_without_deadline": _("A step that may be skipped needs a deadline."),
}

#: The field of the form at which a flaw is shown.
FIELD_OF = {
    "no_actor": "actor",
    "several_actors": "actor",
    "body_unknown": "actor",
    "body_ended": "actor",
    "last_must_decide": "act",
    "last_cannot_approve": "outcomes",
    "act_unknown": "act",
    "outcome_of_other_act": "outcomes",
    "cannot_advance": "outcomes",
    "only_advice_is_skipped": "skip",
    "skip_without_deadline": "days",
}


def sentence(flaw: Flaw) -> Message:
    if flaw.outcome is None:
        return FLAWS[flaw.code]
    outcome = translate(title_of(OUTCOMES, flaw.outcome))
    return Message(FLAWS[flaw.code], mapping={"outcome": outcome})


def of_step(flaw: Flaw) -> Message:
    """The same with the number of the step in front."""
    if flaw.step is None:
        return sentence(flaw)
    return _(
        "Step ${number}: ${problem}",
        mapping={"number": flaw.step + 1, "problem": translate(sentence(flaw))},
    )


def misread(problem: Misread) -> Message:
    """What is no step at all; ``problem`` comes from reading the steps alone."""
    _steps, index, *rest = problem.path
    mapping = {
        "number": int(index) + 1,
        "key": str(rest[0]) if rest else "",
        "keys": ", ".join(STEP_KEYS),
        "value": str(problem.value)[:100],
    }
    if problem.code == "not_a_mapping":
        return _(
            "Step ${number} is not an object with keys; the keys are: ${keys}.",
            mapping=mapping,
        )
    if problem.code == "unknown_key":
        return _(
            "Step ${number} has an unknown key ${key}; the keys are: ${keys}.",
            mapping=mapping,
        )
    if problem.code == "missing_key":
        return _("Step ${number} lacks the key ${key}.", mapping=mapping)
    return _("Step ${number}: “${value}” cannot stand in ${key}.", mapping=mapping)
