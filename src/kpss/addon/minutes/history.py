"""The acts of a verification, read from and written to ``workflow_history``.

Append-only as those of the approval: an act is a transition that keeps the state, and
survives a revert; a copy begins without it. Texts only, so that the history opens
without this package. An act names the person by id, never the account.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.approval.writing import judged
from kpss.addon.minutes.rules.verification import Act
from kpss.addon.minutes.rules.verification import ACTS
from typing import Any
from zope.component.hooks import getSite
import json


WORKFLOW = "kpss_minutes_workflow"
RECORD = "record"
#: Beside the acts of the verification.
APPENDIX, APPROVED_NEXT = "appendix", "approved_next"
#: What the entry of a frozen text keeps of it.
WORDING = "wording"


@dataclass(frozen=True)
class Entry:
    """One entry. ``person`` None: somebody without a person in the process.

    ``more``: ``wording``, ``number``, ``need`` of an act; ``function`` of an appendix;
    ``meeting`` (UID) of an approval by the next meeting.
    """

    kind: str
    on: date
    person: str | None = None
    text: str | None = None
    more: Mapping[str, Any] | None = None
    at: datetime | None = None


def write(minutes, entry: Entry, transition: str = RECORD) -> None:
    """Record it; whoever calls has judged whether it may be."""
    with judged(minutes, transition):
        getSite().portal_workflow.doActionFor(
            minutes, transition, wf_id=WORKFLOW, comment="", **written(entry)
        )


def written(entry: Entry) -> dict[str, str | None]:
    """Arguments of the transition for the variables of the workflow."""
    more = dict(entry.more or {})
    return {
        "kpss_kind": entry.kind,
        "kpss_on": entry.on.isoformat(),
        "kpss_person": entry.person,
        "kpss_text": entry.text,
        "kpss_more": json.dumps(more, ensure_ascii=False, sort_keys=True),
    }


def statuses(minutes) -> tuple[Mapping[str, Any], ...]:
    """The entries of the workflow as they are stored, oldest first."""
    history = getattr(minutes, "workflow_history", None) or {}
    return history.get(WORKFLOW, ())


def entries_of(minutes) -> list[Entry]:
    """Everything recorded, oldest first."""
    return [_read(one) for one in statuses(minutes) if one.get("kpss_kind")]


def acts_of(minutes) -> list[Act]:
    """Those of the verification, as its rules read them."""
    return [
        Act(
            one.kind,
            one.person or "",
            one.on,
            text=one.text,
            wording=(one.more or {}).get("wording"),
            number=(one.more or {}).get("number"),
            need=(one.more or {}).get("need"),
        )
        for one in entries_of(minutes)
        if one.kind in ACTS
    ]


def last_of(minutes, transition: str) -> date | None:
    """The day of the latest transition of that name."""
    found = [one for one in statuses(minutes) if one.get("action") == transition]
    return found[-1]["time"].asdatetime().date() if found else None


def _read(status: Mapping[str, Any]) -> Entry:
    return Entry(
        status["kpss_kind"],
        date.fromisoformat(status["kpss_on"]),
        status.get("kpss_person"),
        status.get("kpss_text"),
        json.loads(status.get("kpss_more") or "{}"),
        status["time"].asdatetime(),
    )
