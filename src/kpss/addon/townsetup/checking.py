"""Everything that is wrong with a template, in the order of its lines."""

from collections.abc import Iterator
from dataclasses import replace
from kpss.addon.codelists.services import SERVICE_GROUPS
from kpss.addon.codelists.services import SERVICE_TYPES
from kpss.addon.codelists.target_groups import TARGET_GROUPS
from kpss.addon.process.fields import template_schema
from kpss.addon.process.sections import SECTIONS
from kpss.addon.townsetup.reading import Reading
from kpss.addon.townsetup.rule_values import rule_problems
from kpss.addon.townsetup.rules.chains import chain_problems
from kpss.addon.townsetup.rules.ids import duplicate_ids
from kpss.addon.townsetup.rules.ids import reserved_ids
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.references import broken_references
from kpss.addon.townsetup.rules.references import Known
from kpss.addon.townsetup.rules.structure import structure_problems
from kpss.addon.townsetup.shape import shape_problems
from typing import Any
import functools


def check(reading: Reading, known: Known | None = None) -> list[Problem]:
    """All problems; ``known`` are ids of the process that the template is for."""
    if reading.data is None:
        return list(reading.problems)
    data = reading.data
    known = (known or code_lists()).with_template(data)
    found = [*reading.problems, *shape_problems(data), *meaning_problems(data, known)]
    placed = [replace(p, line=p.line or reading.line_of(p.path)) for p in found]
    return sorted(placed, key=lambda p: (p.line or 0, p.key))


def meaning_problems(data: Any, known: Known) -> Iterator[Problem]:
    """What keys and values mean together; works also where the shape is wrong."""
    yield from duplicate_ids(data)
    yield from reserved_ids(data, frozenset(SECTIONS))
    yield from broken_references(data, known)
    yield from structure_problems(data)
    yield from chain_problems(data)
    yield from rule_problems(data, known)


@functools.cache
def code_lists() -> Known:
    """Codes that any template may use."""
    return Known(
        target_groups=frozenset(code for code, _title in TARGET_GROUPS),
        service_areas=frozenset(
            code for code, _title in SERVICE_GROUPS + SERVICE_TYPES
        ),
        document_kinds=frozenset(template_schema()["$defs"]["document_kind"]["enum"]),
    )
