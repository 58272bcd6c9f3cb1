"""Convening and telling of changes, for the page and the service."""

from AccessControl import Unauthorized
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.letters import CHANGE
from kpss.addon.meetings.convening.letters import PAPERS
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.convening.roster import difference
from kpss.addon.meetings.convening.roster import refresh_roster
from kpss.addon.meetings.convening.sending import changes_to_tell
from kpss.addon.meetings.convening.sending import send_invitation
from kpss.addon.meetings.convening.sending import send_to_all
from kpss.addon.meetings.convening.sending import told_keys
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.invitation_changes import only_papers
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import may_convene


def convene(meeting, reason: str = "", revision: int | None = None) -> None:
    """Make the transition; everything else follows from it. Raises as ``advance``.

    Where the rules allow short notice as an exception, the reason must be given.
    """
    advance(meeting, CONVENE, reason=reason, revision=revision)


def tell_change(meeting) -> int:
    """Send the difference to everybody, the whole invitation to newcomers; how many.

    When nothing else has changed, newcomers get what the others have already.

    Raises Unauthorized, Refusals when nothing has changed or the meeting is over.
    """
    if not may_convene(meeting):
        raise Unauthorized()
    if state_of(meeting) != CONVENED:
        message = _("Changes are told of a meeting that is convened.")
        raise Refusals([Refusal("", message, "not_convened")])
    if local(meeting.start) <= now():
        message = _("The beginning of the meeting is in the past; choose another.")
        raise Refusals([Refusal("start", message, "in_the_past")])
    found = changes_to_tell(meeting)
    if not found and not unsent(meeting):
        message = _("Nothing has changed since it was told last.")
        raise Refusals([Refusal("", message, "nothing_changed")])
    if not is_frozen(meeting):
        refresh_roster(meeting)
    if not found:
        return send_invitation(meeting, recipients(meeting))
    return send_to_all(meeting, PAPERS if only_papers(found) else CHANGE, found)


def unsent(meeting) -> bool:
    """Whether somebody who is to be invited was told nothing yet."""
    if any(one.what == "came" for one in difference(meeting)):
        return True
    return any(one.to for one in recipients(meeting, without=told_keys(meeting)))


def is_frozen(meeting) -> bool:
    roster = records_of(meeting).roster
    return roster is not None and bool(roster["frozen"])
