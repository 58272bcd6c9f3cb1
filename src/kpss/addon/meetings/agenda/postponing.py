"""What a meeting postponed comes to the next one."""

from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.agenda.earlier import earlier_meetings
from kpss.addon.meetings.agenda.earlier import is_next_planned
from kpss.addon.meetings.agenda.earlier import next_ahead
from kpss.addon.meetings.agenda.earlier import next_planned
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.agenda import waits
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import now
from kpss.addon.process.uids import uid_of


#: What comes along; the papers stay with the item that was postponed.
TAKEN = (
    "title",
    "publicity",
    "presenter",
    "minutes",
    "text",
    "proposal",
    "subject_uid",
)


def waiting_for(meeting) -> list:
    """Items of earlier meetings that were postponed and stand on no agenda ahead."""
    return [
        item
        for earlier in reversed(earlier_meetings(meeting))
        for item in items_of(earlier)
        if waits(item.outcome, item.postponed_to, cancelled=_is_cancelled(item))
    ]


def _is_cancelled(item) -> bool:
    """Whether the meeting that took over the item will not be held."""
    made = _taken_over(item)
    return made is not None and state_of(meeting_of(made)) == CANCELLED


def _taken_over(item):
    return object_by_uid(item.postponed_to, portal_type="kpss.AgendaItem")


def take_over(meeting, item):
    """The same item on the agenda of a meeting; both say so.

    From a meeting that was cancelled it comes as it was prepared there.
    """
    last = _taken_over(item) or item
    made = add_item(
        meeting,
        postponed_from=uid_of(last),
        **{name: getattr(last, name) for name in TAKEN},
    )
    item.postponed_to = uid_of(made)
    return made


def take_over_all(meeting, *, by_itself: bool = False) -> list:
    """Everything that waits; ``by_itself``: only to the next meeting that is ahead."""
    if meeting.kind == PER_ROLLAM or meeting.simple:
        return []
    if by_itself and not is_next_planned(meeting, now()):
        return []
    return [take_over(meeting, item) for item in waiting_for(meeting)]


def pass_on_postponed(event) -> None:
    """Subscriber: when a meeting is closed, the next one that is planned takes it over."""
    coming = next_planned(event.object)
    if coming is not None:
        take_over_all(coming, by_itself=True)


def pass_on_cancelled(event) -> None:
    """Subscriber: what a cancelled meeting had taken over goes to the next one ahead."""
    coming = next_ahead(event.object, now())
    if coming is not None:
        take_over_all(coming)


def let_go(item, event=None) -> None:
    """Subscriber: when what was taken over is deleted, the postponed item waits again."""
    before = origin = _came_from(item)
    while origin is not None and origin.postponed_to != uid_of(item):
        # Through meetings that were cancelled
        origin = _came_from(origin)
    if origin is not None:
        origin.postponed_to = uid_of(before) if before is not origin else None


def _came_from(item):
    return object_by_uid(item.postponed_from, portal_type="kpss.AgendaItem")
