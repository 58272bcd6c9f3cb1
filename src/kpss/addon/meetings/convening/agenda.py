"""What those who are invited get: the agenda without hidden items, and the papers.

Unrestricted, as plain values; whoever shows it knows who was invited. Somebody who is
invited for a part gets the public items with their public papers (see ``invited``).
"""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from hashlib import sha256
from kpss.addon.approval.memo import once
from kpss.addon.meetings.agenda.places import places_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.rules.agenda import hung
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.rules.visibility import HIDDEN
from kpss.addon.meetings.rules.visibility import PUBLIC
from kpss.addon.process.uids import uid_of
from typing import Any


@dataclass(frozen=True)
class Paper:
    """``size`` in bytes; ``changed``: another text when the file is another one."""

    uid: str
    title: str
    size: int
    changed: str
    public: bool


@dataclass(frozen=True)
class Line:
    """An item; ``number`` empty: a heading has none. ``sub``: of the item before it."""

    uid: str
    number: str
    title: str
    kind: str
    sub: bool
    public: bool
    text: str
    proposal: str
    papers: tuple[Paper, ...]

    @property
    def is_heading(self) -> bool:
        return self.kind == HEADING


def lines_of(meeting, *, everything: bool = True) -> list[Line]:
    """The agenda for somebody invited; not ``everything``: what is public only."""
    # Numbers and sub-items as everywhere, hidden items counted or not as there
    places = places_of(meeting)
    number, parents = numbers(places), hung(places)
    lines = [
        _line(one, number[one.getId()], parents[one.getId()] is not None)
        for one in items_of(meeting)
        if _is_told(one)
    ]
    return lines if everything else [_public(one) for one in lines if one.public]


def is_business(line: Line) -> bool:
    """Whether it is something to deal with, not a heading over others."""
    return not line.is_heading


def _is_told(item) -> bool:
    return item.publicity != HIDDEN and not item.proposed_by


def _line(item, number: str, sub: bool) -> Line:
    return Line(
        uid=uid_of(item) or "",
        number=number,
        title=item.title,
        kind=item.kind,
        sub=sub,
        public=item.publicity == PUBLIC,
        text=item.text or "",
        proposal=item.proposal or "",
        papers=tuple(_papers(item)),
    )


def _public(line: Line) -> Line:
    papers = tuple(one for one in line.papers if one.public)
    return replace(line, text="", proposal="", papers=papers)


def _papers(item) -> Iterator[Paper]:
    flagged = item.public_papers or ()
    for one in files_of(item):
        yield Paper(
            uid=uid_of(one) or "",
            title=one.title,
            size=one.file.getSize(),
            changed=one.modified().ISO8601(),
            public=item.publicity == PUBLIC and one.getId() in flagged,
        )


def files_of(item) -> list:
    """The stock files in an item, in their order."""
    return [
        one
        for one in item.objectValues()
        if one.portal_type == "File" and one.file is not None
    ]


def paper_file(meeting, uid: str):
    """The file with this UID on the agenda; None when there is none."""
    for item in items_of(meeting):
        for one in files_of(item) if _is_told(item) else ():
            if uid_of(one) == uid:
                return one.file
    return None


def _mark_of(text: str) -> str:
    """Another one for another wording; empty: there is none."""
    return sha256(text.encode()).hexdigest()[:16] if text else ""


def as_told(meeting) -> dict[str, Any]:
    """What an invitation says, to be compared later with what would be said then.

    Worked out once on a page; not to be changed.
    """
    return once(("as_told", uid_of(meeting)), lambda: _as_told(meeting))


def _as_told(meeting) -> dict[str, Any]:
    start, end = meeting.start, meeting.end
    return {
        "start": start.isoformat() if start is not None else None,
        "end": end.isoformat() if end is not None else None,
        "place": meeting.place,
        "online": meeting.online_link,
        "note": meeting.note,
        "items": [
            {
                "uid": one.uid,
                "title": one.title,
                "public": one.public,
                "text": _mark_of(one.text),
                "proposal": _mark_of(one.proposal),
                "papers": [asdict(paper) for paper in one.papers],
            }
            for one in lines_of(meeting)
        ],
    }
