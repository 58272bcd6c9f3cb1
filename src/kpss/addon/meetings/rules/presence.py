"""Who is there at a point of a meeting, and whose vote counts (ZAT-67, ZAT-71, BER-49)."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.meetings.rules.stays import is_there
from kpss.addon.meetings.rules.stays import Marks
from kpss.addon.meetings.rules.stays import ONLINE
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import UNMARKED


MEMBER, SUBSTITUTE, GUEST = "member", "substitute", "guest"
#: What the rules of a body may say of substitutes and of guests.
NOT_ALLOWED = "not_allowed"


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
class Presence:
    """Who counts at a point.

    ``counted``: seats with a vote that are there, in the order of the roster.
    ``members``: votes of the body, of which a quorum and a majority of all are counted.
    ``whom``: for whom a substitute votes, by UIDs. ``proxies``: members who are away
    and count all the same, with who casts their vote. ``beyond``: there, but the vote
    of their organisation is used already (ZAT-67). ``statuses``: how many members with
    a vote have which status, None for those whom nobody marked.
    """

    members: int
    counted: tuple[Seat, ...] = ()
    online: int = 0
    beyond: tuple[Seat, ...] = ()
    whom: Mapping[str, str] = field(default_factory=dict)
    proxies: Mapping[str, str] = field(default_factory=dict)
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
    proxies: int | None = None,
    substitutes: str | None = None,
) -> Presence:
    """Whose vote counts at the point.

    Online counts as present. A guest and whoever has no vote never count. A substitute
    counts while the member is not there and leaves the count when the member arrives,
    unless ``substitutes``, the rule of the body, is NOT_ALLOWED; a person counts once,
    on the own seat first (decision 32). A member who is away and has no substitute
    counts by proxy while a member who is there casts the vote, for ``proxies`` others
    at most (None: for nobody). Of one organisation ``votes_per_organisation`` votes
    count at most (None: all), those of the first on the roster; the votes of the whole
    body are limited alike, so that a quorum stays within reach (ZAT-67).
    """
    voters = _once([one for one in roster if one.kind == MEMBER and one.voting])
    there = [one for one in voters if is_there(marks.get(one.member, UNMARKED), at)]
    stand_in = roster if substitutes != NOT_ALLOWED else ()
    whom = _standing_in(stand_in, voters, there, marks, at)
    cast = _by_proxy(voters, there, whom, marks, proxies or 0)
    seats = [*there, *(one for one in roster if one.member in whom)]
    seats += [one for one in voters if one.member in cast]
    represented = {one.member: one for one in voters}
    counted, beyond = limited(
        seats,
        votes_per_organisation,
        lambda one: represented[whom.get(one.member, one.member)].organisation,
    )
    themselves = [one for one in counted if one.member not in cast]
    return Presence(
        members=len(limited(voters, votes_per_organisation)[0]),
        counted=tuple(counted),
        online=sum(_status(marks, one) == ONLINE for one in themselves),
        beyond=tuple(one for one in beyond if one.member not in cast),
        whom={one.member: whom[one.member] for one in themselves if one.member in whom},
        proxies={one.member: cast[one.member] for one in counted if one.member in cast},
        statuses=dict(Counter(_status(marks, one) for one in voters)),
    )


def _status(marks: Marks, seat: Seat) -> str | None:
    return marks.get(seat.member, UNMARKED).status


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


def _by_proxy(
    voters: Iterable[Seat],
    there: Iterable[Seat],
    whom: Mapping[str, str],
    marks: Marks,
    most: int,
) -> dict[str, str]:
    """Members that are away, with the member who is there and casts their vote."""
    here = {one.member for one in there}
    served = here.union(whom.values())
    found: dict[str, str] = {}
    cast: Counter[str] = Counter()
    for one in voters:
        by = marks.get(one.member, UNMARKED).proxy
        if one.member not in served and by in here and cast[by] < most:
            cast[by] += 1
            found[one.member] = by
    return found
