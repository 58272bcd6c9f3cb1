"""What the import would do with a cell and with a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from typing import Any


SAME = "same"
NEW = "new"
CHANGED = "changed"
WARNING = "warning"
ERROR = "error"
#: From the mildest to the gravest; a row is as grave as its gravest cell.
ORDER = (SAME, NEW, CHANGED, WARNING, ERROR)


@dataclass(frozen=True)
class Problem:
    """A sentence to be: ``code`` with ``params``.

    ``row`` counts from 1 as in the sheet; ``column`` is the heading as it stands there.
    Both are None for what concerns the whole file. ``message`` is set when the sentence
    comes from elsewhere, a field or the rules of the body.
    """

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    row: int | None = None
    column: str | None = None
    message: Any = None


@dataclass(frozen=True)
class CellVerdict:
    """``value`` as it will be, ``current`` as it is, for people to read."""

    verdict: str
    value: str = ""
    current: str = ""
    problem: Problem | None = None


def worst(verdicts: Iterable[str]) -> str:
    """The gravest of the verdicts; nothing to say is ``same``."""
    return max(verdicts, key=ORDER.index, default=SAME)


def compare(value: Any, current: Any, *, exists: bool) -> str:
    """The verdict on a value beside the present one; no cell empties what is there."""
    if not exists:
        return NEW
    if value == current:
        return SAME
    return NEW if current in (None, "") else CHANGED
