"""Rows of a plan for people and for programs."""

from collections import Counter
from collections.abc import Container
from collections.abc import Iterable
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_row import Shown
from kpss.addon.townsetup.draft import Draft
from typing import Any


VERDICTS = {
    CREATE: _("will be added"),
    CHANGE: _("differs"),
    SAME: _("is the same"),
    REFUSE: _("refused"),
}


def as_text(value: Shown) -> str | None:
    """A value in the language of the reader; several are separated by commas."""
    if isinstance(value, tuple):
        return ", ".join(translate(part) for part in value)
    return value


def row_data(row: Row, line: int | None) -> dict[str, Any]:
    """A row as JSON-compatible data in the language of the reader."""
    return {
        "key": row.key,
        "line": line,
        "what": translate(row.what),
        "title": row.title,
        "field": translate(row.field) if row.field else None,
        "verdict": row.verdict,
        "reason": translate(row.reason) if row.reason else None,
        "current": as_text(row.current),
        "new": as_text(row.new),
    }


def draft_rows(draft: Draft) -> list[dict[str, Any]]:
    """The rows of a draft in the order of its text."""
    found = [row_data(row, draft.line_of(row)) for row in draft.rows]
    return sorted(found, key=lambda row: row["line"] or 0)


def count(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows have which verdict."""
    counts = Counter(row.verdict for row in rows)
    return {verdict: counts[verdict] for verdict in VERDICTS}


def unknown_keys(rows: Iterable[Row], ticked: Iterable[str]) -> list[str]:
    """Ticked keys that no row has."""
    known: Container[str] = {row.key for row in rows}
    return [key for key in ticked if key not in known]
