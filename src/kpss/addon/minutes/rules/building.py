"""What minutes are made of, and how a rebuild keeps what was edited by hand (BER-30).

Values of the meeting come in plain; out come parts of lines, each line a code with its
parameters. The sentences are made at the edge, so the checksum is of what people read.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from hashlib import sha256
from typing import Any


HEADING, ATTENDANCE, ITEM, END = "heading", "attendance", "item", "end"
KINDS = (HEADING, ATTENDANCE, ITEM, END)

#: Of an item, as on the agenda.
PUBLIC, INTERNAL, HIDDEN = "public", "internal", "hidden"

#: Statuses of attendance in the order in which minutes tell them.
STATUSES = ("present", "online", "excused", "absent")
HERE = ("present", "online")
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Line:
    """One sentence: a code and what it says; ``text``: written by people, as it is."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Attendee:
    """Somebody of the roster, by name for who reads the whole minutes.

    ``status``: one of STATUSES, None when nothing was recorded. ``arrived``, ``left``:
    as recorded. ``in_public``: whether the name may stand in the public version.
    ``instead``: name of the substitute who came.
    """

    name: str
    status: str | None
    party: str | None = None
    function: str | None = None
    voting: bool = True
    arrived: str | None = None
    left: str | None = None
    instead: str | None = None
    in_public: bool = False


@dataclass(frozen=True)
class Vote:
    """A vote as counted; ``shown`` words of the numbers are made at the edge."""

    question: str | None
    method: str
    votes_for: int
    against: int
    abstained: int
    result: str
    required: int | None = None
    basis: str | None = None


@dataclass(frozen=True)
class Resolved:
    """A resolution of an item; ``public``: the text for the public, None: none yet."""

    number: str | None
    verb: str | None
    text: str | None
    public: str | None = None


@dataclass(frozen=True)
class Imposed:
    """A task; ``due`` as people write a day."""

    title: str
    responsible: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class Item:
    """An item of the agenda; ``number`` as printed, None for a heading."""

    key: str
    title: str
    number: str | None = None
    kind: str = "item"
    publicity: str = PUBLIC
    presenter: str | None = None
    notes: str | None = None
    outcome: str | None = None
    postponed_to: str | None = None
    quorum: Mapping[str, int] | None = None
    votes: Sequence[Vote] = ()
    resolutions: Sequence[Resolved] = ()
    tasks: Sequence[Imposed] = ()


@dataclass(frozen=True)
class Gathered:
    """What a meeting left behind. Times and days as people write them.

    ``quorum``: members, present, required; None where it is not judged.
    """

    title: str
    body: str
    day: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    presiding: str | None = None
    minute_taker: str | None = None
    attendees: Sequence[Attendee] = ()
    guests: Sequence[str] = ()
    quorum: Mapping[str, int] | None = None
    items: Sequence[Item] = ()


@dataclass(frozen=True)
class Draft:
    """A part before it is put into words; ``public``: lines for the public instead."""

    key: str
    kind: str
    title: str | None
    lines: Sequence[Line]
    public: Sequence[Line] | None = None
    publicity: str = PUBLIC


@dataclass(frozen=True)
class Fresh:
    """A part as just generated, in words."""

    key: str
    kind: str
    title: str
    text: str
    public: str | None = None
    publicity: str = PUBLIC

    @property
    def source(self) -> str:
        """Checksum of what it was generated from, as it reads."""
        return checksum(self.title, self.text)


@dataclass(frozen=True)
class Part:
    """A part of the minutes as kept.

    ``edited``: the text written by hand, None: the generated one stands. ``seen``:
    checksum of the generated part when it was edited. ``gone``: its item is no longer
    on the agenda; only edited ones are kept then.
    """

    key: str
    kind: str
    title: str
    generated: str
    source: str
    public: str | None = None
    publicity: str = PUBLIC
    edited: str | None = None
    seen: str | None = None
    gone: bool = False

    @property
    def text(self) -> str:
        return self.generated if self.edited is None else self.edited

    @property
    def changed_since(self) -> bool:
        """Whether the records changed after somebody edited the part."""
        return self.edited is not None and self.seen != self.source


def checksum(*texts: str) -> str:
    """SHA-256 of texts, in hexadecimal."""
    return sha256("\0".join(texts).encode()).hexdigest()


def drafts(meeting: Gathered) -> list[Draft]:
    """The parts in the order in which minutes have them."""
    parts = [
        Draft(
            HEADING, HEADING, None, list(_heading(meeting)), _public_heading(meeting)
        ),
        Draft(
            *(ATTENDANCE, ATTENDANCE, None),
            lines=list(_attendance(meeting)),
            public=list(_public_attendance(meeting)),
        ),
    ]
    parts += [_item(one) for one in meeting.items]
    parts.append(Draft(END, END, None, list(_end(meeting))))
    return [one for one in parts if one.lines or one.kind == ITEM]


