"""The check of tasks: what earlier meetings and resolutions of the body imposed
(BER-74, ZAT-80)."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kpss.addon.approval.indexed import indexed
from kpss.addon.meetings.agenda.earlier import last_meeting
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import search
from kpss.addon.tasks.searching import UNFINISHED


@dataclass(frozen=True)
class Check:
    """Tasks that the reader may know of: unfinished ones of all earlier meetings, and
    those done since the last one."""

    unfinished: tuple[Line, ...] = ()
    done: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unfinished or self.done)


def check_of(meeting, today: date) -> Check:
    """As of now; empty for who is not inside."""
    if not sees_inside(meeting):
        return Check()
    process, imposed = process_of(meeting), imposers_before(meeting)
    if not imposed:
        return Check()
    reader = Reader(process, today)

    def lines(**asked) -> list[Line]:
        found = search(process, Asked(imposed_by=imposed, **asked), today=today)
        return reader.lines(one for one in found if one.seen)

    last = last_meeting(meeting)
    since = day_of(last) if last is not None else None
    return Check(
        unfinished=tuple(lines(group=UNFINISHED)),
        done=tuple(
            line
            for line in (lines(state=rules.DONE) if since else ())
            if line.completed is not None and line.completed >= since
        ),
    )


def imposers_before(meeting) -> tuple[str, ...]:
    """UIDs of the meetings and resolutions of the body before the day of the meeting."""
    on = day_of(meeting)
    if on is None:
        return ()
    before = (on - timedelta(days=1)).isoformat()
    path = {"query": "/".join(body_of(meeting).getPhysicalPath()), "depth": 1}
    day = {"query": before, "range": "max"}
    found = [
        *indexed(path=path, portal_type="kpss.Meeting", kpss_on=day),
        *indexed(path=path, portal_type="kpss.Resolution", kpss_resolved_on=day),
    ]
    return tuple(brain.UID for brain in found)
