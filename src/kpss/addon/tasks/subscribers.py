"""What tasks refer to stays or is followed."""

from Acquisition import aq_base
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.moving import is_renamed
from kpss.addon.process.moving import leaves_process
from kpss.addon.tasks.finding import tasks_with
from zExceptions import BadRequest
from zope.i18nmessageid import Message


def refuse_losing_task(task, event) -> None:
    """A task for which others wait is neither deleted nor taken out of the process."""
    if leaves_process(task, event):
        others = tasks_with(event.oldParent, kpss_depends_on=event.oldName)
        _refuse([one for one in others if aq_base(one) is not aq_base(task)], task)


def refuse_losing_body(body, event) -> None:
    if leaves_process(body, event):
        _refuse(tasks_with(event.oldParent, kpss_author_body=event.oldName), body)


def refuse_losing_person(person, event) -> None:
    if leaves_process(person, event):
        _refuse(tasks_with(event.oldParent, kpss_person=event.oldName), person)


def _refuse(tasks: list, obj) -> None:
    if tasks:
        raise BadRequest(translate(_refusal(tasks, obj)))


def _refusal(tasks: list, obj) -> Message:
    titles = ", ".join(sorted(one.title for one in tasks)[:3])
    mapping = {"title": obj.title, "tasks": titles}
    return plural(
        len(tasks),
        _(
            "task_refers_one",
            default="“${title}” cannot be removed: one task refers to it (${tasks}).",
            mapping=mapping,
        ),
        _(
            "task_refers_few",
            default="“${title}” cannot be removed: ${number} tasks refer to it "
            "(${tasks}).",
            mapping=mapping,
        ),
        _(
            "task_refers_many",
            default="“${title}” cannot be removed: ${number} tasks refer to it "
            "(${tasks}).",
            mapping=mapping,
        ),
    )


def follow_task(task, event) -> None:
    """Others wait for it under its new id."""
    if is_renamed(task, event):
        for other in tasks_with(task, kpss_depends_on=event.oldName):
            other.depends_on = [
                event.newName if one == event.oldName else one
                for one in other.depends_on
            ]
            other.reindexObject(idxs=["kpss_depends_on"])


def follow_body(body, event) -> None:
    if is_renamed(body, event):
        for task in tasks_with(body, kpss_author_body=event.oldName):
            task.body = event.newName
            task.reindexObject(idxs=["kpss_author_body"])


def follow_account(person, event) -> None:
    """The catalogue finds the tasks of a person for the account that it is linked with."""
    for task in tasks_with(person, kpss_person=person.getId()):
        task.reindexObjectSecurity()
