"""What was recorded of the members of a body at its meetings; for those inside only."""

from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.statistics import Seat


def seats_of(meetings: Iterable) -> list[list[Seat]]:
    """By meeting; those at which nobody was recorded, or nobody met, are left out."""
    sheets = [Sheet(one) for one in meetings if one.kind != PER_ROLLAM]
    found = [list(_seats(one)) for one in sheets if one.was_recorded]
    return [one for one in found if one]


def _seats(sheet: Sheet) -> Iterator[Seat]:
    represented = set(sheet.presence(None).whom.values())
    for line in sheet.lines:
        if line.seat.kind == MEMBER:
            yield Seat(
                person=line.seat.person or line.member,
                name=line.name,
                party=line.party_title,
                status=sheet.kept_of(line.member)["status"],
                represented=line.member in represented,
            )
