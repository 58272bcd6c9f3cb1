"""Dates in force that were recorded wrongly are corrected, with a reason that stays."""

from dataclasses import replace
from datetime import date
from kpss.addon.approval.case import case_of
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.checks import require
from kpss.addon.approval.effects import wrong_effect
from kpss.addon.approval.history import EFFECT
from kpss.addon.approval.history import Record
from kpss.addon.approval.possible import MANAGE
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.transitions import RECORD
from kpss.addon.approval.writing import perform
from plone import api


def correct_dates(
    obj, *, effect_on: date | None, valid_to: date | None, reason: str
) -> Record:
    """The days on which an approved document is in force; None: as without the word.

    What it repeals keeps to the new days. Raises Refusals as an approval does.
    """
    case = case_of(obj)
    require(api.user.has_permission(MANAGE, obj=obj))
    if case.standing.status != APPROVED:
        refuse([Reason("action", "not_approved")], case)
    new = replace(case.validity, effect_on=effect_on, valid_to=valid_to)
    missing = [] if reason.strip() else [Reason("comment", "reason_missing")]
    refuse([*missing, *wrong_effect(case, new)], case)
    more = {
        "effect_on": new.first.isoformat(),
        "valid_to": valid_to.isoformat() if valid_to else None,
    }
    record = Record(EFFECT, date.today(), text=reason.strip(), more=more)
    return perform(obj, RECORD, record)
