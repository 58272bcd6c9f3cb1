"""When a meeting really sat: a sitting for each time between opening and ending."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now


@dataclass(frozen=True)
class Sitting:
    """``until`` None: it still sits."""

    since: datetime
    until: datetime | None


def begin_sitting(meeting) -> None:
    """The meeting is opened, or goes on after a break or a mistake."""
    records = records_of(meeting)
    key = _open_one(records)
    if key is None:
        at = now().replace(microsecond=0).isoformat()
        records.put("sittings", at, {"from": at, "to": None})


def end_sitting(meeting) -> None:
    records = records_of(meeting)
    key = _open_one(records)
    if key is not None:
        kept = records.sittings[key]
        at = now().replace(microsecond=0).isoformat()
        records.put("sittings", key, {**kept, "to": at})


def _open_one(records) -> str | None:
    for key, kept in records.sittings.items():
        if kept["to"] is None:
            return key
    return None


def sittings_of(meeting) -> Iterator[Sitting]:
    """The oldest first, in the time of the site."""
    for kept in records_of(meeting).sittings.values():
        until = kept["to"] and local(datetime.fromisoformat(kept["to"]))
        yield Sitting(local(datetime.fromisoformat(kept["from"])), until)
