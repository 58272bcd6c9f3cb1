"""Moving items of an agenda up and down, in and out, and to another place at once."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.places import place_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import moved
from kpss.addon.meetings.rules.agenda import Place
from kpss.addon.meetings.rules.agenda import placed
from zope.container.contained import notifyContainerModified


def move(meeting, item: str, how: str) -> None:
    """Move an item with its sub-items; raises Refusal where it cannot go that way."""
    places = _agenda_of(meeting)
    _put(meeting, places, moved(places, item, how))


def place(meeting, item: str, before: str | None) -> None:
    """Put an item before another one, None: last; raises Refusal where it is there."""
    places = _agenda_of(meeting)
    _put(meeting, places, placed(places, item, before))


def _agenda_of(meeting) -> list[Place]:
    """What is only proposed stands beside the agenda."""
    return [place_of(one) for one in items_of(meeting) if not one.proposed_by]


def _put(meeting, before: list[Place], after: list[Place] | None) -> None:
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
