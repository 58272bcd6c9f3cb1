"""Convening and telling of changes, for the page and the service."""

from AccessControl import Unauthorized
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.convening.outstanding import outstanding
from kpss.addon.meetings.convening.roster import refresh_roster
from kpss.addon.meetings.convening.sending import send_to_all
from kpss.addon.meetings.convening.sending import send_to_rest
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.who import may_convene


def convene(meeting, reason: str = "", revision: int | None = None) -> None:
    """Make the transition; everything else follows from it. Raises as ``advance``.

    Where the rules allow short notice as an exception, the reason must be given.
    """
    advance(meeting, CONVENE, reason=reason, revision=revision)


def tell_change(meeting, revision: int | None = None) -> int:
    """Send what is outstanding (``outstanding``); how many letters.

    Raises Unauthorized, Outdated when something was recorded since ``revision``,
    Refusals when nothing has changed or the meeting is over.
    """
    if not may_convene(meeting):
        raise Unauthorized()
    if revision is not None and records_of(meeting).revision != revision:
        raise Outdated(meeting)
    found = outstanding(meeting)
    if found.refusals:
        raise Refusals(found.refusals)
    what, changes = found.what, found.changes
    if not records_of(meeting).is_frozen:
        refresh_roster(meeting)
    if what is None:
        return send_to_rest(meeting)
    return send_to_all(meeting, what, changes)
