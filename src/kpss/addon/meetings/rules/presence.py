"""Who is there at a point of a meeting, and whose vote counts (ZAT-67, ZAT-71, BER-49).

A point is an item of the agenda, a time, or both; a mark says from which point to which
somebody was there.
"""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime


PRESENT, ONLINE, ABSENT, EXCUSED = "present", "online", "absent", "excused"
STATUSES = (PRESENT, ONLINE, EXCUSED, ABSENT)
#: Who takes part, in the room or from afar.
HERE = (PRESENT, ONLINE)

MEMBER, SUBSTITUTE, GUEST = "member", "substitute", "guest"


@dataclass(frozen=True)
class Seat:
    """A line of the roster of the meeting.

    ``member``: UID of the membership. ``substitute_of``: UID of the membership for
    which a substitute stands in; None: the roster does not say for whom.
    """

    member: str
    person: str = ""
    kind: str = MEMBER
    voting: bool = True
    party: str | None = None
    organisation: str | None = None
    substitute_of: str | None = None


@dataclass(frozen=True)
class Point:
    """``item``: place on the agenda from 0; None: before it. ``time``: None: unknown."""

    item: int | None = None
    time: datetime | None = None

    def is_before(self, other: "Point") -> bool:
        """Whether it comes first; items are compared before times.

        What cannot be compared does not come first.
        """
        if self.item is not None and other.item is not None:
            return self.item < other.item
        if self.time is not None and other.time is not None:
            return self.time < other.time
        return False


@dataclass(frozen=True)
class Mark:
    """What was recorded of one person.

    ``arrived``: the first point at which the person is there, None: from the beginning.
    ``left``: the first point at which the person is there no more, None: to the end.
    ``substitute``: UID of the membership of whoever stands in for the person here.
    """

    status: str | None = None
    arrived: Point | None = None
    left: Point | None = None
    substitute: str | None = None


UNMARKED = Mark()
Marks = Mapping[str, Mark]


def left_before_arriving(mark: Mark) -> bool:
    """Whether somebody was never there: leaving at the point of arrival is too early."""
    if mark.arrived is None or mark.left is None:
        return False
    return not mark.arrived.is_before(mark.left)


def is_there(mark: Mark, at: Point | None) -> bool:
    """Whether the person takes part at the point; None: at any time of the meeting."""
    if mark.status not in HERE:
        return False
    if at is None:
        return True
    late = mark.arrived is not None and at.is_before(mark.arrived)
    gone = mark.left is not None and not at.is_before(mark.left)
    return not late and not gone


@dataclass(frozen=True)
class Presence:
    """Who counts at a point.

    ``counted``: seats with a vote that are there, in the order of the roster.
    ``members``: votes of the body, of which a quorum and a majority of all are counted.
    ``whom``: for whom a substitute votes, by UIDs. ``beyond``: there, but the vote of
    their organisation is used already (ZAT-67). ``statuses``: how many members with a
    vote have which status, None for those whom nobody marked.
    """

    members: int
    counted: tuple[Seat, ...] = ()
    online: int = 0
    beyond: tuple[Seat, ...] = ()
    whom: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str | None, int] = field(default_factory=dict)

    @property
    def present(self) -> int:
        return len(self.counted)


def presence(
    roster: Sequence[Seat],
    marks: Marks,
    at: Point | None = None,
    *,
    votes_per_organisation: int | None = None,
) -> Presence:
    """Whose vote counts at the point.

    Online counts as present. A guest and whoever has no vote never count. A substitute
    counts while the member is not there and leaves the count when the member arrives;
    a person counts once, on the own seat first (decision 32). Of one organisation
    ``votes_per_organisation`` votes count at most (None: all), those of the first on
    the roster; the votes of the whole body are limited alike, so that a quorum stays
    within reach (ZAT-67).
    """
    voters = _once([one for one in roster if one.kind == MEMBER and one.voting])
    there = [one for one in voters if is_there(marks.get(one.member, UNMARKED), at)]
    whom = _standing_in(roster, voters, there, marks, at)
    seats = [*there, *(one for one in roster if one.member in whom)]
    represented = {one.member: one for one in voters}
    counted, beyond = limited(
        seats,
        votes_per_organisation,
        lambda one: represented[whom.get(one.member, one.member)].organisation,
    )
    statuses = Counter(marks.get(one.member, UNMARKED).status for one in voters)
    return Presence(
        members=len(limited(voters, votes_per_organisation)[0]),
        counted=tuple(counted),
        online=sum(marks.get(one.member, UNMARKED).status == ONLINE for one in counted),
        beyond=tuple(beyond),
        whom={one.member: whom[one.member] for one in counted if one.member in whom},
        statuses=dict(statuses),
    )


def _once(seats: Iterable[Seat]) -> list[Seat]:
    """Each person once: two seats of one person are one vote."""
    found: dict[str, Seat] = {}
    for seat in seats:
        found.setdefault(seat.person or seat.member, seat)
    return list(found.values())


def _own(seat: Seat) -> str | None:
    return seat.organisation


def limited(
    seats: Iterable[Seat],
    most: int | None,
    organisation: Callable[[Seat], str | None] = _own,
) -> tuple[list[Seat], list[Seat]]:
    """Seats whose votes count, and those beyond the votes of their organisation."""
    counted: list[Seat] = []
    beyond: list[Seat] = []
    used: Counter[str] = Counter()
    for seat in seats:
        whose = organisation(seat)
        if most is None or whose is None:
            counted.append(seat)
            continue
        used[whose] += 1
        (counted if used[whose] <= most else beyond).append(seat)
    return counted, beyond


def _standing_in(
    roster: Sequence[Seat],
    voters: Sequence[Seat],
    there: Sequence[Seat],
    marks: Marks,
    at: Point | None,
) -> dict[str, str]:
    """Substitutes that count, with the members in whose place they do."""
    busy = {one.person for one in there if one.person}
    missing = {one.member for one in voters} - {one.member for one in there}
    named = {
        mark.substitute: member
        for member, mark in marks.items()
        if mark.substitute and member in missing
    }
    found: dict[str, str] = {}
    for one in roster:
        whose = named.get(one.member, one.substitute_of)
        if one.kind != SUBSTITUTE or whose not in missing or one.person in busy:
            continue
        if is_there(marks.get(one.member, UNMARKED), at):
            found[one.member] = whose
            missing.discard(whose)
            busy.add(one.person or one.member)
    return found
