"""The entries of a history: read from and written to ``workflow_history``.

Append-only: an entry is made by a transition of the workflow and never changed. Texts
only, so that the history opens without this package.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from typing import Any
import json


WORKFLOW = "kpss_approval_workflow"

#: What moves a document along; ``rules.case.follow`` reads only these.
MOVING = frozenset((STARTED, DECIDED, SKIPPED, WITHDRAWN))
#: What is said beside the way.
COMMENT, NOTE = "comment", "note"
ADVICE_ASKED, ADVICE_GIVEN = "advice_asked", "advice_given"
ACKNOWLEDGED = "acknowledged"
#: The text was changed after a body had decided about it; ``text`` says what and why.
CHANGED = "changed"
#: The stored state catches up with dates, or with the main document of an annex.
FOLLOWED = "followed"
#: Dates in force were corrected; ``more`` has the new ones.
EFFECT = "effect"

#: Variables of the workflow that hold text as it is.
TEXTS = ("kind", "body", "act", "outcome", "delegation", "meeting", "pinned", "text")
NUMBERS = ("step", "return_to")
DATES = ("on", "until")
#: Kept as JSON.
DATA = ("resolution", "chain", "more")
PREFIX = "kpss_"


@dataclass(frozen=True)
class Record:
    """One entry. ``on``: day of the decision; ``at``: moment of the recording.

    ``body``: id of who decided, under a delegation the one that delegated.
    ``resolution``: ``{"uid", "number", "date", "body"}``. ``text``: the public reason or
    comment of a consideration. ``chain``: only where it starts, see ``frozen``.
    ``more``: ``delegated_to``, ``wording``, ``version`` and what else belongs to it.
    """

    kind: str
    on: date
    step: int | None = None
    body: str | None = None
    act: str | None = None
    outcome: str | None = None
    return_to: int | None = None
    until: date | None = None
    delegation: str | None = None
    resolution: Mapping[str, Any] | None = None
    meeting: str | None = None
    pinned: str | None = None
    text: str | None = None
    chain: Mapping[str, Any] | None = None
    more: Mapping[str, Any] | None = None
    actor: str | None = None
    at: datetime | None = None

    @property
    def decided_copy(self) -> str | None:
        """Checksum of what was decided: the approved wording, else what the body saw."""
        return (self.more or {}).get("wording") or self.pinned

    @property
    def entry(self) -> Entry:
        """What the rules read of it; only for a kind in ``MOVING``."""
        return Entry(
            kind=self.kind,
            on=self.on,
            step=self.step,
            outcome=self.outcome,
            return_to=self.return_to,
            until=self.until,
            delegation=self.delegation,
        )


def entries_of(obj) -> tuple[Mapping[str, Any], ...]:
    """The entries of the workflow as they are stored, oldest first."""
    history = getattr(obj, "workflow_history", None) or {}
    return history.get(WORKFLOW, ())


def records_of(obj) -> list[Record]:
    """Everything recorded, oldest first; entries of other makers are left out."""
    return records_in(entries_of(obj))


def records_in(entries: Iterable[Mapping[str, Any]]) -> list[Record]:
    return [read(one) for one in entries if one.get(PREFIX + "kind")]


def read(status: Mapping[str, Any]) -> Record:
    values = {name: status.get(PREFIX + name) for name in (*TEXTS, *NUMBERS)}
    for name in DATES:
        text = status.get(PREFIX + name)
        values[name] = date.fromisoformat(text) if text else None
    for name in DATA:
        text = status.get(PREFIX + name)
        values[name] = json.loads(text) if text else None
    time = status.get("time")
    return Record(
        **values,
        actor=status.get("actor"),
        at=time.asdatetime() if hasattr(time, "asdatetime") else time,
    )


def written(record: Record) -> dict[str, Any]:
    """Arguments of the transition for the variables of the workflow."""
    values: dict[str, Any] = {
        PREFIX + name: getattr(record, name) for name in (*TEXTS, *NUMBERS)
    }
    for name in DATES:
        day = getattr(record, name)
        values[PREFIX + name] = day.isoformat() if day else None
    for name in DATA:
        data = getattr(record, name)
        values[PREFIX + name] = (
            json.dumps(data, ensure_ascii=False, sort_keys=True) if data else None
        )
    return values
