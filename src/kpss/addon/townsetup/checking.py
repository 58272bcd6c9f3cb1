"""Everything that is wrong with a template, in the order of its lines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from kpss.addon.codelists.documents import DOCUMENT_KINDS
from kpss.addon.codelists.services import SERVICE_GROUPS
from kpss.addon.codelists.services import SERVICE_TYPES
from kpss.addon.codelists.target_groups import TARGET_GROUPS
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


#: Kinds of documents that every process has.
USUAL_KINDS = frozenset(code for code, _title in DOCUMENT_KINDS)
#: Nobody mends more at once, and a file that is no template has too many to list.
MAX_PROBLEMS = 200


def check(reading: Reading, known: Known | None = None) -> list[Problem]:
    """The problems, at most 200; ``known`` are ids of the process it is meant for."""
    found = list(islice(all_problems(reading, known), MAX_PROBLEMS))
    placed = [replace(p, line=p.line or reading.line_of(p.path)) for p in found]
    return sorted(placed, key=lambda p: (p.line or 0, p.key))


def all_problems(reading: Reading, known: Known | None) -> Iterator[Problem]:
    yield from reading.problems
    if reading.data is None:
        return
    endless = False
    for problem in shape_problems(reading.data):
        endless = endless or problem.code == "too_many_items"
        yield problem
    # Lists longer than allowed are not gone through: it could take minutes
    if not endless:
        known = (known or code_lists()).with_template(reading.data)
        yield from meaning_problems(reading.data, known)


def meaning_problems(data: Any, known: Known) -> Iterator[Problem]:
    """What keys and values mean together; works also where the shape is wrong."""
    yield from duplicate_ids(data)
    yield from reserved_ids(data, frozenset(SECTIONS), USUAL_KINDS)
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
        document_kinds=USUAL_KINDS,
    )
