"""Rows of the sheet for a page, and what was changed in them."""

from dataclasses import dataclass
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.marking import Change
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.sheet import KEPT
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.texts import REPLY_TITLES
from kpss.addon.process.forms.sent import Sent
from typing import Any


#: Apart in the field that says what somebody saw.
SEPARATOR = "|"


@dataclass(frozen=True)
class Row:
    """A person on the sheet; ``arrived`` and ``left`` as they are typed.

    ``seen``: what is recorded now, for finding out what was changed since.
    """

    member: str
    kind: str
    voting: bool
    name: str
    about: str
    party: str
    organisation: str
    status: str
    arrived: str
    left: str
    substitute: str
    seen: str
    reply: str
    reason: str

    @property
    def whole(self) -> bool:
        """Whether the person is there all the time, as far as is recorded."""
        return not (self.arrived or self.left)


def rows_of(sheet: Sheet, sent: Sent | None) -> list[Row]:
    """With what was typed, where something was."""
    return [_row(sheet, line, sent) for line in sheet.lines]


def _row(sheet: Sheet, line: RosterLine, sent: Sent | None) -> Row:
    now = sheet.kept_of(line.member)
    shown = as_typed(sheet, now)
    if sent is not None:
        typed = _typed(sent, line.member)
        shown.update({name: text for name, text in typed.items() if text is not None})
    reply = sheet.records.replies.get(line.member) or {}
    return Row(
        member=line.member,
        kind=line.seat.kind,
        voting=line.seat.voting,
        name=line.name,
        about=" · ".join(_about(line)),
        party=line.party_title,
        organisation=line.seat.organisation or "",
        seen=seen_text(now),
        reply=translate(REPLY_TITLES.get(reply.get("state", ""), "")),
        reason=reply.get("reason") or "",
        **shown,
    )


def _about(line: RosterLine) -> list[str]:
    found = list(line.functions)
    if line.seat.kind == "substitute":
        found.append(translate(_("substitute")))
    elif line.seat.kind == "member" and not line.seat.voting:
        found.append(translate(_("without a vote")))
    return found


def as_typed(sheet: Sheet, value: dict[str, Any]) -> dict[str, str]:
    """What is kept, as the fields of the form have it."""
    return {
        "status": value["status"] or "",
        "arrived": sheet.points.shown(value["arrived"]),
        "left": sheet.points.shown(value["left"]),
        "substitute": value["substitute"] or "",
    }


def seen_text(value: dict[str, Any]) -> str:
    return SEPARATOR.join(value[name] or "" for name in KEPT)


def _seen(text: str) -> dict[str, str | None]:
    parts = text.split(SEPARATOR)
    if len(parts) != len(KEPT):
        parts = [""] * len(KEPT)
    return {name: part or None for name, part in zip(KEPT, parts, strict=True)}


def _typed(sent: Sent, member: str) -> dict[str, str | None]:
    """What the form sent of a member; None where it sent nothing."""
    names = {name: f"{name}-{member}" for name in KEPT}
    return {
        name: sent.text(key) if key in sent.form else None
        for name, key in names.items()
    }


def sent_changes(sheet: Sheet, sent: Sent) -> list[Change]:
    """Only what was typed otherwise than it was seen: others may record the rest."""
    found = []
    for line in sheet.lines:
        seen = _seen(sent.text(f"seen-{line.member}"))
        shown = as_typed(sheet, seen)
        values = {
            name: typed
            for name, typed in _typed(sent, line.member).items()
            if typed is not None and typed != shown[name]
        }
        if values:
            at = f"{line.member}:"
            found.append(Change(line.member, values, seen=seen, at=at))
    return found
