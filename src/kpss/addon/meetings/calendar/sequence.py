"""The number by which calendars know that a meeting has changed (SEQUENCE, RFC 5545).

It grows with every change of what a calendar shows, and with every mail that tells of a
change, so that the newest one wins wherever it comes from.
"""

from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CANCELLED
from typing import Any


def sequence_of(meeting) -> int:
    """The number for the meeting as it is, whether or not the change was noted yet.

    Indexes ask it in the middle of a change.
    """
    kept = records_of(meeting).calendar
    return 0 if kept is None else kept["sequence"] + (kept["shown"] != _shown(meeting))


def note_change(meeting, event=None) -> None:
    """Subscriber: when something changed that calendars show, the number grows."""
    records, shown = records_of(meeting), _shown(meeting)
    if records.calendar is None or records.calendar["shown"] != shown:
        records.calendar = {"sequence": sequence_of(meeting), "shown": shown}


def raise_above(meeting, told: int | None) -> int:
    """The number for the next mail, higher than the one that was told; None: none was."""
    note_change(meeting)
    records = records_of(meeting)
    kept = records.calendar
    if told is not None and kept["sequence"] <= told:
        records.calendar = {**kept, "sequence": told + 1}
    return records.calendar["sequence"]


def _shown(meeting) -> dict[str, Any]:
    def moment(value):
        return value.isoformat() if value is not None else None

    return {
        "title": meeting.title,
        "start": moment(meeting.start),
        "end": moment(meeting.end),
        "place": meeting.place,
        "cancelled": state_of(meeting) == CANCELLED,
    }
