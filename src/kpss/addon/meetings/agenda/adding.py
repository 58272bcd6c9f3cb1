"""Adding an item to an agenda."""

from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.agenda import is_late
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from typing import Any


def add_item(meeting, **values: Any):
    """The item, last on the agenda; whoever called this judged who may add it."""
    made = createContent("kpss.AgendaItem", **values)
    # An id that says nothing: titles are changed, addresses stay
    made.id = free_id(meeting, "item")
    return addContentToContainer(meeting, made, checkConstraints=False)


def free_id(container, word: str) -> str:
    """``item-7``: the first one that nothing has, beginning at how many there are."""
    number = len(container) + 1
    while f"{word}-{number}" in container:
        number += 1
    return f"{word}-{number}"


def mark_late(item, event) -> None:
    """Subscriber: what is added after the invitations went out says so.

    What only moves has its own; it is kept also where it is no, so that an import brings
    it.
    """
    if event.oldParent is None:
        item.late = bool(item.late) or is_late(state_of(meeting_of(item)))
