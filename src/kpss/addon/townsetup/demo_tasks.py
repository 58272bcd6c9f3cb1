"""The tasks of the demo's towns, and what was reported of them."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.process.template_content import add_content
from kpss.addon.tasks.notes import AS_OFFICE
from kpss.addon.tasks.notes import AS_RESPONSIBLE
from kpss.addon.tasks.reporting import report
from kpss.addon.townsetup.demo_files import FOLDER
from plone import api
from typing import Any
import yaml


Data = dict[str, Any]


def add_tasks(process) -> int:
    """Create the town's tasks as they stand today; their number."""
    path = FOLDER / "tasks" / f"{process.getId()}.yaml"
    if not path.exists():
        return 0
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    process.public_tasks = data.get("public", False)
    for row in data["tasks"]:
        _add(process, row, date.today())
    return len(data["tasks"])


def _add(process, row: Data, today: date) -> None:
    due = row.get("due_in")
    task = add_content(
        process["tasks"],
        "kpss.Task",
        row["id"],
        title=row["title"],
        description=row.get("description", ""),
        body=row["body"],
        responsible=_person(process, row.get("responsible")),
        due=None if due is None else today + timedelta(days=due),
        imposed_by=_resolution(process, row.get("imposed_by")),
        depends_on=row.get("depends_on", []),
    )
    for said in row.get("reports", ()):
        day = today - timedelta(days=said["ago"])
        report(task, percent=said["percent"], note=said.get("note"))
        _attribute(task, _person(process, said.get("by")), day)
    if row.get("state") == "cancelled":
        api.content.transition(task, "cancel", comment=row.get("note", ""))


def _attribute(task, person: str | None, day: date) -> None:
    """The last note is of that day and of that person."""
    *before, last = task.notes
    at = datetime.combine(day, time(9, 30), UTC).isoformat()
    said_as = AS_RESPONSIBLE if person else AS_OFFICE
    task.notes = [*before, {**last, "at": at, "by": person, "as": said_as}]
    if task.completed is not None:
        task.completed = day
        task.reindexObject(idxs=["kpss_order", "kpss_task"])


def _person(process, name: str | None) -> str | None:
    """The id of the person with the name, without titles."""
    if not name:
        return None
    return next(
        one.getId()
        for one in process["people"].objectValues()
        if f"{one.given_name} {one.family_name}" == name
    )


def _resolution(process, number: str | None) -> str | None:
    if not number:
        return None
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(process.getPhysicalPath()) + "/bodies",
        portal_type="kpss.Resolution",
        kpss_number=same(number).casefold(),
    )
    return brains[0].UID
