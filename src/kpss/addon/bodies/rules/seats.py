"""From stints to seats: who sits in a body on a day, each person once (decision 32)."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from kpss.addon.bodies.rules.periods import around
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from operator import attrgetter


_RANK = {MEMBER: 0, SUBSTITUTE: 1, GUEST: 2}


@dataclass(frozen=True)
class Seat:
    """One person in one body on one day: one seat, at most one vote, every basis.

    ``kind``: member, substitute or guest, the strongest of the bases. ``span``: the days
    without a gap for which the person sits there so. ``bases``: own ones first.
    """

    body: str
    person: str
    kind: str
    voting: bool
    span: Period
    bases: tuple[Stint, ...]

    @property
    def functions(self) -> tuple[str, ...]:
        """Functions held in this body, without repetition."""
        held = [one.function for one in self.bases if one.function]
        return tuple(dict.fromkeys(held))

    @property
    def parties(self) -> tuple[str, ...]:
        """Parties for which the person comes, the one of the own membership first."""
        named = [one.source.party for one in self.bases if one.source.party]
        return tuple(dict.fromkeys(named))

    @property
    def party(self) -> str | None:
        """The party that the seat counts for: one seat, one party."""
        return self.parties[0] if self.parties else None

    @property
    def organisation(self) -> str | None:
        """The organisation that the seat counts for."""
        named = [one.source.organisation for one in self.bases]
        return next((one for one in named if one), None)

    @property
    def membership(self) -> str:
        """UID of the membership that the seat is known by."""
        return self.bases[0].source.uid

    @property
    def substitute_of(self) -> str | None:
        """Id of the membership for which a substitute stands in."""
        return self.bases[0].source.substitute_of if self.kind == SUBSTITUTE else None

    def awaits_appointment(self, on: date) -> bool:
        """Whether a function is held whose powers have not begun (PRA-14)."""
        return any(
            one.rule is None and (one.powers is None or on < one.powers.first)
            for one in self.bases
            if one.function
        )


def seats_on(stints: Iterable[Stint], on: date) -> list[Seat]:
    """Everybody's seats on a day; ``stints`` of one body, of any number of people."""
    seats = []
    for person, held in _by_person(stints):
        seat = _seat(person, held, on)
        if seat is not None:
            seats.append(seat)
    return seats


def past_seats(stints: Iterable[Stint], on: date) -> list[Seat]:
    """The last seats of those who sat in the body before the day and do not on it."""
    seats = []
    for person, held in _by_person(stints):
        ended = [one.span.last for one in held if one.span.last < on]
        if not ended or any(one.span.holds(on) for one in held):
            continue
        seat = _seat(person, held, max(ended))
        if seat is not None:
            seats.append(seat)
    return seats


def _by_person(stints: Iterable[Stint]) -> Iterator[tuple[str, list[Stint]]]:
    person = attrgetter("person")
    for one, held in groupby(sorted(stints, key=person), key=person):
        yield one, list(held)


def _seat(person: str, stints: Sequence[Stint], on: date) -> Seat | None:
    held = [one for one in stints if one.span.holds(on)]
    if not held:
        return None
    kind = min((one.kind for one in held), key=_RANK.__getitem__)
    bases = sorted(held, key=_basis_order)
    return Seat(
        body=held[0].body,
        person=person,
        kind=kind,
        voting=any(one.voting for one in held),
        span=_span([one for one in stints if one.kind == kind], on),
        bases=tuple(bases),
    )


def _span(stints: Sequence[Stint], on: date) -> Period:
    found = around((one.span for one in stints), on)
    assert found is not None, "the day is in one of the stints"
    return found


def _basis_order(stint: Stint) -> tuple[bool, int, date, str]:
    source = stint.source
    return stint.rule is not None, _RANK[stint.kind], source.valid_from, source.uid
