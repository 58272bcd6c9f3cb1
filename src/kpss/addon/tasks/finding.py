"""Finding tasks and what imposed them, whoever asks; not for a reader's eyes."""

from collections.abc import Iterable
from kpss.addon.approval.indexed import indexed
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.interfaces import IImposes


def tasks_section(context):
    """The folder of tasks of the process of ``context``; None where there is none."""
    process = process_of(context)
    return process.get("tasks") if process is not None else None


def task_by_id(context, task_id: str):
    section = tasks_section(context)
    return section.get(task_id) if section is not None else None


def needs_of(context, task_id: str) -> tuple[str, ...]:
    """Ids of the tasks that a task depends on; none for one that is gone."""
    task = task_by_id(context, task_id)
    return tuple(task.depends_on or ()) if task is not None else ()


def imposer_of(context, uid: str | None):
    """What has this UID in the process of ``context`` and may impose; or None."""
    process = process_of(context)
    if process is None:
        return None
    obj = object_by_uid(uid, path="/".join(process.getPhysicalPath()))
    return obj if IImposes.providedBy(obj) else None


def tasks_with(context, **query) -> list:
    """Tasks of the process of ``context`` by indexes."""
    section = tasks_section(context)
    if section is None:
        return []
    brains = indexed(
        path={"query": "/".join(section.getPhysicalPath()), "depth": 1},
        portal_type="kpss.Task",
        **query,
    )
    return [brain._unrestrictedGetObject() for brain in brains]


def states_of(context, ids: Iterable[str]) -> dict[str, str]:
    """States of tasks by id."""
    section, wanted = tasks_section(context), sorted(set(ids))
    if section is None or not wanted:
        return {}
    brains = indexed(
        path={"query": "/".join(section.getPhysicalPath()), "depth": 1}, getId=wanted
    )
    return {brain.getId: brain.review_state for brain in brains}
