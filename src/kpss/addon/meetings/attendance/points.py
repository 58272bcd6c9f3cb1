"""A point of a meeting: as kept (UID of an item, or an ISO time), typed and shown.

Typed it is the number of an item on the agenda, or a time of the day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.places import place_of
from kpss.addon.meetings.attendance.texts import BEFORE_ITEM
from kpss.addon.meetings.attendance.texts import OF_ITEM
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import begins
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.rules.agenda import Place
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.times import at
from kpss.addon.meetings.times import local
from kpss.addon.process.uids import uid_of
from zope.i18nmessageid import Message
import re


#: Translates into the language of who reads.
Say = Callable[[Message | str], str]
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z")
#: How long after its beginning somebody may still come to a meeting or leave it.
LONGEST = timedelta(days=1)


@dataclass(frozen=True)
class ItemLine:
    """An item of the agenda that has a number."""

    number: str
    title: str


class Points:
    """The agenda of a meeting as a row of points."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.items = items_of(meeting)

    @cached_property
    def _places(self) -> list[Place]:
        return [replace(place_of(one), id=uid_of(one)) for one in self.items]

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Numbers of items by UID."""
        return numbers(self._places)

    @cached_property
    def index(self) -> dict[str, int]:
        return {one.id: place for place, one in enumerate(self._places)}

    @cached_property
    def _begins(self) -> dict[str, datetime]:
        return begins(self._places, local(self.meeting.start))

    @cached_property
    def lines(self) -> list[ItemLine]:
        """Items at which somebody may come or leave."""
        return [
            ItemLine(self.numbers[uid_of(one)], one.title)
            for one in self.items
            if self.numbers[uid_of(one)]
        ]

    # For the rules

    def of_item(self, uid: str, time: datetime | None = None) -> Point:
        """An item at a time; without one, when the agenda expects it.

        Where it expects nothing, arrivals and departures by the clock take nobody away.
        """
        return Point(self.index.get(uid), time or self._begins.get(uid))

    @property
    def first(self) -> Point:
        """When the meeting begins."""
        return Point(0, local(self.meeting.start))

    @property
    def last(self) -> Point:
        """After everything that was recorded."""
        start = local(self.meeting.start)
        return Point(len(self.items), start + 2 * LONGEST if start else None)

    def point(self, kept: str | None) -> Point | None:
        """What is kept, for the rules; a time stands where the agenda expects it."""
        if not kept:
            return None
        if kept in self.index:
            return self.of_item(kept)
        try:
            return Point(time=datetime.fromisoformat(kept))
        except ValueError:
            # An item that is gone
            return Point()

    # For people

    def read(self, field: str, typed: str | None) -> str | None:
        """What to keep of a number of an item, a time, a UID or an ISO time.

        Raises Refusal at the field.
        """
        text = (typed or "").strip()
        if not text:
            return None
        if text in self.index:
            return text
        for uid, number in self.numbers.items():
            if number and number == text.rstrip("."):
                return uid
        found = self._time(field, text)
        if found is None:
            raise Refusal(
                field,
                _(
                    "“${typed}” is no item of this meeting and no time: write for "
                    "example 3 or 15:20.",
                    mapping={"typed": text[:100]},
                ),
                "unknown_point",
                {"value": text[:100]},
            )
        start = self.meeting.start
        if start is not None and abs(found - start) > LONGEST:
            raise Refusal(field, _("The time is not of this meeting."), "other_day")
        return found.isoformat()

    def _time(self, field: str, text: str) -> datetime | None:
        clock, start = _CLOCK.match(text), local(self.meeting.start)
        try:
            if clock and start is not None:
                day = datetime(start.year, start.month, start.day)
                return at(day.replace(hour=int(clock[1]), minute=int(clock[2])))
            found = datetime.fromisoformat(text if "T" in text else "")
            return local(found) if found.tzinfo is not None else at(found)
        except Refused as refused:
            raise Refusal(field, refused.message, "no_such_time") from refused
        except (ValueError, OverflowError):
            return None

    def said(self, kept: str | None, say: Say = translate, *, until=False) -> str:
        """What is kept, in a sentence: from item 3, to the beginning of item 5."""
        shown = self.shown(kept)
        if not shown or kept not in self.numbers:
            return shown
        text = BEFORE_ITEM if until else OF_ITEM
        return say(Message(text, mapping={"number": shown}))

    def shown(self, kept: str | None) -> str:
        """What is kept as it may be typed: the number of an item, or a time."""
        if not kept:
            return ""
        if kept in self.numbers:
            return self.numbers[kept]
        try:
            return f"{local(datetime.fromisoformat(kept)):%H:%M}"
        except ValueError:
            return ""
