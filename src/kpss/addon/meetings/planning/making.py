"""Making meetings of a body from what was asked for."""

from dataclasses import dataclass
from datetime import datetime
from kpss.addon.meetings.agenda.cloning import copy_agenda
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.agenda.templates import use_template
from kpss.addon.meetings.rules.planning import later
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.times import local
from plone.dexterity.utils import createContentInContainer
from typing import Any


@dataclass(frozen=True)
class Wanted:
    """A meeting to be made. ``start`` is aware; ``minutes`` None: no end is said."""

    start: datetime
    minutes: int | None
    place: str | None = None

    @property
    def end(self) -> datetime | None:
        return later(self.start, self.minutes) if self.minutes else None


def make_meeting(body, wanted: Wanted, *, agenda_of=None, template: str = "", **values):
    """A planned meeting; ``agenda_of``: the meeting whose agenda it begins with, or
    ``template``: the name of one of the body.

    Who may and what is in the way was judged before.
    """
    meeting = createContentInContainer(
        body,
        "kpss.Meeting",
        start=wanted.start,
        end=wanted.end,
        place=wanted.place,
        **values,
    )
    if agenda_of is not None:
        copy_agenda(agenda_of, meeting)
    elif template:
        use_template(meeting, template)
    return meeting


def usual_of(body) -> dict[str, Any]:
    """What the last meeting of the body had, and the meeting; empty where there was none.

    Only for who may plan meetings here.
    """
    found = [one for one in meetings_of(body) if one.review_state != CANCELLED]
    return usual_from(found[-1]._unrestrictedGetObject()) if found else {}


def usual_from(meeting) -> dict[str, Any]:
    """Time, minutes and place of a meeting, as a form suggests them."""
    start, end = local(meeting.start), meeting.end
    if start is None:
        return {}
    return {
        "time": start.strftime("%H:%M"),
        "minutes": int((end - start).total_seconds()) // 60 if end else None,
        "place": meeting.place,
        "meeting": meeting,
    }
