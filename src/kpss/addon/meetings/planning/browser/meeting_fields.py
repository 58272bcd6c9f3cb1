"""Fields of a meeting that is planned: day, time, how long, where."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.planning.sent_times import BAD_MINUTES
from kpss.addon.meetings.planning.sent_times import BAD_TIME
from kpss.addon.meetings.planning.sent_times import read_minutes
from kpss.addon.meetings.planning.sent_times import read_time
from kpss.addon.meetings.times import at
from kpss.addon.meetings.times import now
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import RecordingForm
from typing import Any


#: Names of the fields below.
TIME, MINUTES, PLACE = "time", "minutes", "place"
MINUTE = timedelta(minutes=1)


def time_fields(usual: dict[str, Any]) -> tuple[Field, ...]:
    """``usual``: of the last meeting of the body."""
    return (
        Field(
            TIME,
            _("Begins at"),
            required=True,
            initial=usual.get("time") or "",
            help=_("For example 16:00."),
        ),
        Field(
            MINUTES,
            _("Length in minutes"),
            initial=str(usual.get("minutes") or ""),
        ),
        Field(PLACE, IMeeting[PLACE].title, initial=usual.get("place") or ""),
    )


def deadline_fields() -> tuple[Field, ...]:
    """Of a decision outside a meeting: nobody meets, so there is no place and length."""
    return (
        Field("day", _("Last day of the vote"), kind="date", required=True),
        Field(
            TIME,
            _("Until what time"),
            required=True,
            help=_("For example 16:00."),
        ),
    )


def read_clock(form: RecordingForm, name: str = TIME) -> time | None:
    """A time of day; the error stands at the field."""
    found = read_time(form.sent.text(name))
    if found is None:
        form.errors.setdefault(name, BAD_TIME)
    return found


def read_length(form: RecordingForm) -> int | None:
    try:
        return read_minutes(form.sent.text(MINUTES))
    except ValueError:
        form.errors[MINUTES] = BAD_MINUTES
        return None


def read_place(form: RecordingForm, name: str = PLACE) -> str | None:
    found = form.sent.text(name) or None
    form.judge(name, IMeeting[PLACE], found)
    return found


def moment(form: RecordingForm, day, clock, name: str) -> datetime | None:
    """The moment at the site; an hour that the clocks skip is an error."""
    try:
        return at(datetime.combine(day, clock))
    except Refused as refused:
        form.errors.setdefault(name, refused.message)
        return None


def deadline_of(form: RecordingForm) -> Wanted | None:
    """A decision outside a meeting that ends then; None while there are errors.

    Whatever goes by the beginning of a meeting goes by the deadline.
    """
    day = form.sent.day("day", form.errors)
    if day is None:
        form.errors.setdefault("day", _("Say until when members answer."))
    clock = read_clock(form)
    if form.errors or day is None or clock is None:
        return None
    end = moment(form, day, clock, TIME)
    if end is not None and end <= now() + MINUTE:
        form.errors["day"] = _("This time is over; members could not answer.")
    return None if form.errors or end is None else Wanted(end - MINUTE, 1)


def wanted_of(form: RecordingForm) -> Wanted | None:
    """What the fields and ``day`` ask for; None while there are errors."""
    day = form.sent.day("day", form.errors)
    if day is None:
        form.errors.setdefault("day", _("Give the day of the meeting."))
    clock, minutes, place = read_clock(form), read_length(form), read_place(form)
    if form.errors or day is None or clock is None:
        return None
    start = moment(form, day, clock, TIME)
    return Wanted(start, minutes, place) if start is not None else None
