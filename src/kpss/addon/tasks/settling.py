"""Percent, state and the day of finishing agree, whichever of them was changed."""

from datetime import date
from kpss.addon.tasks import rules
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
    """A copy is a new task: nothing was done or said of it."""
    task.percent = 0
    task.completed = None
    task.notes = None
