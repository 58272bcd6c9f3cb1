"""Moving items of an agenda up and down, in and out."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.places import place_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import moved
from kpss.addon.meetings.rules.agenda import Place
from zope.container.contained import notifyContainerModified


def move(meeting, item: str, how: str) -> None:
    """Move an item with its sub-items; raises Refusal where it cannot go that way."""
    # What is only proposed stands beside the agenda
    before = [place_of(one) for one in items_of(meeting) if not one.proposed_by]
    after = moved(before, item, how)
    if after is None:
        raise Refusal("move", _("The item cannot go that way."), "cannot_move")
    put_in_order(meeting, before, after)


def put_in_order(meeting, before: list[Place], after: list[Place]) -> None:
    """Change the order and the levels of what is there; nothing else is touched."""
    levels = {one.id: one.level for one in before}
    for one in after:
        if levels[one.id] != one.level:
            meeting[one.id].level = one.level
    wanted = [one.id for one in after]
    now = [one.id for one in before]
    if wanted == now:
        return
    # All of them to the top of these, in their order
    meeting.getOrdering().moveObjectsByDelta(
        wanted, -len(wanted), now, suppress_events=True
    )
    notifyContainerModified(meeting)


def put_last(meeting, item: str) -> None:
    meeting.getOrdering().moveObjectsToBottom([item])
