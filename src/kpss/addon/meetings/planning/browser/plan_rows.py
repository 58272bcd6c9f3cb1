"""The table of meetings to be planned, and what stands against each of them."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from kpss.addon.i18n import _
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.planning.marks import of_collisions
from kpss.addon.meetings.planning.marks import of_day
from kpss.addon.meetings.planning.marks import WEEKDAYS
from kpss.addon.meetings.planning.slots import around
from kpss.addon.meetings.planning.slots import Slots
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Row:
    """One line: texts as they stand in its fields; its names begin with ``name``.

    ``used`` False: it is left out. ``wanted`` None: left out, or not to be understood.
    """

    number: int
    used: bool
    day: str
    time: str
    place: str
    wanted: Wanted | None = None
    weekday: Message | str = ""
    marks: tuple[Message, ...] = ()

    @property
    def name(self) -> str:
        return f"row-{self.number}"

    @property
    def as_seen(self) -> str:
        """What its marks are said of; empty where there are none."""
        if self.wanted is None:
            return ""
        wanted = self.wanted
        return f"{wanted.start.isoformat()}|{wanted.minutes}|{wanted.place or ''}"


def judged(body, rows: Sequence[Row], moved: str = "") -> Iterator[Row]:
    """The same rows with what stands against them; those of one day say so.

    ``moved``: UID of the meeting whose new time is looked for; not in its own way.
    """
    days = [row.wanted.start.date() for row in rows if row.wanted is not None]
    if not days:
        yield from rows
        return
    slots = around(body, days)
    for row in rows:
        if row.wanted is None:
            yield row
        else:
            yield _marked(row, row.wanted, slots, days, moved)


def _marked(row: Row, wanted: Wanted, slots: Slots, days: list, moved: str) -> Row:
    on = wanted.start.date()
    found = slots.against(wanted.start, wanted.minutes or 0, wanted.place, key=moved)
    marks = [*row.marks, *of_day(on), *of_collisions(found, slots)]
    if days.count(on) > 1:
        marks.append(_("Another line of this table has the same day."))
    return replace(row, marks=tuple(marks), weekday=WEEKDAYS[on.weekday()])
