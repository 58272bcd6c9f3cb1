"""A poll ends: one of its dates is chosen and becomes a meeting, or it is cancelled."""

from datetime import date
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.i18n import _
from kpss.addon.meetings.planning.making import make_meeting
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.polling.beginning import NOT_PLANNED
from kpss.addon.meetings.polling.kept import drop_poll
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import Proposed
from kpss.addon.meetings.polling.sending import send
from kpss.addon.meetings.polling.texts import CANCELLED
from kpss.addon.meetings.polling.texts import CHOSEN
from kpss.addon.meetings.polling.texts import FLAWS
from kpss.addon.meetings.polling.texts import refusal
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.rules.replies import Refused
from kpss.addon.meetings.times import now
from kpss.addon.meetings.titles import word_for
from kpss.addon.process.uids import uid_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


MAX_REASON = 500


def choose(poll: Poll, key: str) -> tuple[object, int]:
    """The meeting on this date, and how many are told. Raises Refusal.

    A planned meeting that the poll was begun for gets the date; else one is made.
    """
    _refuse_ended(poll)
    one = poll.date(key)
    if one is None:
        raise Refusal("choose", FLAWS["no_such_date"], "no_such_date")
    if one.start <= now():
        raise Refusal("choose", FLAWS["past"], "past")
    if not exists_on(one.start.date(), None, poll.body.valid_to):
        message = _("The body will have ended by then.")
        raise Refusal("choose", message, "body_ended")
    meeting = planned_meeting(poll)
    if meeting is not None:
        _move(meeting, one)
    else:
        wanted = Wanted(one.start, one.minutes, one.place or None)
        # The usual word is no title of its own: the meeting is called by its day then
        named = poll.title if poll.title != word_for(poll.body) else None
        meeting = make_meeting(poll.body, wanted, title=named)
    poll.change(state=rules.CHOSEN, chosen=one.key, meeting=uid_of(meeting))
    return meeting, send(poll, CHOSEN, poll.asked)


def planned_meeting(poll: Poll):
    """The meeting that the poll looks a date for; None: for none, or it is gone."""
    return object_by_uid(poll.facts["meeting"])


def _move(meeting, one: Proposed) -> None:
    if state_of(meeting) != PLANNED:
        raise Refusal("choose", NOT_PLANNED, "not_planned")
    meeting.start, meeting.end = one.start, one.end
    if one.place:
        meeting.place = one.place
    notify(ObjectModifiedEvent(meeting))


def cancel(poll: Poll, reason: str) -> int:
    """How many are told. Raises Refusal."""
    _refuse_ended(poll)
    if len(reason) > MAX_REASON:
        raise refusal(Refused("too_long", "reason", {"maximum": MAX_REASON}))
    poll.change(state=rules.CANCELLED, reason=reason or None)
    return send(poll, CANCELLED, poll.asked)


def prolong(poll: Poll, until: date | None) -> None:
    """Take answers until another day; nobody is told. Raises Refusal."""
    _refuse_ended(poll)
    if until is None:
        raise Refusal("until", _("Give a day."), "until_missing")
    ahead = [one.start for one in poll.dates if one.start > now()]
    flaw = rules.deadline_flaw(until, ahead, now())
    if flaw is not None:
        raise refusal(flaw)
    poll.change(until=until.isoformat())


def delete(poll: Poll) -> None:
    """Take away what everybody answered. Raises Refusal while the poll is open."""
    if poll.is_open:
        message = _("Choose a date or cancel the poll first.")
        raise Refusal("", message, "poll_open")
    drop_poll(poll)


def _refuse_ended(poll: Poll) -> None:
    if not poll.is_open:
        raise Refusal("", FLAWS[poll.state], poll.state)
