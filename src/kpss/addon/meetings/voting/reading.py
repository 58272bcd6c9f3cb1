"""Votes of an item for one reader: everybody gets numbers, only insiders names.

The one module that reads the records for pages and services; it hands out plain values.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.browser.dates import day
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.subjects import seen_subject
from kpss.addon.meetings.agenda.subjects import Subject
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import counted
from kpss.addon.meetings.voting.texts import explained
from kpss.addon.meetings.who import sees_inside
from typing import Any


COUNTS = ("for", "against", "abstained", "not_voted")


@dataclass(frozen=True)
class Followed:
    """A resolution that follows from a vote: looked up only where it is shown."""

    item: Any
    kept: dict[str, Any]

    @property
    def subject(self) -> Subject | None:
        """For who may see it; before it is published that is nobody outside."""
        return seen_subject(self.item, self.kept["uid"])


@dataclass(frozen=True)
class BallotLine:
    """``member``: UID of the membership. ``proxy``: of who cast the vote for the member."""

    member: str
    name: str
    choice: str
    proxy: str | None = None
    proxy_name: str = ""


@dataclass(frozen=True)
class VoteLine:
    """A vote for a reader; what is only for insiders is empty for others.

    ``counts`` None: nobody counted, it was agreed without objection.
    """

    key: str
    method: str
    result: str
    counts: dict[str, int] | None
    counted: str
    required: int | None
    basis: str | None
    base: int | None
    present: int
    members: int
    quorate: bool | None
    explanation: tuple[str, ...]
    repeats: str | None
    amends: str | None
    is_corrected: bool
    is_decisive: bool
    question: str = ""
    at: str = ""
    by_party: dict[str, dict[str, int]] | None = None
    ballots: tuple[BallotLine, ...] = ()
    history: tuple[dict[str, Any], ...] = ()
    followed: Followed | None = field(default=None, repr=False)

    @property
    def resolution(self) -> dict[str, Any] | None:
        """{"uid", "number", "date", "body"}, where the reader may see the resolution."""
        return self.followed.kept if self.followed and self.followed.subject else None


@dataclass(frozen=True)
class InterestLine:
    """Only for insiders."""

    member: str
    name: str
    reason: str
    excluded: bool


def vote_lines(scene: Scene, *, inside: bool | None = None) -> list[VoteLine]:
    """In the order in which they were taken. ``inside`` False: what everybody may know."""
    inside = sees_inside(scene.meeting) if inside is None else inside
    key = scene.decisive
    return [
        _line(scene, number, value, inside, number == key)
        for number, value in scene.records.votes.items()
    ]


def _line(
    scene: Scene, key: str, vote: dict[str, Any], inside: bool, decides: bool
) -> VoteLine:
    more: dict[str, Any] = {}
    if inside:
        more = {
            "question": vote["question"],
            "at": vote["at"],
            "by_party": vote.get("by_party"),
            "ballots": tuple(ballot_lines(scene.sheet, vote)),
            "history": tuple(_history(vote)),
        }
    made = vote.get("resolution")
    counts = None
    if vote.get("for") is not None:
        counts = {name: vote[name] for name in COUNTS}
    return VoteLine(
        key=key,
        method=vote["method"],
        result=vote["result"],
        counts=counts,
        counted=translate(counted(counts)) if counts is not None else "",
        required=vote.get("required"),
        basis=vote.get("basis"),
        base=vote.get("base"),
        present=vote["present"],
        members=vote["members"],
        quorate=vote["quorate"],
        explanation=tuple(translate(one) for one in explained(vote, inside=inside)),
        repeats=vote.get("repeats"),
        amends=vote.get("amends"),
        is_corrected=bool(vote["history"]),
        is_decisive=decides,
        followed=Followed(scene.item, made) if made else None,
        **more,
    )


def ballot_lines(sheet: Sheet, vote: Mapping[str, Any]) -> Iterator[BallotLine]:
    """In the order of the roster; for those inside only."""
    choices, proxies = vote.get("ballots"), vote.get("proxies") or {}
    for line in sheet.lines if choices else ():
        if line.member not in choices:
            continue
        proxy = proxies.get(line.member)
        other = sheet.by_member.get(proxy or "")
        name = other.name if other is not None else ""
        yield BallotLine(line.member, line.name, choices[line.member], proxy, name)


def _history(vote: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in vote["history"]:
        earlier = one["value"]
        yield {
            "at": one["corrected"]["at"],
            "on": translate(day(one["corrected"]["at"][:10])),
            "why": one["why"],
            "result": earlier["result"],
            "counts": {name: earlier[name] for name in COUNTS},
        }


def interest_lines(scene: Scene) -> list[InterestLine]:
    """Nothing for those who are not inside: an interest names a person."""
    if not sees_inside(scene.meeting):
        return []
    known: dict[str, RosterLine] = scene.sheet.by_member
    return [
        InterestLine(
            member=member,
            name=known[member].name if member in known else "",
            reason=value["reason"],
            excluded=value["excluded"],
        )
        for member, value in scene.records.interests.items()
    ]
