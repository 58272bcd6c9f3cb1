"""Judging a vote before it is recorded: fields to mend, or what is to be kept."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.meetings.rules import ballots as of_ballots
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.linked import goes_round
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import AGAINST
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import flaws
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import judge
from kpss.addon.meetings.rules.voting import METHODS
from kpss.addon.meetings.rules.voting import NAMED
from kpss.addon.meetings.rules.voting import NOT_VOTED
from kpss.addon.meetings.rules.voting import Outcome
from kpss.addon.meetings.rules.voting import Room
from kpss.addon.meetings.rules.voting import SECRET
from kpss.addon.meetings.times import now
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import linked
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import FLAWS
from kpss.addon.restapi_errors import sentence
from typing import Any
from zope.i18nmessageid import Message
from zope.schema.interfaces import ValidationError


QUESTION = LongText(title=_("What was voted on"), maximum=2000, required=False)
#: What followed from a vote, and why its result cannot be changed then.
STANDS = {"resolution": "resolution_stands", "recorded": "consideration_stands"}
#: No body has more members.
MOST = 10_000


def judged(scene: Scene, said: VoteSaid, *, key: str | None = None) -> dict[str, Any]:
    """What to keep of a vote; raises Refusals. ``key``: of a vote that is corrected."""
    said = _with_given(scene, said)
    _raise(_shape_flaws(scene, said, key))
    ballots = said.ballots or ()
    who = scene.presence(ballots)
    if said.ballots is not None:
        wrong = of_ballots.ballot_flaws(ballots, scene.sheet.seats, who, scene.excluded)
        _raise(ballot_refusal(scene, one) for one in wrong)
    room = scene.room(ballots)
    counts = _counts(said, room)
    deciding = {"deciding": said.deciding, "declared": said.declared}
    found = flaws(counts, room, scene.majority, method=said.method, **deciding)
    _raise(refusal_of(field, one) for field, one in found)
    outcome = judge(counts, room, scene.majority, method=said.method, **deciding)
    return {
        **_as_said(said),
        "deciding": outcome.deciding,
        **_as_counted(scene, said, counts, room),
        **_as_judged(scene, outcome),
    }


def _with_given(scene: Scene, said: VoteSaid) -> VoteSaid:
    """With the ballots that were given; a personal one nobody records otherwise."""
    given = {} if said.repeats or said.amends else scene.given
    if not (scene.per_rollam and given):
        return said
    typed = [one for one in said.ballots or () if one.choice != NOT_VOTED]
    _raise(
        ballot_refusal(scene, Said("voted_otherwise", {"member": one.member}))
        for one in typed
        if one.member not in scene.entered
        and given.get(one.member, one.choice) != one.choice
    )
    named = {one.member for one in typed}
    more = [Ballot(*one) for one in given.items() if one[0] not in named]
    rest = [
        one
        for one in said.ballots or ()
        if one.choice == NOT_VOTED and one.member not in given
    ]
    return replace(said, ballots=(*typed, *more, *rest))


def _raise(refusals: Iterator[Refusal]) -> None:
    found = list(refusals)
    if found:
        raise Refusals(found)


def refusal_of(field: str, said: Said) -> Refusal:
    message = FLAWS[said.code]
    if said.params:
        message = Message(message, mapping=dict(said.params))
    return Refusal(field, message, said.code, dict(said.params))


def ballot_refusal(scene: Scene, said: Said) -> Refusal:
    """With the name: whoever records votes sees who is there."""
    member = said.params["member"]
    line = scene.sheet.by_member.get(member)
    name = line.name if line is not None else member[:100]
    code = said.code
    if code == "has_interest" and member not in scene.declared:
        code = "proxy_has_interest"
    message = Message(FLAWS[code], mapping={"name": name})
    return Refusal("ballots", message, code, {"member": member[:100]})


def _shape_flaws(scene: Scene, said: VoteSaid, key: str | None) -> Iterator[Refusal]:
    try:
        QUESTION.validate(said.question)
    except ValidationError as error:
        yield Refusal("question", sentence(error), "bad_question")
    if said.method not in METHODS:
        yield refusal_of("method", Said("unknown_method"))
        return
    counts = {
        "for": said.votes_for,
        "against": said.against,
        "abstained": said.abstained,
    }
    given = [name for name, number in counts.items() if number is not None]
    if said.ballots is not None:
        if said.method == SECRET:
            yield refusal_of("ballots", Said("secret_ballots"))
        elif given:
            yield refusal_of("ballots", Said("counts_or_ballots"))
    elif said.method == NAMED or scene.per_rollam:
        yield refusal_of("ballots", Said("ballots_needed"))
    else:
        yield from _count_flaws(counts)
    yield from _link_flaws(scene, said, key)
    if scene.per_rollam:
        yield from _still_open(scene, said)


def _count_flaws(counts: dict[str, int | None]) -> Iterator[Refusal]:
    for name in (FOR, AGAINST):
        if counts[name] is None:
            yield refusal_of(name, Said("count_missing"))
    for name, number in counts.items():
        if number is not None and not 0 <= number <= MOST:
            yield refusal_of(name, Said("bad_count"))


def _link_flaws(scene: Scene, said: VoteSaid, key: str | None) -> Iterator[Refusal]:
    votes = scene.records.votes
    if said.repeats and said.amends:
        yield refusal_of("amends", Said("two_links"))
    for field, other in (("repeats", said.repeats), ("amends", said.amends)):
        if not other:
            continue
        if other == key or other not in votes or votes[other].get("for") is None:
            yield refusal_of(field, Said("unknown_vote"))
        elif key and goes_round(linked(votes), key, other):
            yield refusal_of(field, Said("links_go_round"))
    yield from _repeated_flaws(votes.get(said.repeats or ""))


def _repeated_flaws(vote: Mapping[str, Any] | None) -> Iterator[Refusal]:
    """A vote from which something follows keeps deciding its item."""
    for name, code in STANDS.items():
        if vote is not None and vote.get(name):
            yield refusal_of("repeats", Said(code))


def _still_open(scene: Scene, said: VoteSaid) -> Iterator[Refusal]:
    """Outside a meeting nothing is decided before the time, unless all have answered.

    Without a time there is no other way than that all answer.
    """
    end = scene.meeting.end
    if said.ballots is None or (end is not None and now() >= end):
        return
    if scene.presence(said.ballots).present < scene.present.members:
        yield refusal_of("ballots", Said("answers_still_come"))


def _counts(said: VoteSaid, room: Room) -> Counts:
    if said.ballots is not None:
        return of_ballots.counted(said.ballots, room.eligible)
    votes = (said.votes_for or 0, said.against or 0, said.abstained or 0)
    return Counts(*votes, not_voted=max(0, room.eligible - sum(votes)))


# What is kept: plain JSON


def _as_said(said: VoteSaid) -> dict[str, Any]:
    ballots = None
    if said.ballots is not None:
        ballots = {one.member: one.choice for one in said.ballots}
    return {
        "question": said.question.strip(),
        "method": said.method,
        "ballots": ballots,
        "declared": said.declared,
        "repeats": said.repeats or None,
        "amends": said.amends or None,
    }


def _as_counted(
    scene: Scene, said: VoteSaid, counts: Counts, room: Room
) -> dict[str, Any]:
    parties, proxies = None, None
    if said.ballots is not None:
        found = of_ballots.by_party(said.ballots, scene.sheet.seats)
        parties = {party or "": dict(number) for party, number in found.items()}
        proxies = dict(scene.presence(said.ballots).proxies) or None
    return {
        "for": counts.votes_for,
        "against": counts.against,
        "abstained": counts.abstained,
        "not_voted": counts.not_voted,
        "by_party": parties,
        "proxies": proxies,
        "members": room.members,
        "present": room.present,
        "excluded": room.excluded,
        "time": scene.time.isoformat() if scene.time is not None else None,
        "quorate": room.quorate,
    }


def _as_judged(scene: Scene, outcome: Outcome) -> dict[str, Any]:
    majority = scene.majority
    return {
        "majority": majority.share.text if majority.share is not None else None,
        "basis": majority.basis,
        "tie_rule": majority.tie_rule,
        "result": outcome.result,
        "required": outcome.required,
        "base": outcome.base,
        "explanation": [
            {"code": one.code, "params": dict(one.params)}
            for one in outcome.explanation
        ],
    }
