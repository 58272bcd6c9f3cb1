"""Answers to an invitation, and whether the meeting will have a quorum.

An answer says what somebody means to do; attendance is recorded at the meeting. Who
will count is asked of the rules of attendance, as if all kept their word.
"""

from collections.abc import Container
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from kpss.addon.approval.rules.deadlines import days_before
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.meetings.rules import presence
from kpss.addon.meetings.rules import stays
from kpss.addon.meetings.rules.presence import NOT_ALLOWED
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.quorum import quorum_required
from kpss.addon.meetings.rules.stays import Mark
from typing import Any


COMING, ONLINE = "coming", "online"
EXCUSED, SUBSTITUTE = "excused", "substitute"
STATES = (COMING, ONLINE, EXCUSED, SUBSTITUTE)

MAX_REASON, MAX_NAME = 500, 200


@dataclass(frozen=True)
class Reply:
    """``substitute``: key of somebody on the roster; ``name``: of somebody who is not."""

    state: str
    reason: str = ""
    substitute: str | None = None
    name: str = ""


@dataclass(frozen=True)
class Refused:
    """Why an answer is not taken; ``name``: what is to be mended."""

    code: str
    name: str
    params: dict[str, Any] = field(default_factory=dict)


#: The meeting has begun.
CLOSED = Refused("begun", "")


def flaw(
    reply: Reply,
    seat: Seat | None,
    roster: Mapping[str, Seat],
    *,
    substitutes: str | None,
    online: bool,
    begun: bool,
) -> Refused | None:
    """What is wrong with an answer; None: it is taken.

    ``seat`` None: an invited guest who is not on the roster. ``substitutes``: the rule
    of the body (allowed, not_allowed, None). ``online``: the meeting can be attended
    so. ``begun``: the meeting has begun; attendance is recorded then.
    """
    if begun:
        return CLOSED
    if reply.state not in STATES:
        return Refused("not_a_reply", "state", {"allowed": list(STATES)})
    if reply.state == ONLINE and not online:
        return Refused("not_online", "state")
    if len(reply.reason) > MAX_REASON:
        return Refused("too_long", "reason", {"maximum": MAX_REASON})
    if reply.state != SUBSTITUTE:
        return None
    return _substitute_flaw(reply, seat, roster, substitutes)


def may_send_substitute(seat: Seat | None, substitutes: str | None) -> bool:
    """Members may, unless the rules forbid it; guests come themselves or not."""
    return (
        seat is not None and seat.kind == presence.MEMBER and substitutes != NOT_ALLOWED
    )


def _substitute_flaw(
    reply: Reply,
    seat: Seat | None,
    roster: Mapping[str, Seat],
    substitutes: str | None,
) -> Refused | None:
    if seat is None or not may_send_substitute(seat, substitutes):
        return Refused("no_substitutes", "state")
    if not reply.substitute and not reply.name.strip():
        return Refused("substitute_missing", "substitute")
    if len(reply.name) > MAX_NAME:
        return Refused("too_long", "name", {"maximum": MAX_NAME})
    if reply.substitute:
        other = roster.get(reply.substitute)
        if other is None or other.member == seat.member or other.kind == presence.GUEST:
            return Refused("not_a_substitute", "substitute")
        own = other.substitute_of in (None, seat.member)
        if other.kind == presence.SUBSTITUTE and not own:
            return Refused("substitute_of_another", "substitute")
    return None


def is_late(
    state: str,
    today: date,
    meeting: date,
    days: int | None,
    kind: str | None,
    holidays: Container[date],
) -> bool:
    """Whether an apology came after the day that the rules set; it is taken all the same.

    Whether a late apology excuses is for whoever presides.
    """
    if state not in (EXCUSED, SUBSTITUTE) or days is None:
        return False
    return today > days_before(meeting, days, kind, holidays)


def begun(start: datetime, now: datetime, state: str) -> bool:
    """Whether answers are over: the meeting was opened, or its time has come."""
    return state != "convened" or now >= start


@dataclass(frozen=True)
class Forecast:
    """What the answers promise; only votes count (BER-49, ZAT-67, ZAT-71).

    ``coming`` of ``members``; ``most``: when all who have not answered come too.
    ``needed`` None: the rules set no quorum. ``to_call``: members to be asked, in the
    order of the roster: those with a vote who have not answered, then those without one.
    """

    members: int
    coming: int
    most: int
    needed: int | None
    to_call: tuple[str, ...]

    @property
    def missing(self) -> int | None:
        """How many more must come."""
        return None if self.needed is None else max(0, self.needed - self.coming)

    @property
    def reachable(self) -> bool | None:
        """Whether it suffices when all who have not answered come; None: no quorum set."""
        return None if self.needed is None else self.most >= self.needed


def forecast(
    roster: Sequence[Seat],
    replies: Mapping[str, Reply],
    quorum: Share | None,
    *,
    substitutes: str | None = None,
    votes_per_organisation: int | None = None,
) -> Forecast:
    """What the sheet of attendance would say, did everybody do as was answered."""
    silent = [
        one
        for one in roster
        if one.kind == presence.MEMBER and one.member not in replies
    ]
    told = _promised(roster, replies, substitutes)
    all_come = told | {one.member: Mark(stays.PRESENT) for one in silent}
    now, best = (
        presence.presence(roster, marks, votes_per_organisation=votes_per_organisation)
        for marks in (told, all_come)
    )
    return Forecast(
        members=now.members,
        coming=now.present,
        most=best.present,
        needed=quorum_required(quorum, now.members),
        to_call=tuple(
            one.member for one in sorted(silent, key=lambda one: not one.voting)
        ),
    )


#: How somebody who answered so will be recorded.
RECORDED = {
    COMING: stays.PRESENT,
    ONLINE: stays.ONLINE,
    EXCUSED: stays.EXCUSED,
    SUBSTITUTE: stays.EXCUSED,
}


def _promised(
    roster: Sequence[Seat], replies: Mapping[str, Reply], substitutes: str | None
) -> dict[str, Mark]:
    """Marks of members who answered, and of the substitutes whom they send.

    A substitute who is sent comes, unless the rules forbid it or the substitute is
    excused; somebody named only by name comes without a vote.
    """
    members = [one.member for one in roster if one.kind == presence.MEMBER]
    may_come = {
        one.member
        for one in roster
        if one.kind == presence.SUBSTITUTE and substitutes != NOT_ALLOWED
    }
    found: dict[str, Mark] = {}
    for member in members:
        reply = replies.get(member)
        if reply is None:
            continue
        sent = reply.substitute if reply.substitute in may_come else None
        found[member] = Mark(RECORDED[reply.state], substitute=sent)
        if sent:
            own = replies.get(sent, Reply(COMING))
            found[sent] = Mark(RECORDED[own.state])
    return found
