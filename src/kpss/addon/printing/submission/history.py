"""How a document was considered, for those to whom it is submitted.

Only what everybody may know of a consideration: who decided what on which day by which
resolution. Comments, reasons, advice and who recorded it stay inside.
"""

from dataclasses import dataclass
from kpss.addon.approval.case import case_of
from kpss.addon.approval.history import MOVING
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import RETURNS
from kpss.addon.approval.texts import ENTRIES
from kpss.addon.approval.timeline import EntryLine
from kpss.addon.approval.timeline import StepLine
from kpss.addon.approval.timeline import Timeline
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.printing.submission.texts import OTHER_BODY
from kpss.addon.printing.submission.texts import THE_PUBLIC
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Considered:
    """One line; texts of one language."""

    day: str
    body: str
    what: str
    resolution: str


def history_of(document, language: str) -> list[Considered]:
    """Oldest first, all starts included."""
    timeline = Timeline(case_of(document))
    steps = timeline.steps

    def said(entry: EntryLine) -> Considered:
        words = [entry_text(entry)]
        if entry.delegated_to is not None:
            words.append(_("under a delegation"))
        if entry.until is not None:
            words.append(_("until ${day}", mapping={"day": day(entry.until)}))
        if entry.outcome and EFFECTS.get(entry.outcome) == RETURNS:
            words.append(_returned_to(entry, steps, language))
        return Considered(
            day=translate(day(entry.on), language),
            body=_who(entry, steps, language),
            what=", ".join(translate(word, language) for word in words),
            resolution=(entry.resolution.number or "") if entry.resolution else "",
        )

    return [said(one) for one in timeline.entries if one.kind in MOVING]


def entry_text(entry: EntryLine) -> Message | str:
    if entry.outcome:
        return title_of(OUTCOMES, entry.outcome)
    return ENTRIES[entry.kind]


def _returned_to(entry: EntryLine, steps: list[StepLine], language: str) -> Message:
    if entry.return_to is None or entry.return_to >= len(steps):
        return _("back to the draft")
    return _("to: ${body}", mapping={"body": _body(steps[entry.return_to], language)})


def _who(entry: EntryLine, steps: list[StepLine], language: str) -> str:
    if entry.body is not None:
        return entry.body.title
    if entry.kind == STARTED or entry.step is None:
        return ""
    if entry.step >= len(steps):
        # Of an earlier start by another chain
        return translate(OTHER_BODY, language)
    return _body(steps[entry.step], language)


def _body(step: StepLine, language: str) -> str:
    if step.body is not None:
        return step.body.title
    return translate(THE_PUBLIC if step.public else OTHER_BODY, language)
