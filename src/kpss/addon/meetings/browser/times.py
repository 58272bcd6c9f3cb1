"""Times of meetings as people write them."""

from datetime import date
from datetime import datetime
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import is_unknown
from kpss.addon.meetings.times import local
from zope.i18nmessageid import Message


def clock(value: datetime | None) -> Message | str:
    """The time of the day: 15.00 in Czech, 15:00 in English."""
    if value is None:
        return ""
    shown = local(value)
    return _(
        "time_of_day",
        default="${hour}:${minute}",
        mapping={"hour": shown.hour, "minute": f"{shown.minute:02}"},
    )


def moment(value: datetime | None) -> Message | str:
    """Day and time."""
    if value is None:
        return ""
    on = local(value).date()
    return _("${day}, ${time}", mapping={"day": day(on), "time": clock(value)})


def span(start: datetime | None, end: datetime | None) -> Message | str:
    """From when to when; the day of the end only where it is another one."""
    if is_unknown(start):
        # Midnight stands for an hour that nobody knows any more
        return day(local(start).date())
    if start is None or end is None:
        return moment(start)
    first, until = local(start).date(), local(end).date()
    # Not the message of the start: one message twice in another cannot be translated
    last = clock(end) if first == until else _on(until, end)
    return _("${start} – ${end}", mapping={"start": moment(start), "end": last})


def when(meeting) -> Message | str:
    """Of a meeting or a line of a list; outside a meeting only the deadline counts."""
    if meeting.kind == PER_ROLLAM and meeting.end is not None:
        return _("until ${moment}", mapping={"moment": moment(meeting.end)})
    return span(meeting.start, meeting.end)


def _on(on: date, value: datetime) -> Message:
    return _(
        "moment_of_end",
        default="${day}, ${time}",
        mapping={"day": translate(day(on)), "time": translate(clock(value))},
    )
