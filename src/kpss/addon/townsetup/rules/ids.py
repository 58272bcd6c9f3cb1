"""Ids are unique among things of one sort."""

from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.townsetup.rules.problem import key_path
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.walk import Placed
from kpss.addon.townsetup.rules.walk import rows
from kpss.addon.townsetup.rules.walk import text
from typing import Any


LISTS = (
    ("parties",),
    ("territory", "units"),
    ("organisations",),
    ("functions",),
    ("bodies",),
    ("document_kinds",),
    ("stages",),
    ("chains",),
    ("agendas",),
    ("pages",),
)


def duplicate_ids(data: Any) -> Iterator[Problem]:
    """``duplicate_id``: a party, body, step of a stage … has the id of another."""
    for keys in LISTS:
        yield from twice(rows(data, *keys))
    for path, stage in rows(data, "stages"):
        yield from twice(rows(stage, "steps", path=path))


def twice(items: Iterable[Placed]) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for path, row in items:
        row_id = text(row, "id")
        if row_id is None:
            continue
        if row_id in seen:
            params = {"id": row_id, "first": key_path(seen[row_id])}
            yield Problem("duplicate_id", (*path, "id"), params)
        else:
            seen[row_id] = path


def reserved_ids(
    data: Any, reserved: frozenset[str], usual_kinds: frozenset[str]
) -> Iterator[Problem]:
    """``reserved_page``: a page would take the place of a folder of the process.

    ``usual_kind``: a kind of documents that every process has already.
    """
    for path, row in rows(data, "pages"):
        if text(row, "id") in reserved:
            yield Problem("reserved_page", (*path, "id"), {"id": row["id"]})
    for path, row in rows(data, "document_kinds"):
        if text(row, "id") in usual_kinds:
            yield Problem("usual_kind", (*path, "id"), {"id": row["id"]})
