"""What the catalogue knows of tasks. What they refer to stands in indexes only.

Whoever sees a task gets its columns, but need not see its body, the resolution or the
other tasks.
"""

from kpss.addon.codelists.fulltext import full_text
from kpss.addon.tasks.rules import order
from kpss.addon.tasks.task import ITask
from plone import api
from plone.indexer import indexer


FIELDS = ("title", "description")


def _known(value, name: str):
    if not value:
        raise AttributeError(name)
    return value


@indexer(ITask)
def kpss_author_body(task) -> str:
    """The responsible body."""
    return _known(task.body, "kpss_author_body")


@indexer(ITask)
def kpss_person(task) -> str:
    """The responsible person."""
    return _known(task.responsible, "kpss_person")


@indexer(ITask)
def kpss_subject(task) -> str:
    """UID of what imposed it."""
    return _known(task.imposed_by, "kpss_subject")


@indexer(ITask)
def kpss_depends_on(task) -> list[str]:
    return _known(list(task.depends_on or ()), "kpss_depends_on")


@indexer(ITask)
def kpss_on(task) -> str:
    """ISO day by which it is to be done."""
    return _known(task.due, "kpss_on").isoformat()


@indexer(ITask)
def kpss_order(task) -> str:
    return order(api.content.get_state(task), task.due, task.completed)


@indexer(ITask)
def kpss_task(task) -> dict[str, str | int | None]:
    """What lists say of it besides title and state; no references, no people."""
    return {
        "due": task.due.isoformat() if task.due else None,
        "percent": task.percent or 0,
        "completed": task.completed.isoformat() if task.completed else None,
    }


@indexer(ITask)
def searchable_text(task) -> str:
    return full_text(task, FIELDS)
