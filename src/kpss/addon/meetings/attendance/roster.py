"""The roster of a meeting, line by line: the one that was taken, else that of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
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


def roster_items(meeting) -> list[Mapping[str, Any]]:
    """Unrestricted: whoever shows it judges who may see it.

    Until it was taken it is what the day of the meeting says now.
    """
    if records_of(meeting).roster is not None:
        return records_of(meeting).snapshot["items"]
    return snapshot(Roster(body_of(meeting), day_of(meeting)))["items"]


def lines_of(meeting) -> list[RosterLine]:
    return [_line(one) for one in roster_items(meeting)]


def _line(item: Mapping[str, Any]) -> RosterLine:
    seat = Seat(
        member=item.get("member") or item["membership"],
        person=item.get("person") or "",
        kind=item["kind"],
        voting=bool(item["voting"]),
        party=item.get("party"),
        organisation=item.get("organisation") or None,
        substitute_of=item.get("substitute_of"),
    )
    return RosterLine(
        seat=seat,
        name=item.get("name") or "",
        party_title=item.get("party_title") or "",
        functions=tuple(item.get("function_titles") or ()),
    )
