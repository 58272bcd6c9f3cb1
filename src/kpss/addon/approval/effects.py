"""From when an approval holds and what it repeals: judged and written with it."""

from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.history import Record
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import follow_on
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.rules.validity import refuse_effect
from kpss.addon.approval.rules.validity import refuse_repeal
from kpss.addon.approval.rules.validity import Validity
from kpss.addon.approval.said import Said
from Products.CMFCore.indexing import processQueue
from typing import Any


def effect(case: Case, said: Said) -> dict[str, Any]:
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
    new = Validity(
        key=case.obj.getId(),
        approved_on=said.on,
        effect_on=said.effect_on or case.obj.effect_on,
        valid_to=case.obj.valid_to,
        repeals=tuple(case.obj.repeals or ()),
    )
    refuse(wrong_effect(case, new), case)
    return {
        "effect_on": _iso(new.first),
        "valid_to": _iso(new.valid_to),
        "repeals": list(new.repeals),
    }


def wrong_effect(case: Case, new: Validity) -> list[Reason]:
    """Why the dates and repeals cannot hold."""
    wrong = refuse_effect(new)
    reasons = [Reason("effect_on", wrong)] if wrong else []
    processQueue()
    others = IApprovals(case.process)
    known = [case_of(one).validity for one in others.approved()]
    for key in new.repeals:
        old = others.get(key)
        validity = case_of(old).validity if old is not None else Validity(key)
        wrong = refuse_repeal(validity, new, known)
        if wrong:
            title = old.title if old is not None else key
            reasons.append(Reason("repeals", wrong, {"title": title}))
    return reasons


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
