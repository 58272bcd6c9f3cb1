"""``@approval`` as plain data: the contract of docs/rest-api."""

from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.possible import possible
from kpss.addon.approval.rules.states import OPEN_STATES
from kpss.addon.approval.sentences import sentence
from kpss.addon.approval.standing import state_told
from kpss.addon.approval.texts import ACTION_TITLES
from kpss.addon.approval.timeline import EntryLine
from kpss.addon.approval.timeline import Linked
from kpss.addon.approval.timeline import Place
from kpss.addon.approval.timeline import Ruling
from kpss.addon.approval.timeline import StepLine
from kpss.addon.approval.timeline import Timeline
from kpss.addon.i18n import translate
from plone import api
from typing import Any


Data = dict[str, Any]


def approval_data(case: Case, today: date) -> Data:
    timeline = Timeline(case)
    standing = case.standing
    return {
        "@id": f"{case.obj.absolute_url()}/@approval",
        "revision": standing.revision,
        "status": standing.status,
        "state": state_told(case, today),
        "chain": [step_data(one) for one in timeline.steps],
        "current": standing.current,
        "actions": actions_data(case, today) if timeline.takes_part else [],
        "history": [entry_data(one) for one in timeline.entries],
        "in_force_from": _iso(timeline.in_force_from),
        "in_force_to": _iso(timeline.in_force_to),
        "repeals": [linked_data(one) for one in timeline.repeals],
        "repealed_by": linked_data(timeline.repealed_by),
    }


def actions_data(case: Case, today: date) -> list[Data]:
    """Nothing is left to do with what was approved."""
    if api.content.get_state(case.obj) in OPEN_STATES:
        return []
    return [
        {
            "id": one.id,
            "title": translate(ACTION_TITLES[one.id]),
            "allowed": one.allowed,
            "reasons": [
                {"code": reason.code, "message": translate(sentence(reason, case))}
                for reason in one.reasons
            ],
        }
        for one in possible(case, today)
    ]


def step_data(one: StepLine) -> Data:
    return {
        "index": one.index,
        "body": place_data(one.body),
        "act": one.act,
        "state": one.state,
        "outcome": one.outcome,
        "date": _iso(one.on),
        "resolution": ruling_data(one.resolution),
        "deadline": _iso(one.deadline),
        "postponed_until": _iso(one.postponed_until),
        "delegated_to": one.delegated_to,
        "comment": one.text,
    }


def entry_data(one: EntryLine) -> Data:
    return {
        "kind": one.kind,
        "date": _iso(one.on),
        "step": one.step,
        "body": place_data(one.body),
        "outcome": one.outcome,
        "resolution": ruling_data(one.resolution),
        "delegated_to": one.delegated_to,
        "return_to": one.return_to,
        "until": _iso(one.until),
        "recorded": one.at.isoformat(timespec="seconds") if one.at else None,
        "actor": one.actor,
        "comment": one.text,
        "pinned": one.pinned,
        "decided_copy": one.decided_copy,
    }


def place_data(one: Place | None) -> Data | None:
    if one is None:
        return None
    return {"@id": one.url, "id": one.id, "title": one.title, "kind": one.kind}


def ruling_data(one: Ruling | None) -> Data | None:
    if one is None:
        return None
    return {"@id": one.url, "number": one.number, "date": _iso(one.on)}


def linked_data(one: Linked | None) -> Data | None:
    if one is None:
        return None
    return {"@id": one.url, "UID": one.uid, "title": one.title}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
