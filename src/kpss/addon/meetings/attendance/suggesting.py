"""What the answers to the invitation say of who is not recorded yet."""

from collections.abc import Mapping
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.stays import ABSENT
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import ONLINE
from kpss.addon.meetings.rules.stays import PRESENT
from typing import Any


#: Status by state of the answer; who sends a substitute apologises.
BY_REPLY = {
    "coming": PRESENT,
    "online": ONLINE,
    "excused": EXCUSED,
    "substitute": EXCUSED,
}


def suggested(reply: Mapping[str, Any] | None, sheet: Sheet) -> dict[str, Any]:
    """The values that an answer means; empty where it means none."""
    status = BY_REPLY.get((reply or {}).get("state", ""))
    if reply is None or status is None:
        return {}
    values: dict[str, Any] = {"status": status}
    line = sheet.by_member.get(reply.get("substitute") or "")
    if line is not None and line.seat.kind == SUBSTITUTE:
        values["substitute"] = line.member
    return values


def by_replies(sheet: Sheet) -> list[Change]:
    """Everybody who answered and is not recorded yet, as they answered."""
    found = []
    for line in _unmarked(sheet):
        values = suggested(sheet.records.replies.get(line.member), sheet)
        if values:
            found.append(Change(line.member, values))
    return found


def the_rest(sheet: Sheet) -> list[Change]:
    """Members who are not recorded yet: they did not come."""
    return [
        Change(line.member, {"status": ABSENT})
        for line in _unmarked(sheet)
        if line.seat.kind == MEMBER
    ]


def all_present(sheet: Sheet) -> list[Change]:
    """Who is not recorded yet as they answered; members who did not answer came.

    Not a member in whose place a substitute came, or who gave the vote to another.
    """
    answered = by_replies(sheet)
    known = {one.member for one in answered}
    known |= set(sheet.presence(None).whom.values())
    known |= {member for member, mark in sheet.marks.items() if mark.proxy}
    came = [
        Change(line.member, {"status": PRESENT})
        for line in _unmarked(sheet)
        if line.seat.kind == MEMBER and line.member not in known
    ]
    return [*answered, *came]


def _unmarked(sheet: Sheet):
    kept = sheet.records.attendance
    return [
        one for one in sheet.lines if not (kept.get(one.member) or {}).get("status")
    ]
