"""Meetings of the same body before and after one; unrestricted, for what follows of it."""

from kpss.addon.approval.indexed import indexed
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import local
from kpss.addon.meetings.who import body_of


#: As many are looked through for what was left open.
LOOKED_THROUGH = 12


def meetings_of(body, **query) -> list:
    """Brains of the meetings of a body, the first of them first."""
    path = {"query": "/".join(body.getPhysicalPath()), "depth": 1}
    found = indexed(path=path, portal_type="kpss.Meeting", **query)
    return sorted(found, key=_start)


def earlier_meetings(meeting, *, limit: int = LOOKED_THROUGH) -> list:
    """Those that were held before, the last one first."""
    held = _others(meeting, review_state=[HELD, CLOSED])
    start = _start_of(meeting)
    found = [one for one in held if _start(one) < start]
    return [one._unrestrictedGetObject() for one in found[-limit:][::-1]]


def last_meeting(meeting):
    """The one before, where there was one."""
    found = earlier_meetings(meeting, limit=1)
    return found[0] if found else None


def next_planned(meeting):
    """The next one that is still being prepared, or None."""
    start = _start_of(meeting)
    for one in _others(meeting, review_state=[PLANNED]):
        if _start(one) > start:
            return one._unrestrictedGetObject()
    return None


def next_ahead(meeting, now):
    """The first other one of the body that is ahead and still being prepared, or None."""
    present = local(now).strftime(FORMAT)
    for one in _others(meeting, review_state=[PLANNED]):
        if _start(one) >= present:
            return one._unrestrictedGetObject()
    return None


def is_next_planned(meeting, now) -> bool:
    """Whether no other meeting of the body that is ahead comes before this one."""
    present, start = local(now).strftime(FORMAT), _start_of(meeting)
    return not any(
        present <= _start(one) < start
        for one in _others(meeting, review_state=[PLANNED])
    )


#: As ``kpss_meeting`` has it, without the offset: only compared in one place.
FORMAT = "%Y-%m-%dT%H:%M"


def _others(meeting, **query) -> list:
    uid = meeting.UID()
    return [one for one in meetings_of(body_of(meeting), **query) if uid != one.UID]


def _start(brain) -> str:
    return (brain.kpss_meeting["start"] or "")[:16]


def _start_of(meeting) -> str:
    start = local(meeting.start)
    return start.strftime(FORMAT) if start is not None else ""
