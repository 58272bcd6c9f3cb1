"""Ballots by name: who may cast one, how many there are, and what the parties voted."""

from collections import Counter
from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import ABSTAINED
from kpss.addon.meetings.rules.voting import AGAINST
from kpss.addon.meetings.rules.voting import CHOICES
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import NOT_VOTED


@dataclass(frozen=True)
class Ballot:
    """``member``: UID of the membership. ``choice``: one of CHOICES."""

    member: str
    choice: str


def ballot_flaws(
    ballots: Sequence[Ballot],
    roster: Sequence[Seat],
    who: Presence,
    excluded: Collection[str],
) -> list[Said]:
    """What is wrong with them, each with the member that it is about.

    ``excluded``: members that declared an interest and do not vote. Not voting is
    nobody's vote, so it may stand there for anybody.
    """
    seats = {one.member: one for one in roster}
    counted = {one.member for one in who.counted}
    beyond = {one.member for one in who.beyond}
    twice = {key for key, n in Counter(one.member for one in ballots).items() if n > 1}
    found = [Said("voted_twice", {"member": member}) for member in sorted(twice)]
    for one in ballots:
        if one.choice not in CHOICES:
            found.append(Said("bad_choice", {"member": one.member}))
            continue
        code = _why_not(one, seats.get(one.member), counted, beyond, excluded)
        if code is not None:
            found.append(Said(code, {"member": one.member}))
    return found


def _why_not(
    ballot: Ballot,
    seat: Seat | None,
    counted: Collection[str],
    beyond: Collection[str],
    excluded: Collection[str],
) -> str | None:
    if seat is None:
        return "not_on_roster"
    if ballot.choice == NOT_VOTED:
        return None
    if seat.kind == GUEST:
        return "guest_has_no_vote"
    if seat.kind != SUBSTITUTE and not seat.voting:
        return "no_vote"
    if seat.member in beyond:
        return "organisation_has_voted"
    if seat.member not in counted:
        return "not_present"
    return "has_interest" if seat.member in excluded else None


def counted(ballots: Sequence[Ballot], eligible: int) -> Counts:
    """How many voted how; who may vote and has no ballot did not vote."""
    number = Counter(one.choice for one in ballots)
    cast = number[FOR] + number[AGAINST] + number[ABSTAINED]
    return Counts(
        votes_for=number[FOR],
        against=number[AGAINST],
        abstained=number[ABSTAINED],
        not_voted=max(0, eligible - cast),
    )


def by_party(
    ballots: Sequence[Ballot], roster: Sequence[Seat]
) -> Mapping[str | None, Mapping[str, int]]:
    """How the parties voted, in the order of the roster; None: of no party."""
    choices = {one.member: one.choice for one in ballots}
    found: dict[str | None, Counter[str]] = {}
    for seat in roster:
        choice = choices.get(seat.member)
        if choice in (FOR, AGAINST, ABSTAINED):
            found.setdefault(seat.party, Counter())[choice] += 1
    return {
        party: {choice: number[choice] for choice in (FOR, AGAINST, ABSTAINED)}
        for party, number in found.items()
    }
