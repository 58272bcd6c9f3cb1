"""What ``POST`` and ``PATCH @date-poll`` are sent, checked for their shape."""

from collections.abc import Mapping
from datetime import date
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.attendance.services.payload import rows
from kpss.addon.meetings.attendance.services.payload import shaped
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.planning.sent_times import BAD_MINUTES
from kpss.addon.meetings.planning.sent_times import LEAST_MINUTES
from kpss.addon.meetings.planning.sent_times import MOST_MINUTES
from kpss.addon.meetings.polling.beginning import Wish
from kpss.addon.meetings.services.errors import refuse_unknown
from kpss.addon.meetings.times import read_moment
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import refuse_field
from typing import Any
from zope.schema import Bool
from zope.schema import Date
from zope.schema import Int
from zope.schema import TextLine


Sent = Mapping[str, Any]
FLAGS = ("substitutes", "guests", "shows_answers")
OF_POLL = ("title", "note", "dates", "until", "meeting", *FLAGS, "dry_run")
OF_DATE = ("start", "minutes", "place")
#: What a PATCH does, one of them at once; the rest goes with it.
ACTS = ("answers", "withdraw", "remind", "newcomers", "choose", "until", "cancel")
OF_ACT = (*ACTS, "person", "note", "reason")


def read(request, known: tuple[str, ...]) -> Sent:
    """A JSON object with known keys."""
    data = json_object(request)
    refuse_unknown(data, known)
    return data


def text(sent: Sent, name: str) -> str:
    return shaped(sent, name, TextLine()) or ""


def flag(sent: Sent, name: str) -> bool:
    return bool(shaped(sent, name, Bool()))


def day(sent: Sent, name: str) -> date | None:
    found = shaped(sent, name, Date())
    return date.fromisoformat(found) if found else None


def wish_of(body, sent: Sent) -> Wish:
    """Raises FlatBadRequest that names the field."""
    return Wish(
        title=text(sent, "title"),
        note=text(sent, "note"),
        dates=tuple(
            _date(row, number) for number, row in enumerate(rows(sent, "dates"))
        ),
        until=day(sent, "until"),
        meeting=_meeting(body, text(sent, "meeting")),
        **{name: flag(sent, name) for name in FLAGS},
    )


def _date(row: Sent, number: int) -> Wanted:
    at = f"dates.{number}."
    for name in row:
        if name not in OF_DATE:
            known = {"known": ", ".join(OF_DATE)}
            message = _("Possible keys: ${known}.", mapping=known)
            raise refuse_field(f"{at}{name}"[:80], message, code="unknown_key")
    try:
        start = read_moment(row.get("start"))
    except Refused as refused:
        raise refuse_field(f"{at}start", refused.message, code="bad_time") from refused
    minutes = shaped(row, "minutes", Int(), at)
    if minutes is not None and not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise refuse_field(f"{at}minutes", BAD_MINUTES, code="bad_minutes")
    return Wanted(start, minutes, shaped(row, "place", TextLine(), at))


def _meeting(body, uid: str):
    """A meeting of the body."""
    if not uid:
        return None
    for brain in meetings_of(body, UID=uid):
        return brain._unrestrictedGetObject()
    message = _("There is no such meeting in this body.")
    raise refuse_field("meeting", message, code="unknown_meeting")


def act_of(sent: Sent) -> str:
    """Which of the acts; exactly one."""
    found = [name for name in ACTS if sent.get(name) not in (None, False)]
    if len(found) != 1:
        mapping = {"acts": ", ".join(ACTS)}
        message = _("Send exactly one of these: ${acts}.", mapping=mapping)
        raise refuse_field("", message, code="one_act")
    return found[0]


def answers_of(sent: Sent) -> dict[str, str]:
    """Answers by date; what is no text is no answer, which the rules say."""
    found = sent["answers"]
    if not isinstance(found, dict) or not all(
        isinstance(one, str) for one in found.values()
    ):
        message = _("Send an object with an answer for each date.")
        raise refuse_field("answers", message, code="bad_shape")
    return dict(found)
