"""What was recorded of the members of a body at its meetings; for those inside only."""

from collections.abc import Iterable
from kpss.addon.meetings.attendance.roster import lines_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.statistics import Seat


def seats_of(meetings: Iterable) -> list[list[Seat]]:
    """By meeting; those at which nobody was recorded, or nobody met, are left out."""
    found = [
        list(_seats(one))
        for one in meetings
        if one.kind != PER_ROLLAM and len(records_of(one).attendance)
    ]
    return [one for one in found if one]


def _seats(meeting):
    attendance = records_of(meeting).attendance
    for line in lines_of(meeting):
        if line.seat.kind != MEMBER:
            continue
        kept = attendance.get(line.member) or {}
        yield Seat(
            person=line.seat.person or line.member,
            name=line.name,
            party=line.party_title,
            status=kept.get("status"),
            represented=bool(kept.get("substitute")),
        )
