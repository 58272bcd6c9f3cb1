"""Adding an item to an agenda."""

from kpss.addon.meetings.agenda.subjects import subject_by_uid
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.agenda import is_late
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from typing import Any


#: Most characters of a title.
LONGEST = 200


def add_item(meeting, **values: Any):
    """The item, last on the agenda; whoever called this judged who may add it."""
    made = createContent("kpss.AgendaItem", **values)
    return addContentToContainer(meeting, made, checkConstraints=False)


def title_of_subject(context, uid: str) -> str:
    """What an item that deals with this is called; short enough for a title."""
    subject = subject_by_uid(context, uid)
    title = subject.title if subject is not None else ""
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"


def mark_late(item, event) -> None:
    """Subscriber: what is added after the invitations went out says so.

    What only moves or is brought by an import has its own.
    """
    if event.oldParent is None and is_late(state_of(meeting_of(item))):
        item.late = True
