"""Applying a template: all of it or nothing.

Whoever calls this has asked for the permission and checked the template.
"""

from collections import Counter
from collections.abc import Container
from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import move_to
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import Row
from kpss.addon.townsetup.plan import EVERYTHING
from kpss.addon.townsetup.plan import plan
from kpss.addon.townsetup.plan import refused
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class RowsRefused(ValueError):
    """Some rows cannot be applied, so nothing was; ``rows`` are all of the plan."""

    def __init__(self, rows: list[Row]):
        super().__init__([row.key for row in refused(rows)])
        self.rows = rows


@dataclass(frozen=True)
class Applied:
    """What was done: the process, and how many rows were created and changed."""

    process: Any
    rows: list[Row]
    created: int = 0
    changed: int = 0


def create_process(
    container, data: dict[str, Any], address: str, *, public: bool
) -> Applied:
    """Create a process from a checked template; raises RowsRefused.

    ``public`` publishes it and its starting pages, where the user may do so.
    """
    process = add_content(
        container, "kpss.Process", address, title=data["process"]["title"]
    )
    return apply_template(process, data, EVERYTHING, public=public)


def apply_template(
    process, data: dict[str, Any], ticked: Container[str], *, public: bool = False
) -> Applied:
    """Write the new rows and the ticked ones; raises RowsRefused before any of them."""
    rows = plan(process, data, ticked)
    if refused(rows):
        raise RowsRefused(rows)
    written = [row for row in rows if row.applies(ticked)]
    for row in written:
        row.write()
    tell_modified(row.target for row in written)
    if public:
        make_public(process, data)
    counts = Counter(row.verdict for row in written)
    return Applied(process, rows, counts[CREATE], counts[CHANGE])


def tell_modified(targets: Iterable[Any]) -> None:
    """Every modified object is told once, after all its rows."""
    for target in {id(t): t for t in targets if t is not None}.values():
        notify(ObjectModifiedEvent(target))


def make_public(process, data: dict[str, Any]) -> None:
    move_to(process, "publish")
    for page in data.get("pages", ()):
        move_to(process[page["id"]], "publish")
