"""The attendance of a meeting as programs get it; for those inside only."""

from collections.abc import Iterable
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.guests import OF_GUEST
from kpss.addon.meetings.attendance.sheet import Kept
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.sheet import stays_of
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.quorum import Quorum
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.voting.fitting import unfitting
from kpss.addon.process.uids import uid_of
from typing import Any
from zope.i18nmessageid import Message


def address(meeting) -> str:
    return f"{meeting.absolute_url()}/@attendance"


def attendance_data(sheet: Sheet, at: Point | None = None) -> dict[str, Any]:
    """``at``: the point of which the quorum is told; None: now."""
    said = sheet.told if at is None else sheet.sentences(sheet.quorum(at))
    at = at or sheet.now
    who = sheet.presence(at)
    return {
        "@id": address(sheet.meeting),
        "revision": sheet.records.revision,
        "roster": roster_data(sheet, who),
        "guests": [
            {"guest": key, **{name: value.get(name) for name in OF_GUEST}}
            for key, value in sheet.records.guests.items()
        ],
        "quorum": quorum_data(sheet, sheet.quorum(at), said),
    }


def roster_data(sheet: Sheet, who: Presence) -> list[dict[str, Any]]:
    """In the order of the roster; ``counts``: whether the person has a vote at the point.

    ``arrived`` and ``left``: UID of an item or an ISO time; null: from the beginning,
    to the end; ``…_shown`` the same as people type it: the number of the item or a time.
    ``again``: later arrivals and departures, ``stay`` all of it in words, empty: all the
    time. ``proxy``: who casts the member's vote.
    """
    counted = {one.member for one in who.counted}
    found = []
    for line in sheet.lines:
        kept = sheet.kept_of(line.member)
        stay, *again = [_stay(sheet, one) for one in stays_of(kept)]
        found.append(
            {
                "member": line.member,
                "title": line.name,
                "party": line.seat.party,
                "organisation": line.seat.organisation,
                "kind": line.seat.kind,
                "voting": line.seat.voting,
                "status": kept["status"],
                "substitute": kept["substitute"],
                "proxy": kept["proxy"],
                **stay,
                "again": again,
                "stay": ", ".join(sheet.stays_said(kept)),
                "counts": line.member in counted,
            }
        )
    return found


def unfitting_data(sheet: Sheet) -> list[dict[str, str]]:
    """Items with votes that do not fit who was there; only for who records."""
    numbers = sheet.points.numbers
    return [
        {
            "@id": f"{one.absolute_url()}/@@kpss-vote",
            "number": numbers.get(uid_of(one), ""),
            "title": one.title,
        }
        for one in unfitting(sheet.meeting, sheet)
    ]


def _stay(sheet: Sheet, kept: Kept) -> dict[str, str | None]:
    arrived, left = kept
    return {
        "arrived": arrived,
        "left": left,
        "arrived_shown": sheet.points.shown(arrived),
        "left_shown": sheet.points.shown(left),
    }


def quorum_data(
    sheet: Sheet, judged: Quorum, said: Iterable[Message]
) -> dict[str, Any]:
    """``required`` and ``met`` null: the rules set no quorum."""
    share = sheet.rules.quorum
    sentences = [translate(one) for one in said]
    return {
        "members": judged.members,
        "present": judged.present,
        "required": judged.required,
        "met": judged.met,
        "rule": share.text if share is not None else None,
        "explanation": " ".join(sentences),
        "sentences": sentences,
    }
