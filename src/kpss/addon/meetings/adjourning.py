"""Adjourning: the meeting goes on another time, with what was recorded so far."""

from AccessControl import Unauthorized
from datetime import datetime
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import may
from kpss.addon.meetings.progress import perform
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import ADJOURN
from kpss.addon.meetings.times import now
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def adjourn(meeting, start: datetime, *, place: str | None = None) -> None:
    """Raises Unauthorized or Refusals; the agenda, attendance and votes stay."""
    if not may(meeting, ADJOURN):
        raise Unauthorized()
    refused = refusals(meeting, ADJOURN)
    if start <= now():
        message = _("Choose a time in the future.")
        refused.append(Refusal("day", message, "in_the_past"))
    if refused:
        raise Refusals(refused)
    length = meeting.end - meeting.start if meeting.end else None
    perform(meeting, ADJOURN)
    meeting.start = start
    meeting.end = start + length if length is not None else None
    if place:
        meeting.place = place
    notify(ObjectModifiedEvent(meeting))
