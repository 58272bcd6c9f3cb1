"""Recording who is there: everything is judged first, then written member by member.

A value is replaced under the key of its member and nothing else is touched, so two who
record different members at once do not conflict.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.judging import judged
from kpss.addon.meetings.attendance.judging import proxies_beyond
from kpss.addon.meetings.attendance.judging import refusal_of
from kpss.addon.meetings.attendance.sheet import kept
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import PLANNED
from typing import Any


def refuse_state(meeting) -> None:
    """Raise Refusal when nothing can be recorded of the meeting now."""
    state = state_of(meeting)
    messages = {
        CLOSED: _("The meeting is closed. Reopen the records to correct them."),
        CANCELLED: _("The meeting was cancelled, nobody met."),
    }
    if not meeting.simple:
        messages[PLANNED] = _("The meeting was not convened yet.")
    if state in messages:
        raise Refusal("", messages[state], "wrong_state", {"state": state})


def mark(meeting, changes: Sequence[Change], revision: int | None = None) -> int:
    """Record all changes or none; answers how many members really changed.

    ``revision``: of the records that somebody saw. Raises Refusals, and Outdated when
    one of the members was recorded otherwise since. Who may is asked by the caller.
    """
    refuse_state(meeting)
    sheet = Sheet(meeting)
    wanted = list(_new_values(sheet, changes, revision))
    for member, value in wanted:
        sheet.records.put(
            "attendance", member, {**value, "rev": sheet.records.revision + 1}
        )
    return len(wanted)


def _new_values(
    sheet: Sheet, changes: Sequence[Change], revision: int | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Members with their new values; raises before anything is written."""
    refused: list[Refusal] = []
    found: dict[str, dict[str, Any]] = {}
    for change in changes:
        try:
            value = judged(sheet, change)
        except Refusal as refusal:
            refused.append(refusal)
            continue
        if change.member in found:
            refused.append(refusal_of(change, "member", "twice"))
        elif value != sheet.kept_of(change.member):
            if _was_changed(sheet, change, revision):
                raise Outdated(sheet.meeting)
            found[change.member] = value
    refused += proxies_beyond(sheet, changes, found)
    if refused:
        raise Refusals(refused)
    yield from found.items()


def _was_changed(sheet: Sheet, change: Change, revision: int | None) -> bool:
    """Whether somebody else recorded the member after it was looked at."""
    if change.seen is not None:
        return sheet.kept_of(change.member) != kept(change.seen)
    before = sheet.records.attendance.get(change.member) or {}
    return revision is not None and before.get("rev", 0) > revision
