"""Answers to an invitation, and whether the meeting will have a quorum.

An answer says what somebody means to do; attendance is recorded at the meeting.
"""

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from kpss.addon.approval.rules.deadlines import days_before
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import Share
from typing import Any


COMING, ONLINE = "coming", "online"
EXCUSED, SUBSTITUTE = "excused", "substitute"
STATES = (COMING, ONLINE, EXCUSED, SUBSTITUTE)
#: Those who will be there.
PRESENT = (COMING, ONLINE)

MEMBER, STANDING_IN, GUEST = "member", "substitute", "guest"
NOT_ALLOWED = "not_allowed"

MAX_REASON, MAX_NAME = 500, 200


@dataclass(frozen=True)
class Seat:
    """Somebody on the roster of the meeting.

    ``kind``: member, substitute or guest. ``substitute_of``: key of the member for whom
    a substitute stands in.
    """

    member: str
    kind: str = MEMBER
    voting: bool = True
    substitute_of: str | None = None


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
        return Refused("begun", "")
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
    return seat is not None and seat.kind == MEMBER and substitutes != NOT_ALLOWED


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
        if other is None or other.member == seat.member or other.kind == GUEST:
            return Refused("not_a_substitute", "substitute")
        if other.kind == STANDING_IN and other.substitute_of not in (None, seat.member):
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
    """What the answers promise; only voting members count (BER-49, ZAT-71).

    ``needed`` None: the rules set no quorum. ``missing``: how many more must come.
    ``to_call``: members to be asked, in the order of the roster: those with a vote who
    have not answered, then those without a vote.
    """

    members: int
    coming: int
    excused: int
    unanswered: int
    needed: int | None
    to_call: tuple[str, ...]

    @property
    def missing(self) -> int | None:
        return None if self.needed is None else max(0, self.needed - self.coming)

    @property
    def reachable(self) -> bool | None:
        """Whether it suffices when all who have not answered come; None: no quorum set."""
        if self.needed is None:
            return None
        return self.coming + self.unanswered >= self.needed


def forecast(
    roster: Sequence[Seat],
    replies: Mapping[str, Reply],
    quorum: Share | None,
    *,
    substitutes: str | None = None,
) -> Forecast:
    """Count what was answered so far.

    A substitute of the roster fills the seat of the member who sends one, unless the
    rules forbid substitutes or the substitute is excused. Somebody named only by name
    comes without a vote, and another member has one vote, not two.
    """
    members = [one for one in roster if one.kind == MEMBER]
    voting = [one for one in members if one.voting]
    by_key = {one.member: one for one in roster}
    coming = _filled(voting, by_key, replies, substitutes)
    silent = [one for one in voting if one.member not in replies]
    others = [one for one in members if not one.voting and one.member not in replies]
    return Forecast(
        members=len(voting),
        coming=coming,
        excused=len(voting) - coming - len(silent),
        unanswered=len(silent),
        needed=None if quorum is None else needed(quorum, len(voting)),
        to_call=tuple(one.member for one in [*silent, *others]),
    )


def _filled(
    voting: Iterable[Seat],
    roster: Mapping[str, Seat],
    replies: Mapping[str, Reply],
    substitutes: str | None,
) -> int:
    """How many seats with a vote somebody will sit on; a substitute sits on one."""
    coming, used = 0, set()
    for seat in voting:
        reply = replies.get(seat.member)
        if reply is None:
            continue
        if reply.state in PRESENT:
            coming += 1
        elif reply.state == SUBSTITUTE and substitutes != NOT_ALLOWED:
            who = roster.get(reply.substitute or "")
            if who is None or who.kind != STANDING_IN or who.member in used:
                continue
            own = replies.get(who.member)
            if own is None or own.state in PRESENT:
                used.add(who.member)
                coming += 1
    return coming
