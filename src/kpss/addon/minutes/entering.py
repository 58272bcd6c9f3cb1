"""Entering a meeting of the past: its day, the file of its minutes, its resolutions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.rules.progress import ENTER
from kpss.addon.meetings.times import at
from kpss.addon.meetings.times import now
from kpss.addon.minutes.making import build
from kpss.addon.process.sections import process_of
from kpss.addon.resolutions.numbering import is_taken
from kpss.addon.resolutions.numbering import taken
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import ValidationError


NUMBER = Name(title=_("Number of the resolution"), maximum=50)
TITLE = Name(title=_("What it is about"))
#: No meeting had more.
MOST = 200
#: When nobody knows the hour any more.
UNKNOWN_HOUR = time(0, 0)


@dataclass(frozen=True)
class Old:
    """A resolution of the past as it was numbered."""

    number: str
    title: str


def read_resolutions(text: str) -> list[Old]:
    """A resolution on each line: number; what it is about. Raises Refusal."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise Refusal(
            "resolutions",
            _("Enter at most ${most} resolutions at once.", mapping={"most": MOST}),
            "too_many",
        )
    return [_read(number, line) for number, line in enumerate(lines, 1)]


def _read(line: int, text: str) -> Old:
    number, _semicolon, title = (part.strip() for part in text.partition(";"))
    for field, value in ((NUMBER, number), (TITLE, title)):
        try:
            field.validate(value)
        except ValidationError as error:
            raise Refusal(
                "resolutions",
                _(
                    "Line ${line}: write the number, a semicolon and what it is about, "
                    "for example 12/2024; Approval of the plan.",
                    mapping={"line": line},
                ),
                "bad_line",
                {"line": line},
            ) from error
    return Old(number, title)


def enter_meeting(
    body,
    *,
    on: date,
    place: str | None = None,
    file: NamedBlobFile | None = None,
    resolutions: Sequence[Old] = (),
):
    """The meeting as held, its resolutions in the register, its minutes with the file.

    Raises Refusal or Refusals; whoever calls rolls back what was made.
    """
    _judge(body, on, place, resolutions)
    # Without a start it gets no standing items, and nothing that was postponed
    meeting = createContentInContainer(
        body, "kpss.Meeting", id=on.isoformat(), place=place
    )
    meeting.start = at(datetime.combine(on, UNKNOWN_HOUR))
    notify(ObjectModifiedEvent(meeting))
    book = IResolutionBook(process_of(body))
    for one in resolutions:
        made = book.record(
            body.getId(),
            on=on,
            verb="other",
            title=one.title,
            text=None,
            number=one.number,
            subject=None,
        )
        createContentInContainer(
            meeting,
            "kpss.AgendaItem",
            title=one.title,
            outcome="passed",
            subject_uid=made.uid,
        )
    advance(meeting, ENTER)
    minutes = build(meeting)
    if file is not None:
        minutes.file = file
        notify(ObjectModifiedEvent(minutes))
    return meeting


def _judge(body, on: date, place: str | None, resolutions: Sequence[Old]) -> None:
    refused = []
    if on > now().date():
        refused.append(
            Refusal(
                "on",
                _("Only a meeting of the past can be entered in this way."),
                "in_the_future",
            )
        )
    try:
        IMeeting["place"].validate(place)
    except Refused as error:
        refused.append(Refusal("place", error.message, "bad_place"))
    seen: set[str] = set()
    for one in resolutions:
        if one.number in seen or is_taken(body, one.number, on):
            refused.append(Refusal("resolutions", taken(one.number), "number_taken"))
        seen.add(one.number)
    if refused:
        raise Refusals(refused)
