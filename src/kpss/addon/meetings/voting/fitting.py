"""Whether votes still fit who was there, after attendance or an interest was recorded.

Nothing that was recorded is refused for it or thrown away: who records is told at the
vote, and before the meeting is closed.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.interfaces import IProgressRules
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules import ballots as of_ballots
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.progress import CLOSE
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import flaws
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import judge
from kpss.addon.meetings.voting.agreeing import has_quorum
from kpss.addon.meetings.voting.judging import ballot_refusal
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.keeping import AGREED
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import RESULT_TITLES
from kpss.addon.process.uids import uid_of
from typing import Any
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Misfit:
    """Key of a vote and why it does not fit; may name a person: for recorders."""

    key: str
    message: Message


def misfits(item, sheet: Sheet | None = None) -> tuple[Misfit, ...]:
    """Each vote judged anew by who was there then, as it is recorded now.

    Worked out once on a page.
    """
    return once(("misfits", uid_of(item)), lambda: tuple(_misfits(item, sheet)))


def unfitting(meeting, sheet: Sheet) -> list:
    """Items with votes that do not fit."""
    return [one for one in items_of(meeting) if misfits(one, sheet)]


def _misfits(item, sheet: Sheet | None) -> Iterator[Misfit]:
    for key, vote in votes_of(item).votes.items():
        scene = Scene.of_vote(item, vote, sheet)
        for message in _why(scene, vote):
            yield Misfit(key, message)


def _why(scene: Scene, vote: Mapping[str, Any]) -> Iterator[Message]:
    if vote["method"] == AGREED:
        if has_quorum(scene) is False:
            yield _differs(INVALID)
        return
    given = vote.get("ballots") or {}
    ballots = tuple(Ballot(member, choice) for member, choice in given.items())
    room, who = scene.room(ballots), scene.presence(ballots)
    wrong = of_ballots.ballot_flaws(ballots, scene.sheet.seats, who, scene.excluded)
    yield from (ballot_refusal(scene, one).message for one in wrong)
    votes = (vote["for"], vote["against"], vote["abstained"])
    counts = Counts(*votes, not_voted=max(0, room.eligible - sum(votes)))
    said = {name: vote.get(name) for name in ("deciding", "declared")}
    found = flaws(counts, room, scene.majority, method=vote["method"], **said)
    yield from (refusal_of(field, one).message for field, one in found)
    if not wrong and not found:
        outcome = judge(counts, room, scene.majority, method=vote["method"], **said)
        if outcome.result != vote["result"]:
            yield _differs(outcome.result)


def _differs(result: str) -> Message:
    return _(
        "By who was there the result would be: ${result}.",
        mapping={"result": RESULT_TITLES[result]},
    )


@implementer(IProgressRules)
@adapter(IMeeting)
class VotesFit:
    """A meeting is closed with votes that do not fit only when it is said why."""

    def __init__(self, meeting):
        self.meeting = meeting

    def refusals(self, transition: str) -> list[Refusal]:
        return []

    def asks(self, transition: str) -> list[Refusal]:
        if transition != CLOSE:
            return []
        found = unfitting(self.meeting, sheet_of(self.meeting))
        titles = [one.title for one in found]
        if not titles:
            return []
        message = _(
            "Votes do not fit who was there: ${items}. Correct them or the attendance, "
            "or close the meeting with the reason for it.",
            mapping={"items": "; ".join(titles[:5])},
        )
        return [Refusal("reason", message, "votes_do_not_fit", {"items": titles})]
