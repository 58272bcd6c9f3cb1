"""The roster of a meeting, line by line: the one that was taken, else that of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.meetings.convening.roster import items_on
from kpss.addon.meetings.convening.roster import seat_of
from kpss.addon.meetings.rules.presence import Seat
from typing import Any


@dataclass(frozen=True)
class RosterLine:
    """A seat with what is read about it; for those inside only."""

    seat: Seat
    name: str
    party_title: str
    functions: tuple[str, ...]

    @property
    def member(self) -> str:
        return self.seat.member


def lines_of(meeting) -> list[RosterLine]:
    """Unrestricted: whoever shows it judges who may see it."""
    return [_line(one) for one in items_on(meeting)]


def _line(item: Mapping[str, Any]) -> RosterLine:
    return RosterLine(
        seat=seat_of(item),
        name=item.get("name") or "",
        party_title=item.get("party_title") or "",
        functions=tuple(item.get("function_titles") or ()),
    )
