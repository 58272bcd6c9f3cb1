"""Tasks of the marked town, each in a state of its own, so that the walk visits all.

One is for the user of services in ``seniori``, one for the stranger; one is public in
few words. Nobody of the readers may know the others, nor what these refer to.
"""

from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.tasks.rules import IN_PROGRESS
from kpss.addon.tasks.task import ITask
from plone import api
from plone.dexterity.utils import createContentInContainer as create
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import transaction


SENIORI, RODINY = ("member",), ("stranger",)


def make_tasks(town) -> None:
    town.process.public_tasks = True
    # What tasks refer to is searched for
    transaction.commit()
    strangers = make_task(town, "task of rodiny", RODINY, body="rodiny", state="cancel")
    hidden = make_task(
        town,
        "task of a hidden body",
        (),
        body=town.hidden,
        imposed_by=resolution_of(town, "stanovisko"),
        state="begin",
    )
    transaction.commit()
    make_task(
        town,
        "task of seniori",
        SENIORI,
        body="seniori",
        imposed_by=resolution_of(town, "stanovisko"),
        depends_on=[strangers.getId(), hidden.getId()],
    )
    make_task(
        town,
        "public task",
        (),
        body=town.hidden,
        imposed_by=resolution_of(town, "zprava-o-plneni"),
        public={"title": "Veřejný úkol"},
        state="finish",
    )


def resolution_of(town, document: str) -> str:
    """UID of the resolution about a document."""
    subject = town.process["documents"][document].UID()
    [made] = IResolutionBook(town.process).adopted_on_subject(subject)
    return made.uid


def make_task(town, what, seen_by, *, public=None, state=None, **values):
    """Every text is marked, and so are the notes; who is responsible is not to be known."""
    secrets = town.secrets
    unknown = town.unknown.getId()
    given = {"responsible": unknown, **(public or {}), **values}
    values = secrets.fill(ITask, what, given, {None: seen_by})
    town.filled[ITask] = values
    task = create(
        town.process["tasks"],
        "kpss.Task",
        id=secrets.mark(f"id of {what}", seen_by),
        **values,
    )
    secrets.keep(task.UID(), f"UID of {what}", seen_by)
    if state:
        api.content.transition(
            task, state, comment=secrets.mark(f"comment on {what}", seen_by)
        )
    kept = {
        "at": "2026-02-03T10:00:00+00:00",
        "by": unknown,
        "as": "responsible",
        "text": secrets.mark(f"note on {what}", seen_by),
        "percent": 10,
        "state": IN_PROGRESS,
    }
    task.notes = [*(task.notes or ()), kept]
    notify(ObjectModifiedEvent(task))
    return task
