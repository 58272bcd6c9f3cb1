"""Rows of the sheet for a page, and what was changed in them."""

from dataclasses import dataclass
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.browser.seen import seen_of
from kpss.addon.meetings.attendance.browser.seen import seen_text
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.judging import has_vote
from kpss.addon.meetings.attendance.judging import MOST_STAYS
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.sheet import stays_of
from kpss.addon.meetings.attendance.texts import REPLY_TITLES
from kpss.addon.process.forms.sent import Sent
from typing import Any


#: Values of a row that are chosen or typed in one field.
SINGLE = ("status", "arrived", "left", "substitute", "proxy")


@dataclass(frozen=True)
class Stay:
    """Later times at the meeting as they are typed; ``at``: how their fields end."""

    at: str
    arrived: str
    left: str


@dataclass(frozen=True)
class Row:
    """A person on the sheet; ``arrived``, ``left`` and ``again`` as they are typed.

    ``seen``: what is recorded now, for finding out what was changed since. ``span``: the
    recorded times in words; empty: all the time.
    """

    member: str
    kind: str
    has_vote: bool
    name: str
    about: str
    party: str
    organisation: str
    status: str
    arrived: str
    left: str
    again: tuple[Stay, ...]
    substitute: str
    proxy: str
    seen: str
    span: str
    reply: str
    reason: str

    @property
    def is_typed(self) -> bool:
        return bool(self.arrived or self.left or self.again)

    @property
    def whole(self) -> bool:
        return not self.span

    @property
    def more(self) -> tuple[Stay, ...]:
        """Fields of later stays; an empty one for who left and may come back."""
        last = self.again[-1].left if self.again else self.left
        empty = Stay(f"{self.member}-{len(self.again) + 1}", "", "")
        return (*self.again, empty) if last else self.again


def rows_of(sheet: Sheet, sent: Sent | None) -> list[Row]:
    """With what was typed, where something was."""
    return [_row(sheet, line, sent) for line in sheet.lines]


def _row(sheet: Sheet, line: RosterLine, sent: Sent | None) -> Row:
    now = sheet.kept_of(line.member)
    shown = as_typed(sheet, now)
    if sent is not None:
        shown.update(_typed(sent, line.member))
    reply = sheet.records.replies.get(line.member) or {}
    again = [
        Stay(f"{line.member}-{number}", one["arrived"], one["left"])
        for number, one in enumerate(shown.pop("again"), 1)
    ]
    return Row(
        member=line.member,
        kind=line.seat.kind,
        has_vote=has_vote(line),
        name=line.name,
        about=" · ".join(_about(line)),
        party=line.party_title,
        organisation=line.seat.organisation or "",
        seen=seen_text(now),
        span=", ".join(sheet.stays_said(now)),
        reply=translate(REPLY_TITLES.get(reply.get("state", ""), "")),
        reason=reply.get("reason") or "",
        again=tuple(again),
        **shown,
    )


def _about(line: RosterLine) -> list[str]:
    found = list(line.functions)
    if line.seat.kind == "substitute":
        found.append(translate(_("substitute")))
    elif line.seat.kind == "member" and not line.seat.voting:
        found.append(translate(_("without a vote")))
    return found


def as_typed(sheet: Sheet, value: dict[str, Any]) -> dict[str, Any]:
    """What is kept, as the fields of the form have it."""
    shown = sheet.points.shown
    first, *later = [
        {"arrived": shown(arrived), "left": shown(left)}
        for arrived, left in stays_of(value)
    ]
    return {
        "status": value["status"] or "",
        **first,
        "again": later,
        "substitute": value["substitute"] or "",
        "proxy": value["proxy"] or "",
    }


def _typed(sent: Sent, member: str) -> dict[str, Any]:
    """What the form sent of a member; nothing of which it sent nothing."""
    found: dict[str, Any] = {
        name: sent.text(f"{name}-{member}")
        for name in SINGLE
        if f"{name}-{member}" in sent.form
    }
    if f"arrived-{member}" in sent.form:
        later = [
            {name: sent.text(f"{name}-{member}-{number}") for name in SINGLE[1:3]}
            for number in range(1, MOST_STAYS + 1)
        ]
        found["again"] = [one for one in later if any(one.values())]
    return found


def sent_changes(sheet: Sheet, sent: Sent) -> list[Change]:
    """Only what was typed otherwise than it was seen: others may record the rest."""
    found = []
    for line in sheet.lines:
        seen = seen_of(sent.text(f"seen-{line.member}"))
        shown = as_typed(sheet, seen)
        values = {
            name: typed
            for name, typed in _typed(sent, line.member).items()
            if typed != shown[name]
        }
        if values:
            at = f"{line.member}:"
            found.append(Change(line.member, values, seen=seen, at=at))
    return found
