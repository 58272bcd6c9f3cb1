"""What applying a template would do, row by row; nothing is changed here."""

from collections.abc import Container
from collections.abc import Iterable
from dataclasses import replace
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import Process
from kpss.addon.process.template_content import nowhere
from kpss.addon.process.template_content import refuse_address
from kpss.addon.process.template_content import refuse_locked
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_values import tidy
from kpss.addon.townsetup.checking import code_lists
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.references import Known
from typing import Any
from zope.component import getAdapters
import re


class Everything:
    """All rows are ticked: the defaults of a new process are nobody's work."""

    def __contains__(self, key: object) -> bool:
        return True


EVERYTHING = Everything()
ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")


def sections(process) -> list[tuple[str, Any]]:
    """Parts of the template by their keys, in the order of applying."""
    found = getAdapters((process,), ITemplateSection)
    return sorted(found, key=lambda pair: (pair[1].order, pair[0]))


def plan(process, data: dict[str, Any], ticked: Container[str] = ()) -> list[Row]:
    """Rows for an existing process; those that may not be written are refused."""
    rows = _rows(process, data, ticked)
    written = [row for row in rows if row.target is not None and row.applies(ticked)]
    targets = {id(row.target): row.target for row in written}
    locked = {key: refuse_locked(target) for key, target in targets.items()}
    return [
        replace(row, verdict=REFUSE, reason=locked[id(row.target)])
        if row.applies(ticked) and locked.get(id(row.target))
        else row
        for row in rows
    ]


def plan_new(container, data: dict[str, Any], address: str) -> list[Row]:
    """Rows for a process that does not exist yet: all are created or refused."""
    process = nowhere(Process, address, container)
    title = data["process"]["title"]
    first = Row(
        key="process", what=_("Process"), title=title, verdict=CREATE, new=address
    )
    rows = _rows(process, data, EVERYTHING)
    created = [
        replace(row, verdict=CREATE, current=None)
        if row.verdict in (SAME, CHANGE)
        else row
        for row in rows
    ]
    return [first, *created]


def _rows(process, data: dict[str, Any], ticked: Container[str]) -> list[Row]:
    parts = [
        (section, data[name]) for name, section in sections(process) if name in data
    ]
    return [row for section, part in parts for row in section.rows(part, ticked)]


def refused(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.verdict == REFUSE]


def address_problem(container, address: str) -> Problem | None:
    """Why a process cannot have this address in the container; None when it can."""
    if not ADDRESS.match(address):
        return Problem("bad_id", ("id",), {"value": address})
    if address in container.objectIds():
        return Problem("id_taken", ("id",), {"id": address})
    if refuse_address(container, address):
        return Problem("id_reserved", ("id",), {"id": address})
    return None


def known_in(process) -> Known:
    """Ids that a template applied to this process may refer to."""
    return replace(
        code_lists(),
        bodies=frozenset(process["bodies"].objectIds()),
        functions=frozenset(row["id"] for row in process.functions or ()),
        parties=frozenset(row["id"] for row in process.parties or ()),
        document_kinds=frozenset(code for code, _title in kinds_of(process)),
    )


def titled(data: dict[str, Any], title: str | None) -> dict[str, Any]:
    """The template with another title of the process."""
    if not (title and tidy(title)):
        return data
    process = data.get("process")
    return {
        **data,
        "process": {**(process if isinstance(process, dict) else {}), "title": title},
    }
