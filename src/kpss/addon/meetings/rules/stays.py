"""When somebody was at a meeting: from which point to which, and again (BER-33).

A point is an item of the agenda, a time, or both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise


PRESENT, ONLINE, ABSENT, EXCUSED = "present", "online", "absent", "excused"
STATUSES = (PRESENT, ONLINE, EXCUSED, ABSENT)
#: Who takes part, in the room or from afar.
HERE = (PRESENT, ONLINE)


@dataclass(frozen=True)
class Point:
    """``item``: place on the agenda from 0; None: before it. ``time``: None: unknown."""

    item: int | None = None
    time: datetime | None = None

    def is_before(self, other: "Point") -> bool | None:
        """Whether it comes first; items are compared before times.

        None: the two cannot be compared.
        """
        if self.item is not None and other.item is not None:
            return self.item < other.item
        if self.time is not None and other.time is not None:
            return self.time < other.time
        return None


@dataclass(frozen=True)
class Stay:
    """A time at the meeting.

    ``arrived``: the first point at which the person is there, None: from the beginning.
    ``left``: the first point at which the person is there no more, None: to the end.
    """

    arrived: Point | None = None
    left: Point | None = None

    def holds(self, at: Point) -> bool:
        """Whether the point is in it; what cannot be compared takes nobody away."""
        late = self.arrived is not None and at.is_before(self.arrived) is True
        gone = self.left is not None and at.is_before(self.left) is False
        return not late and not gone


@dataclass(frozen=True)
class Mark:
    """What was recorded of one person: ``arrived`` and ``left`` are those of the first stay.

    ``again``: later stays, of who left and came back. ``substitute``: UID of the
    membership of whoever stands in for the person here; ``proxy``: of the member who
    casts the person's vote.
    """

    status: str | None = None
    arrived: Point | None = None
    left: Point | None = None
    again: tuple[Stay, ...] = ()
    substitute: str | None = None
    proxy: str | None = None

    @property
    def stays(self) -> tuple[Stay, ...]:
        return (Stay(self.arrived, self.left), *self.again)


UNMARKED = Mark()
Marks = Mapping[str, Mark]


def is_there(mark: Mark, at: Point | None) -> bool:
    """Whether the person takes part at the point; None: at any time of the meeting."""
    if mark.status not in HERE:
        return False
    return at is None or any(one.holds(at) for one in mark.stays)


def stays_flaw(stays: tuple[Stay, ...]) -> tuple[int, str, str] | None:
    """What cannot be so: number of the stay, ``arrived`` or ``left``, and why.

    Leaving at the point of arrival is too early: somebody was never there. Who comes
    back has left before, and later than then.
    """
    for number, one in enumerate(stays):
        if _not_before(one.arrived, one.left):
            return number, "left", "left_before_arriving"
    for number, (before, after) in enumerate(pairwise(stays), 1):
        if before.left is None:
            return number - 1, "left", "back_without_leaving"
        if after.arrived is None:
            return number, "arrived", "back_when"
        if _not_before(before.left, after.arrived):
            return number, "arrived", "back_before_leaving"
    return None


def _not_before(first: Point | None, second: Point | None) -> bool:
    if first is None or second is None:
        return False
    return first.is_before(second) is False
