"""How far a meeting is, and what may happen to it next.

States: planned, convened, in session, held, closed; cancelled. Every step has one name,
and what forbids it is a code with parameters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.approval.rules.facts import Reason
from typing import Any


PLANNED, CONVENED, IN_SESSION = "planned", "convened", "in_session"
HELD, CLOSED, CANCELLED = "held", "closed", "cancelled"
STATES = (PLANNED, CONVENED, IN_SESSION, HELD, CLOSED, CANCELLED)

CONVENE, OPEN, ADJOURN, END, CLOSE = "convene", "open", "adjourn", "end", "close"
REOPEN_SESSION, REOPEN, CANCEL, RENEW = "reopen_session", "reopen", "cancel", "renew"
#: A meeting of the past is entered as held (see ``minutes``).
ENTER = "enter"

#: transition -> states in which it may be made, and the state after it.
STEPS: dict[str, tuple[tuple[str, ...], str]] = {
    CONVENE: ((PLANNED,), CONVENED),
    OPEN: ((PLANNED, CONVENED), IN_SESSION),
    ADJOURN: ((IN_SESSION,), CONVENED),
    END: ((IN_SESSION,), HELD),
    CLOSE: ((HELD,), CLOSED),
    REOPEN_SESSION: ((HELD,), IN_SESSION),
    REOPEN: ((CLOSED,), HELD),
    CANCEL: ((PLANNED, CONVENED), CANCELLED),
    RENEW: ((CANCELLED,), PLANNED),
    ENTER: ((PLANNED,), HELD),
}
#: Need more than a click: a reason, or another date.
WITH_WORDS = frozenset((ADJOURN, REOPEN_SESSION, REOPEN, CANCEL, ENTER))
#: Made by forms of their own: they need more than a reason.
ELSEWHERE = (ADJOURN, ENTER)
#: Of these the reason is kept.
WITH_REASON = frozenset((REOPEN_SESSION, REOPEN, CANCEL))

#: Kinds of meetings.
REGULAR, EXTRAORDINARY, PER_ROLLAM = "regular", "extraordinary", "per_rollam"
KINDS = (REGULAR, EXTRAORDINARY, PER_ROLLAM)

#: Items that are no business of their own.
HEADING = "heading"


@dataclass(frozen=True)
class MeetingFacts:
    """What is known of a meeting; ``start`` and ``now`` are aware of the zone.

    ``day``: of the meeting where it is held, ``today`` there. ``simple``: the simple way,
    which needs no convening. ``undecided``: titles of items without an outcome.
    """

    state: str
    start: datetime | None
    day: date | None
    now: datetime
    today: date
    kind: str = REGULAR
    simple: bool = False
    end: datetime | None = None
    undecided: tuple[str, ...] = ()


def refuse_step(facts: MeetingFacts, transition: str) -> Iterator[Reason]:
    """What forbids a transition, as far as the meeting alone says so."""
    sources, _target = STEPS[transition]
    if facts.state not in sources:
        yield Reason("", "wrong_state", {"state": facts.state})
        return
    yield from CHECKS.get(transition, _nothing)(facts)


def _nothing(facts: MeetingFacts) -> Iterator[Reason]:
    return iter(())


def _convene(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.start is None:
        yield Reason("start", "no_start")
    elif facts.start <= facts.now:
        yield Reason("start", "in_the_past")
    yield from _deadline(facts)


def _deadline(facts: MeetingFacts) -> Iterator[Reason]:
    """Outside a meeting members must know until when they answer."""
    if facts.kind == PER_ROLLAM and facts.end is None:
        yield Reason("end", "no_deadline")


def _open(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.state == PLANNED and not facts.simple:
        yield Reason("", "not_convened")
    if facts.day is None:
        yield Reason("start", "no_start")
    elif facts.day > facts.today and facts.kind != PER_ROLLAM:
        # Outside a meeting all may have answered before the deadline
        yield Reason("start", "not_its_day", {"day": facts.day})
    yield from _deadline(facts)


def _adjourn(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.kind == PER_ROLLAM:
        yield Reason("", "nothing_to_adjourn")


def _close(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.undecided:
        yield Reason(
            "",
            "undecided_items",
            {"number": len(facts.undecided), "items": facts.undecided},
        )


def _renew(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.start is None or facts.start <= facts.now:
        yield Reason("start", "in_the_past")


def _enter(facts: MeetingFacts) -> Iterator[Reason]:
    if facts.day is None:
        yield Reason("start", "no_start")
    elif facts.day > facts.today:
        yield Reason("start", "in_the_future")


CHECKS = {
    CONVENE: _convene,
    OPEN: _open,
    ADJOURN: _adjourn,
    CLOSE: _close,
    RENEW: _renew,
    ENTER: _enter,
}


def refuse_change(
    facts: MeetingFacts, name: str, value: Any, *, has_sat: bool
) -> Iterator[Reason]:
    """What forbids another value of a field that others go by.

    ``has_sat``: it was opened, now or before it was adjourned; a meeting of the past
    was only entered.
    """
    rolled = PER_ROLLAM in (value, facts.kind)
    told = facts.state != PLANNED
    if name == "start":
        yield from _new_start(facts, value, has_sat)
    elif name == "end" and told and rolled and facts.end is not None:
        if value is None or value < facts.end:
            yield Reason("end", "deadline_stays")
    elif told and (name == "simple" or (name == "kind" and rolled)):
        yield Reason(name, "way_stays")


def _new_start(
    facts: MeetingFacts, value: datetime | None, has_sat: bool
) -> Iterator[Reason]:
    if has_sat and facts.state != CONVENED:
        yield Reason("start", "was_opened")
    elif has_sat and (value is None or value <= facts.now):
        yield Reason("start", "in_the_past")
    elif facts.state in (HELD, CLOSED) and (value is None or value > facts.now):
        yield Reason("start", "in_the_future")


def needs_outcome(kind: str, outcome: str | None, *, proposed: bool) -> bool:
    """Whether an item of the agenda keeps a meeting from being closed."""
    return kind != HEADING and not proposed and not outcome
