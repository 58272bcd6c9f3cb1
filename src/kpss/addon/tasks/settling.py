"""Percent, state and the day of finishing agree, whichever of them was changed."""

from datetime import date
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.process.moving import is_taken_over
from kpss.addon.tasks import rules
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.finding import task_by_id
from kpss.addon.tasks.notes import add_note
from plone import api


def settle_changed(task, event) -> None:
    """A percent that was added or edited moves the task as a report would."""
    state = api.content.get_state(task)
    percent = task.percent or 0
    if state in rules.UNFINISHED:
        outcome = rules.reported(state, percent)
        if outcome.transition is not None:
            api.content.transition(task, outcome.transition)
    elif state == rules.DONE and percent != rules.FULL:
        task.percent = rules.FULL


def settle_moved(task, event) -> None:
    """A task in a new state: percent and day follow, and a note says so."""
    if event.transition is None:
        return
    state = event.new_state.getId()
    said = [kept["percent"] for kept in task.notes or ()]
    task.percent = rules.settled_percent(state, task.percent or 0, said)
    task.completed = date.today() if state == rules.DONE else None
    add_note(task, event.kwargs.get("comment"), state)
    task.reindexObject()


def begin_anew(task, event) -> None:
    """A copy is a new task, alone or with its process: nothing was done or said of it."""
    task.percent = 0
    task.completed = None
    task.notes = None


def settle_in(task, event) -> None:
    """A task that came from another process drops what its new one does not have."""
    if body_by_id(task, task.body or "") is None:
        task.body = None
    if person_by_id(task, task.responsible) is None:
        task.responsible = None
    if imposer_of(task, task.imposed_by) is None:
        task.imposed_by = None
    task.depends_on = [
        one for one in task.depends_on or () if task_by_id(task, one) is not None
    ]


def settle_copied(task, event) -> None:
    begin_anew(task, event)
    settle_in(task, event)
    task.reindexObject()


def settle_taken_over(task, event) -> None:
    """Moved by itself, not together with its process."""
    if is_taken_over(task, event):
        settle_in(task, event)
        task.reindexObject()