def rebuilt(
    old: Iterable[Part], fresh: Iterable[Fresh], *, overwrite: bool = False
) -> list[Part]:
    """The parts after the records changed: what was edited by hand is kept.

    Edited parts whose item is gone stay at the end. ``overwrite``: the generated text
    stands everywhere, nothing of before is kept.
    """
    known = {} if overwrite else {one.key: one for one in old}
    parts = [_renewed(known.pop(one.key, None), one) for one in fresh]
    parts += [
        replace(one, gone=True) for one in known.values() if one.edited is not None
    ]
    return parts


def edited(part: Part, text: str) -> Part:
    """The part with a text by hand; the generated text typed again is no edit."""
    if _lines_of(text) == _lines_of(part.generated):
        return restored(part)
    return replace(part, edited=text, seen=part.source)


def restored(part: Part) -> Part:
    """The part with its generated text."""
    return replace(part, edited=None, seen=None)


def whole(parts: Iterable[Part]) -> str:
    """Checksum of the minutes as they read, in their order."""
    return checksum(*(text for one in parts for text in (one.key, one.title, one.text)))


def _renewed(part: Part | None, fresh: Fresh) -> Part:
    new = Part(
        *(fresh.key, fresh.kind, fresh.title, fresh.text, fresh.source),
        public=fresh.public,
        publicity=fresh.publicity,
    )
    if part is None or part.edited is None:
        return new
    return replace(new, edited=part.edited, seen=part.seen)


def _lines_of(text: str) -> list[str]:
    """A text box sends other ends of lines than it was given."""
    return [line.rstrip() for line in text.strip().splitlines()]


def _heading(meeting: Gathered) -> Iterator[Line]:
    yield Line("body", {"body": meeting.body})
    if meeting.start:
        yield Line("when", {"day": meeting.day, "start": meeting.start})
    else:
        yield Line("day", {"day": meeting.day})
    if meeting.place:
        yield Line("place", {"place": meeting.place})
    if meeting.presiding:
        yield Line("presiding", {"name": meeting.presiding})
    if meeting.minute_taker:
        yield Line("minute_taker", {"name": meeting.minute_taker})


def _public_heading(meeting: Gathered) -> list[Line]:
    return [
        line
        for line in _heading(replace(meeting, minute_taker=None))
        if line.code != "presiding"
    ]


def _attendance(meeting: Gathered) -> Iterator[Line]:
    for status in (*STATUSES, None):
        there = [one for one in meeting.attendees if one.status == status]
        if there:
            yield Line("status", {"status": status or UNKNOWN, "count": len(there)})
            for one in there:
                yield Line("attendee", {"attendee": one})
    if meeting.guests:
        yield Line("guests", {"count": len(meeting.guests)})
        for name in meeting.guests:
            yield Line("guest", {"name": name})
    if meeting.quorum:
        yield Line("quorum", meeting.quorum)


def _public_attendance(meeting: Gathered) -> Iterator[Line]:
    """Counts by party; names only of those who may be named."""
    for status in STATUSES:
        there = [one for one in meeting.attendees if one.status == status]
        if not there:
            continue
        yield Line("status", {"status": status, "count": len(there)})
        for one in there:
            if one.in_public:
                yield Line("named", {"attendee": one})
        counts: dict[str | None, int] = {}
        for one in there:
            if not one.in_public:
                counts[one.party] = counts.get(one.party, 0) + 1
        for party, count in counts.items():
            yield Line("counted", {"party": party, "count": count})
    if meeting.guests:
        yield Line("guests", {"count": len(meeting.guests)})
    if meeting.quorum:
        yield Line("quorum", meeting.quorum)


def _item(item: Item) -> Draft:
    title = f"{item.number} {item.title}" if item.number else item.title
    lines = [] if item.kind == "heading" else list(_of_item(item))
    public = None
    if any(one.public for one in item.resolutions):
        public = list(_of_item(replace(item, resolutions=_public_texts(item))))
    return Draft(item.key, ITEM, title, lines, public, item.publicity)


def _public_texts(item: Item) -> list[Resolved]:
    return [replace(one, text=one.public or one.text) for one in item.resolutions]


def _of_item(item: Item) -> Iterator[Line]:
    if item.presenter:
        yield Line("presenter", {"name": item.presenter})
    if item.notes:
        yield Line("text", {"text": item.notes})
    if item.votes and item.quorum:
        yield Line("quorum", item.quorum)
    for vote in item.votes:
        yield Line("vote", {"vote": vote})
    for resolution in item.resolutions:
        yield Line("resolution", {"resolution": resolution})
    for task in item.tasks:
        yield Line("task", {"task": task})
    if item.postponed_to:
        yield Line("postponed", {"to": item.postponed_to})
    elif item.outcome:
        yield Line("outcome", {"outcome": item.outcome})


def _end(meeting: Gathered) -> Iterator[Line]:
    if meeting.end:
        yield Line("end", {"end": meeting.end})
