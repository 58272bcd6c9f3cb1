"""Rows of a grid as a browser without scripts sends them.

With scripts the grid numbers its rows and counts them. Without, the form offers blank
rows behind the last one, and boxes that say which rows to delete.
"""

from collections.abc import Mapping
from collections.abc import MutableMapping
from typing import Any
import re


#: What an untouched select sends.
NO_CHOICE = "--NOVALUE--"


def settle_rows(form: MutableMapping[str, Any], name: str) -> None:
    """Bring the rows of the grid into the shape that its scripts would have sent.

    Deleted rows and blank ones go, the others are numbered anew. Once settled, or when
    scripts were on, nothing changes: only the part for browsers without scripts sends
    ``<name>.blank``.
    """
    if form.pop(f"{name}.blank", None) is None:
        return
    deleted = _several(form.pop(f"{name}.delete", ()))
    count = int(form[f"{name}.count"])
    kept = [
        row
        for number, row in sorted(_take_rows(form, name).items())
        if str(number) not in deleted and (number < count or _is_filled(row))
    ]
    for number, row in enumerate(kept):
        for rest, value in row.items():
            form[f"{name}.{number}{rest}"] = value
    form[f"{name}.count"] = str(len(kept))


def _several(sent: Any) -> tuple[str, ...]:
    """A box ticked alone is sent as a text, several as a list."""
    return (sent,) if isinstance(sent, str) else tuple(sent)


def _take_rows(form: MutableMapping[str, Any], name: str) -> dict[int, dict[str, Any]]:
    """The rows by their number, taken out of the form."""
    rows: dict[int, dict[str, Any]] = {}
    of_row = re.compile(rf"{re.escape(name)}\.([0-9]+)([.-].+)")
    for key in list(form):
        found = of_row.fullmatch(key)
        if found:
            rows.setdefault(int(found[1]), {})[found[2]] = form.pop(key)
    return rows


def _is_filled(row: Mapping[str, Any]) -> bool:
    """Is anything written or chosen in it?"""
    return any(
        text.strip() not in ("", NO_CHOICE)
        for rest, sent in row.items()
        if not rest.endswith("-empty-marker")
        for text in _several(sent)
    )
