"""What a meeting left behind, as plain values for its minutes (BER-30).

Times and days are as people write them.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass


#: Of an item, as on the agenda.
PUBLIC, INTERNAL, HIDDEN = "public", "internal", "hidden"

#: Beside the statuses of members.
UNKNOWN, GUESTS = "unknown", "guests"


@dataclass(frozen=True)
class Attendee:
    """Somebody of the roster, by name for who reads the whole minutes.

    ``status``: one of STATUSES, None when nothing was recorded. ``stays``: from when to
    when, each time, in words; nothing: all the time. ``instead``: name of the
    substitute who came; ``proxy``: of the member who cast the vote.
    """

    name: str
    status: str | None
    party: str | None = None
    function: str | None = None
    voting: bool = True
    stays: Sequence[str] = ()
    instead: str | None = None
    proxy: str | None = None


@dataclass(frozen=True)
class Vote:
    """A vote as counted; the numbers are None where it was agreed without objection.

    ``quorum``: members, present, required, as it was judged; None where it was not.
    ``explained``: sentences on the result, ``public`` without anybody's choice.
    ``answered``: outside a meeting; who answered is who was there.
    """

    question: str | None
    method: str
    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    not_voted: int | None = None
    quorum: Mapping[str, int] | None = None
    explained: Sequence[str] = ()
    public: Sequence[str] = ()
    #: Choice and names, where people voted by name.
    ballots: Sequence[tuple[str, Sequence[str]]] = ()
    answered: bool = False


@dataclass(frozen=True)
class Resolved:
    """A resolution of an item; ``public``: what the public reads instead of the text.

    The verb and ``title``, what it is about, stand where there is no text.
    """

    number: str | None
    verb: str | None
    text: str | None
    public: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Imposed:
    """A task; ``due`` as people write a day. ``public``: the public is told of it."""

    title: str
    responsible: str | None = None
    due: str | None = None
    public: bool = False


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
    #: Names of those who declared an interest, and why.
    interests: Sequence[tuple[str, str]] = ()
    votes: Sequence[Vote] = ()
    resolutions: Sequence[Resolved] = ()
    tasks: Sequence[Imposed] = ()


@dataclass(frozen=True)
class Sat:
    """A day on which the meeting sat, from when until when."""

    day: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Gathered:
    """What a meeting left behind. Times and days as people write them.

    ``sittings``: one, or more where it was adjourned. ``quorum``: members, present,
    required at the beginning, ``whole`` present in the course; None where not judged.
    ``deadline``: of a decision outside a meeting, which was held nowhere.
    """

    title: str
    body: str
    sittings: Sequence[Sat]
    place: str | None = None
    presiding: str | None = None
    minute_taker: str | None = None
    attendees: Sequence[Attendee] = ()
    guests: Sequence[str] = ()
    quorum: Mapping[str, int] | None = None
    items: Sequence[Item] = ()
    tasks: Sequence[Imposed] = ()
    deadline: str | None = None
