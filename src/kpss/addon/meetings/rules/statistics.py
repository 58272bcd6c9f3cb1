"""How members and parties took part in meetings over a time (BER-47, BER-48, ZAT-53)."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import HERE


@dataclass(frozen=True)
class Seat:
    """A member on the roster of a meeting, and what was recorded of that member.

    ``person``: the same in every meeting. ``party``: its title, empty for none.
    ``status`` None: nothing was recorded. ``represented``: a substitute came instead.
    """

    person: str
    name: str
    party: str
    status: str | None
    represented: bool = False


@dataclass(frozen=True)
class Row:
    """Of a person or a party, in numbers of seats at meetings.

    ``invited`` is the sum of all others. ``represented`` by a substitute counts as
    taking part; ``missed``: away without an apology; ``unrecorded``: nobody said.
    """

    name: str
    party: str
    invited: int
    present: int
    represented: int
    excused: int
    unrecorded: int = 0

    @property
    def took_part(self) -> int:
        return self.present + self.represented

    @property
    def missed(self) -> int:
        return self.invited - self.took_part - self.excused - self.unrecorded

    @property
    def percent(self) -> int | None:
        """Of the seats, rounded half up; None: nobody was invited."""
        if not self.invited:
            return None
        return (200 * self.took_part + self.invited) // (2 * self.invited)


def by_person(meetings: Iterable[Sequence[Seat]]) -> list[Row]:
    """A row for each person, in the order in which they first appear.

    Meetings come from the oldest one: name and party are those of the last.
    """
    return _rows(meetings, lambda seat: seat.person, names_party=True)


def by_party(meetings: Iterable[Sequence[Seat]]) -> list[Row]:
    """A row for each party, as it was called and as people sat for it at the time."""
    return _rows(meetings, lambda seat: seat.party, names_party=False)


def total(meetings: Iterable[Sequence[Seat]]) -> Row:
    """All seats together."""
    found = _rows(meetings, lambda seat: "", names_party=False)
    return found[0] if found else Row("", "", 0, 0, 0, 0)


def _rows(
    meetings: Iterable[Sequence[Seat]],
    key: Callable[[Seat], str],
    *,
    names_party: bool,
) -> list[Row]:
    seats: dict[str, list[Seat]] = {}
    for meeting in meetings:
        for seat in meeting:
            seats.setdefault(key(seat), []).append(seat)
    return [_row(name, group, names_party) for name, group in seats.items()]


def _row(key: str, seats: Sequence[Seat], names_party: bool) -> Row:
    present = [one.status in HERE for one in seats]
    represented = [
        one.represented and not there for one, there in zip(seats, present, strict=True)
    ]
    taken = zip(seats, present, represented, strict=True)
    away = [one.status for one, there, instead in taken if not (there or instead)]
    return Row(
        name=seats[-1].name if names_party else key,
        party=seats[-1].party if names_party else "",
        invited=len(seats),
        present=sum(present),
        represented=sum(represented),
        excused=away.count(EXCUSED),
        unrecorded=away.count(None),
    )
