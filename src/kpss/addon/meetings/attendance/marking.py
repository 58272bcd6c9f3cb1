"""Recording who is there: everything is judged first, then written member by member.

A value is replaced under the key of its member and nothing else is touched, so two who
record different members at once do not conflict.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.sheet import kept
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.presence import left_before_arriving
from kpss.addon.meetings.rules.presence import STATUSES
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import PLANNED
from typing import Any
from zope.i18nmessageid import Message


NOT_ALLOWED = "not_allowed"
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """What is to be recorded of a member: only the named values of KEPT change.

    ``seen``: what was there when somebody looked; None: nobody says so. ``at``: how the
    fields of a form or of a request begin for this member.
    """

    member: str
    values: Values
    seen: Values | None = None
    at: str = ""


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
            value = _judged(sheet, change)
        except Refusal as refusal:
            refused.append(refusal)
            continue
        if change.member in found:
            refused.append(_refusal(change, "member", "twice"))
        elif value != sheet.kept_of(change.member):
            if _was_changed(sheet, change, revision):
                raise Outdated(sheet.meeting)
            found[change.member] = value
    if refused:
        raise Refusals(refused)
    yield from found.items()


def _was_changed(sheet: Sheet, change: Change, revision: int | None) -> bool:
    """Whether somebody else recorded the member after it was looked at."""
    if change.seen is not None:
        return sheet.kept_of(change.member) != kept(change.seen)
    before = sheet.records.attendance.get(change.member) or {}
    return revision is not None and before.get("rev", 0) > revision


def _judged(sheet: Sheet, change: Change) -> dict[str, Any]:
    line = sheet.by_member.get(change.member)
    if line is None:
        raise _refusal(change, "member", "not_on_roster")
    value = sheet.kept_of(change.member)
    value.update({name: change.values[name] or None for name in change.values})
    if value["status"] not in (*STATUSES, None):
        raise _refusal(change, "status", "unknown_status")
    for name in ("arrived", "left"):
        value[name] = sheet.points.read(f"{change.at}{name}", value[name])
    if left_before_arriving(sheet.mark(value)):
        raise _refusal(change, "left", "left_before_arriving", name=line.name)
    _judge_substitute(sheet, change, value["substitute"])
    return value


def _judge_substitute(sheet: Sheet, change: Change, substitute: str | None) -> None:
    if substitute is None:
        return
    if sheet.rules.substitutes == NOT_ALLOWED:
        raise _refusal(change, "substitute", "no_substitutes")
    line = sheet.by_member.get(substitute)
    if line is None or line.seat.kind != SUBSTITUTE:
        raise _refusal(change, "substitute", "not_a_substitute")
    if line.seat.substitute_of not in (None, change.member):
        raise _refusal(change, "substitute", "substitute_of_another")


MESSAGES = {
    "not_on_roster": _("This person was not on the roster of the meeting."),
    "twice": _("The same person stands there twice."),
    "unknown_status": _(
        "Write one of these: ${allowed}.", mapping={"allowed": ", ".join(STATUSES)}
    ),
    "left_before_arriving": _("${name} cannot leave before arriving."),
    "no_substitutes": _("The rules of this body allow no substitutes."),
    "not_a_substitute": _("This person is no substitute on the roster."),
    "substitute_of_another": _("This person is the substitute of another member."),
}


def _refusal(change: Change, field: str, code: str, **named: str) -> Refusal:
    message = MESSAGES[code]
    if named:
        message = Message(message, mapping=named)
    return Refusal(
        f"{change.at}{field}", message, code, {"member": change.member[:100]}
    )
