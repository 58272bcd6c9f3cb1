"""The agenda for the present reader, as plain values.

The one that reads items without restriction for pages: numbers count also what the reader
may not see. Of an item that the reader sees there is what everybody may know; presenter
and what it deals with only for who is inside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from kpss.addon.meetings.agenda.places import kept_of
from kpss.addon.meetings.agenda.places import place_of
from kpss.addon.meetings.agenda.sight import Sight
from kpss.addon.meetings.agenda.subjects import Subject
from kpss.addon.meetings.agenda.subjects import subject_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.rules.agenda import begins
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.rules.agenda import holds_up
from kpss.addon.meetings.rules.agenda import hung
from kpss.addon.meetings.rules.agenda import ITEM
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.rules.agenda import total
from kpss.addon.meetings.rules.visibility import INTERNAL
from kpss.addon.meetings.rules.visibility import PUBLIC
from kpss.addon.meetings.times import local
from kpss.addon.meetings.visibility import as_its_item
from kpss.addon.meetings.visibility import visibility_of
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.uids import uid_of


#: Texts of an item that only who is inside reads.
INSIDE = (
    "presenter",
    "proposed_by",
    "put_forward_by",
    "refusal",
    "postponed_from",
    "postponed_to",
)


@dataclass(frozen=True)
class PaperLine:
    """A paper. ``size`` in bytes; ``public``: everybody may read it."""

    id: str
    title: str
    url: str
    size: int
    public: bool


@dataclass(frozen=True)
class Line:
    """An item of the agenda.

    ``number`` empty: it has none. ``begins`` None: not known. ``publicity`` is that of
    the item itself (public, internal, hidden), ``seen`` what follows from it now
    (prepared, internal, public). What is in ``INSIDE`` and ``subject`` are empty for who
    is not inside. ``sub``: of the item before it.
    """

    id: str
    uid: str
    number: str
    title: str
    kind: str
    url: str
    sub: bool = False
    begins: datetime | None = None
    minutes: int | None = None
    late: bool = False
    publicity: str = PUBLIC
    seen: str = PUBLIC
    outcome: str = ""
    presenter: str = ""
    subject: Subject | None = None
    proposed_by: str = ""
    put_forward_by: str = ""
    refusal: str = ""
    postponed_from: str = ""
    postponed_to: str = ""
    papers: tuple[PaperLine, ...] = ()

    @property
    def is_heading(self) -> bool:
        return self.kind == HEADING

    @property
    def is_internal(self) -> bool:
        return self.seen == INTERNAL


class Agenda:
    """The lines of a meeting that the reader may see."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.url = meeting.absolute_url()
        self.items = items_of(meeting)
        self.places = [place_of(item) for item in self.items]
        self.numbers = numbers(self.places)

    @cached_property
    def sight(self) -> Sight:
        return Sight(self.meeting)

    @cached_property
    def inside(self) -> bool:
        return sees_inside(self.meeting)

    @cached_property
    def lines(self) -> list[Line]:
        at = begins(self.places, local(self.meeting.start))
        parents = hung(self.places)
        return [
            self._line(item, at.get(item.getId()), bool(parents[item.getId()]))
            for item in self.items
            if self.sight.sees(item)
        ]

    @property
    def without_length(self) -> Line | None:
        """The item because of which later ones have no beginning, where it is seen."""
        known = holds_up(self.places)
        return next((one for one in self.lines if one.id == known), None)

    @property
    def minutes(self) -> int | None:
        """Of all of it; None where nobody said how long an item takes."""
        return total(self.places) or None

    def _line(self, item, at: datetime | None, sub: bool) -> Line:
        kept, seen = kept_of(item), visibility_of(item)
        url = f"{self.url}/{kept['id']}"
        public = {
            "id": kept["id"],
            "uid": uid_of(item),
            "number": self.numbers[kept["id"]],
            "title": kept["title"],
            "kind": kept.get("kind") or ITEM,
            "url": url,
            "sub": sub,
            "begins": at,
            "minutes": kept.get("minutes"),
            "late": bool(kept.get("late")),
            "seen": seen,
            "outcome": kept.get("outcome") or "",
            "papers": tuple(_papers(item, url, seen, self.sight)) if len(item) else (),
        }
        if not self.inside:
            return Line(**public)
        texts = {name: kept.get(name) or "" for name in INSIDE}
        return Line(
            **public,
            **texts,
            publicity=kept.get("publicity") or PUBLIC,
            subject=subject_of(item) if kept.get("subject_uid") else None,
        )


def papers_of(item) -> Iterator[PaperLine]:
    """Papers that the reader, who may see the item, may see too; in their order."""
    sight = Sight(meeting_of(item))
    return _papers(item, item.absolute_url(), visibility_of(item), sight)


def _papers(item, url: str, seen: str, sight: Sight) -> Iterator[PaperLine]:
    flagged = kept_of(item).get("public_papers") or ()
    for name, paper in item.objectItems():
        kept = kept_of(paper)
        if kept.get("portal_type") != "File":
            continue
        if not (as_its_item(paper) or sight.sees(paper)):
            continue
        file = kept.get("file")
        yield PaperLine(
            id=name,
            title=kept["title"],
            url=f"{url}/{name}/@@download/file",
            size=file.getSize() if file is not None else 0,
            public=seen == PUBLIC and name in flagged,
        )
