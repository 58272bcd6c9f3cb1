"""Reading a template that may be wrong anywhere: what is not as it should be is skipped.

The shape of the template is reported elsewhere; the rules here look at whatever is left,
so that all problems come at once.
"""

from collections.abc import Iterator
from kpss.addon.townsetup.rules.problem import Path
from typing import Any


#: Plain data with the place where it stands.
Placed = tuple[Path, dict[str, Any]]


def rows(data: Any, *keys: str, path: Path = ()) -> Iterator[Placed]:
    """Mappings of the list under the keys, each with its path."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
        path = (*path, key)
    for position, item in enumerate(data if isinstance(data, list) else ()):
        if isinstance(item, dict):
            yield (*path, position), item


def text(item: dict[str, Any], key: str) -> str | None:
    """The text under the key; None where there is none or something else."""
    value = item.get(key)
    return value if isinstance(value, str) else None


def texts(item: dict[str, Any], key: str) -> Iterator[tuple[int, str]]:
    """Texts of the list under the key, each with its position."""
    value = item.get(key)
    for position, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, str):
            yield position, entry


def ids(data: Any, *keys: str) -> frozenset[str]:
    """Ids of the rows under the keys."""
    return frozenset(i for _path, row in rows(data, *keys) if (i := text(row, "id")))
