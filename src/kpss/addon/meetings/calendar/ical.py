"""iCalendar of meetings, made by the icalendar library from plain values.

No name of a person is in it but the one to whom an invitation goes.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from icalendar import Calendar
from icalendar import Event
from icalendar import Timezone
from icalendar import TimezoneDaylight
from icalendar import TimezoneStandard
from icalendar import vCalAddress
from icalendar import vText
from itertools import groupby
from kpss.addon.meetings.rules.zones import Change
from kpss.addon.meetings.rules.zones import clock_changes
from kpss.addon.meetings.rules.zones import comes_twice
from zoneinfo import ZoneInfo


PRODUCT = "-//kpss.addon//meetings//CS"
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
#: A meeting of which nobody said when it ends.
USUAL_LENGTH = timedelta(hours=2)


@dataclass(frozen=True)
class Entry:
    """A meeting for a calendar; texts are in the language of the reader.

    ``start`` and ``end`` are aware; ``end`` None: two hours. ``sequence`` grows with
    every change that invitations speak of.
    """

    uid: str
    sequence: int
    start: datetime
    end: datetime | None
    summary: str
    modified: datetime
    location: str = ""
    url: str = ""
    cancelled: bool = False
    tentative: bool = False


@dataclass(frozen=True)
class Address:
    email: str
    name: str = ""


def feed(entries: Sequence[Entry], name: str) -> str:
    """A calendar to subscribe to."""
    made = _calendar(PUBLISH)
    made.add("X-WR-CALNAME", name)
    made.add("REFRESH-INTERVAL;VALUE=DURATION", "PT4H")
    return _filled(made, (_event(one) for one in entries), entries)


def invitation(entry: Entry, method: str, organizer: Address, attendee: Address) -> str:
    """One meeting for one person: REQUEST or CANCEL.

    No answer is asked for by mail: answers are given behind the signed link.
    """
    made = _calendar(method)
    event = _event(entry)
    if method == CANCEL and not entry.cancelled:
        # Only the attendee is taken off (RFC 5546, 3.2.5)
        del event["STATUS"]
    event.add("organizer", _address(organizer))
    person = _address(attendee)
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    person.params["PARTSTAT"] = vText("NEEDS-ACTION")
    person.params["RSVP"] = vText("FALSE")
    event.add("attendee", person)
    return _filled(made, [event], [entry])


def _calendar(method: str) -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    return made


def _filled(made: Calendar, events: Iterable[Event], entries: Sequence[Entry]) -> str:
    for zone in _zones(entries):
        made.add_component(zone)
    for event in events:
        made.add_component(event)
    return made.to_ical().decode("utf-8")


def _event(entry: Entry) -> Event:
    made = Event()
    made.add("uid", entry.uid)
    made.add("dtstamp", entry.modified.astimezone(UTC))
    made.add("last-modified", entry.modified.astimezone(UTC))
    made.add("sequence", entry.sequence)
    made.add("summary", entry.summary)
    made.add("dtstart", _written(entry.start))
    made.add("dtend", _written(_end(entry)))
    made.add("status", _status(entry))
    for name in ("location", "url"):
        if getattr(entry, name):
            made.add(name, getattr(entry, name))
    return made


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"


def _end(entry: Entry) -> datetime:
    """Counted in real time: two hours stay two hours when the clock changes."""
    if entry.end is not None and entry.end > entry.start:
        return entry.end
    zone = entry.start.tzinfo
    return (entry.start.astimezone(UTC) + USUAL_LENGTH).astimezone(zone)


def _written(moment: datetime) -> datetime:
    """In its zone; in the hour that comes twice in UTC, where it comes once."""
    named = isinstance(moment.tzinfo, ZoneInfo) and not comes_twice(moment)
    return moment if named else moment.astimezone(UTC)


def _address(one: Address) -> vCalAddress:
    made = vCalAddress(f"mailto:{one.email}")
    if one.name:
        made.params["CN"] = vText(one.name)
    return made


def _zones(entries: Sequence[Entry]) -> list[Timezone]:
    """Each zone once, for the years in which there are meetings and the year before."""
    moments = [one for entry in entries for one in (entry.start, _end(entry))]
    found: dict[str, list[datetime]] = {}
    for one in moments:
        if isinstance(one.tzinfo, ZoneInfo) and one.tzinfo.key != "UTC":
            found.setdefault(one.tzinfo.key, []).append(one)
    return [
        _zone(key, min(kept).year - 1, max(kept).year + 1)
        for key, kept in sorted(found.items())
    ]


@lru_cache(maxsize=32)
def _zone(key: str, first: int, last: int) -> Timezone:
    """Made once for all letters of a sending; nobody changes it afterwards."""
    made = Timezone()
    made.add("tzid", key)
    changes = clock_changes(ZoneInfo(key), first, last)

    def kind(one: Change):
        return one.summer, one.before, one.after, one.name

    for _kind, group in groupby(sorted(changes, key=kind), key=kind):
        made.add_component(_observance(list(group)))
    return made


def _observance(changes: Sequence[Change]):
    """Changes of one kind: the first of them, and the days of the others."""
    first = changes[0]
    made = TimezoneDaylight() if first.summer else TimezoneStandard()
    made.add("dtstart", first.onset)
    made.add("tzoffsetfrom", first.before)
    made.add("tzoffsetto", first.after)
    made.add("tzname", first.name)
    if len(changes) > 1:
        made.add("rdate", [one.onset for one in changes[1:]])
    return made
