"""What a template refers to must exist in it, or in the process it is applied to."""

from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.suggestion import suggest
from kpss.addon.townsetup.rules.walk import ids
from kpss.addon.townsetup.rules.walk import rows
from kpss.addon.townsetup.rules.walk import text
from kpss.addon.townsetup.rules.walk import texts
from typing import Any


@dataclass(frozen=True)
class Known:
    """Ids that may be referred to; ``codes`` are those of the code lists."""

    bodies: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    target_groups: frozenset[str] = frozenset()
    service_areas: frozenset[str] = frozenset()
    document_kinds: frozenset[str] = frozenset()

    def of(self, what: str) -> frozenset[str]:
        """Ids of one sort; a recipient of minutes is a function or a body."""
        sorts = {"body": self.bodies, "function": self.functions, "party": self.parties}
        return sorts[what] if what in sorts else self.bodies | self.functions

    def with_template(self, data: Any) -> "Known":
        """These and what the template brings."""
        return Known(
            self.bodies | ids(data, "bodies"),
            self.functions | ids(data, "functions"),
            self.parties | ids(data, "parties"),
            self.target_groups,
            self.service_areas,
            self.document_kinds | ids(data, "document_kinds"),
        )


def broken_references(data: Any, known: Known) -> Iterator[Problem]:
    """``unknown_body``, ``unknown_function`` …, ``refers_to_itself``.

    A code ending in ``_near`` has the parameter ``near``, what was probably meant.
    """
    for path, party in rows(data, "parties"):
        yield from one("party", party, "counts_as", path, known.parties, itself=False)
    for path, function in rows(data, "functions"):
        yield from one("body", function, "body", path, known.bodies)
        yield from one("body", function, "represents_in", path, known.bodies)
    for path, body in rows(data, "bodies"):
        for key in ("parent", "established_by", "merged_into"):
            yield from one("body", body, key, path, known.bodies, itself=False)
        yield from many(
            "target_group", body, "target_groups", path, known.target_groups
        )
        yield from many(
            "service_area", body, "service_areas", path, known.service_areas
        )
    for path, stage in rows(data, "stages"):
        for place, step in rows(stage, "steps", path=path):
            for key in ("gate", "by", "creates"):
                yield from one("body", step, key, place, known.bodies)
            yield from one(
                "document_kind", step, "document_kind", place, known.document_kinds
            )
    for path, agenda in rows(data, "agendas"):
        yield from one("body", agenda, "id", path, known.bodies)
    for path, chain in rows(data, "chains"):
        yield from many(
            "document_kind", chain, "document_kinds", path, known.document_kinds
        )
        for place, step in rows(chain, "steps", path=path):
            yield from one("body", step, "body", place, known.bodies)
            yield from one("function", step, "recorded_by", place, known.functions)


def one(
    what: str,
    row: dict[str, Any],
    key: str,
    path: Path,
    known: frozenset[str],
    itself: bool = True,
) -> Iterator[Problem]:
    """The problem of one reference; ``itself``: a row may refer to itself."""
    target = text(row, key)
    if target is None:
        return
    if target not in known:
        yield unknown(what, target, (*path, key), known)
    elif not itself and target == row.get("id"):
        yield Problem("refers_to_itself", (*path, key), {"id": target})


def many(
    what: str, row: dict[str, Any], key: str, path: Path, known: frozenset[str]
) -> Iterator[Problem]:
    for position, target in texts(row, key):
        if target not in known:
            yield unknown(what, target, (*path, key, position), known)


def unknown(what: str, target: str, path: Path, known: frozenset[str]) -> Problem:
    near = suggest(target, sorted(known))
    suffix = "_near" if near else ""
    return Problem(f"unknown_{what}{suffix}", path, {"id": target, "near": near})
