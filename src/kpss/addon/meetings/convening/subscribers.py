"""What follows from a transition of a meeting, whoever makes it."""

from kpss.addon.meetings.calendar.sequence import note_change
from kpss.addon.meetings.convening.letters import CANCELLATION
from kpss.addon.meetings.convening.letters import INVITATION
from kpss.addon.meetings.convening.roster import freeze_roster
from kpss.addon.meetings.convening.roster import refresh_roster
from kpss.addon.meetings.convening.roster import take_roster
from kpss.addon.meetings.convening.sending import send_to_all
from kpss.addon.meetings.progress import WORKFLOW
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import progress as rules


def moved_on(meeting, event) -> None:
    """After a transition of the workflow of meetings."""
    if event.transition is None or event.workflow.getId() != WORKFLOW:
        return
    transition = event.transition.getId()
    reason = event.status.get("reason") or ""
    note_change(meeting)
    if transition == rules.CONVENE:
        _convened(meeting, reason)
    elif transition in (rules.OPEN, rules.ENTER):
        _opened(meeting)
    elif transition == rules.CANCEL and event.old_state.getId() == rules.CONVENED:
        send_to_all(meeting, CANCELLATION, reason=reason)


def _convened(meeting, reason: str) -> None:
    """The roster is taken, letters go."""
    records = records_of(meeting)
    # Answers to an invitation before it was cancelled
    for key in list(records.replies):
        records.drop("replies", key)
    if not records.is_frozen:
        take_roster(meeting)
    send_to_all(meeting, INVITATION, reason=reason)


def _opened(meeting) -> None:
    """The roster of the day, from now on as it is."""
    records = records_of(meeting)
    if records.roster is None:
        take_roster(meeting)
    elif not records.is_frozen:
        refresh_roster(meeting)
    freeze_roster(meeting)
