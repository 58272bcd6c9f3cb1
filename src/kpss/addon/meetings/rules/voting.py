"""What a vote comes to: base, required number, result and why (ZAT-62, § 87 of 128/2000).

Whole numbers only. The rules of procedure say of whom a majority is counted; what they
do not say is not judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.meetings.rules.quorum import Said


OPEN, NAMED, SECRET = "open", "named", "secret"
METHODS = (OPEN, NAMED, SECRET)

FOR, AGAINST, ABSTAINED, NOT_VOTED = "for", "against", "abstained", "not_voted"
CHOICES = (FOR, AGAINST, ABSTAINED, NOT_VOTED)

PASSED, FAILED, INVALID = "passed", "failed", "invalid"

OF_PRESENT, OF_ALL, OF_VALID = "present", "all_members", "valid_votes"

MORE_THAN_HALF = Share(1, 2, strict=True)

#: Who decides in a tie; otherwise nobody does.
CHAIR, LOT = "chair_decides", "lot"


@dataclass(frozen=True)
class Counts:
    """How many voted how; ``not_voted``: could have voted and did not."""

    votes_for: int
    against: int
    abstained: int = 0
    not_voted: int = 0

    @property
    def cast(self) -> int:
        return self.votes_for + self.against + self.abstained


@dataclass(frozen=True)
class Room:
    """Votes at the point of the vote.

    ``present``: votes that are there. ``excluded``: those of them that declared an
    interest and do not vote. ``quorate`` None: the rules set no quorum.
    """

    members: int
    present: int
    excluded: int = 0
    quorate: bool | None = None

    @property
    def eligible(self) -> int:
        """How many may vote."""
        return self.present - self.excluded


@dataclass(frozen=True)
class Majority:
    """The rules of procedure on a vote; ``share`` None: they set no majority."""

    share: Share | None = None
    basis: str = OF_PRESENT
    tie_rule: str | None = None

    @property
    def knows_ties(self) -> bool:
        """Whether one more vote can decide: more than half of who takes part.

        Of all members so many must consent themselves (§ 87 of 128/2000), and what
        needs a larger share did not end equal.
        """
        half = self.share is not None and self.share.reduced == MORE_THAN_HALF
        return half and self.basis != OF_ALL


@dataclass(frozen=True)
class Outcome:
    """``required`` and ``base`` None: no majority is set, the recorder says the result.

    ``deciding``: what was said for a tie, only where it was asked.
    """

    result: str
    required: int | None
    base: int | None
    explanation: tuple[Said, ...]
    deciding: str | None = None


def base_of(counts: Counts, room: Room, majority: Majority) -> int:
    """Of how many votes the majority is counted.

    Those present: without who declared an interest. All members: all of them, as the
    law counts them, whoever may not vote (§ 87 of 128/2000). Valid votes: those for
    and against; who abstains casts none.
    """
    if majority.basis == OF_ALL:
        return room.members
    if majority.basis == OF_VALID:
        return counts.votes_for + counts.against
    return room.eligible


def is_tie(counts: Counts, required: int, majority: Majority) -> bool:
    """As many for as against, and one more vote for would be enough.

    Where more is missing, there is nothing to decide: the proposal fails anyway.
    """
    if not majority.knows_ties:
        return False
    equal = counts.votes_for == counts.against and counts.votes_for > 0
    return equal and counts.votes_for + 1 == required


def somebody_decides(
    counts: Counts, required: int, majority: Majority, method: str
) -> bool:
    """Whether who presides, or the lot, is asked.

    Whoever decides a tie is known to everybody: never in a secret vote.
    """
    deciding = (LOT,) if method == SECRET else (CHAIR, LOT)
    return majority.tie_rule in deciding and is_tie(counts, required, majority)


def flaws(
    counts: Counts,
    room: Room,
    majority: Majority,
    *,
    method: str,
    deciding: str | None = None,
    declared: str | None = None,
) -> list[tuple[str, Said]]:
    """Why the vote cannot be recorded: pairs of the field to mend and what is wrong.

    ``deciding``: for or against, by the one who presides or by lot, in a tie.
    ``declared``: passed or failed, where the rules set no majority.
    """
    found: list[tuple[str, Said]] = []
    if counts.cast > room.eligible:
        numbers = {"votes": counts.cast, "eligible": room.eligible}
        found.append(("for", Said("more_votes_than_present", numbers)))
        return found
    if room.quorate is False:
        return found
    if majority.share is None:
        if declared not in (PASSED, FAILED):
            found.append(("declared", Said("result_needed")))
        return found
    required = needed(majority.share, base_of(counts, room, majority))
    asked = somebody_decides(counts, required, majority, method)
    if asked and deciding not in (FOR, AGAINST):
        found.append(("deciding", Said(f"tie_{majority.tie_rule}_needed")))
    return found


def judge(
    counts: Counts,
    room: Room,
    majority: Majority,
    *,
    method: str = OPEN,
    deciding: str | None = None,
    declared: str | None = None,
) -> Outcome:
    """The result of a vote that has no flaws.

    Without a quorum it is invalid, whatever the votes. An unset quorum is not judged.
    """
    if room.quorate is False:
        numbers = {"present": room.present, "members": room.members}
        return Outcome(INVALID, None, None, (Said("no_quorum", numbers),))
    more = []
    if room.quorate is None:
        more.append(Said("quorum_not_set"))
    if room.excluded:
        more.append(Said("excluded", {"number": room.excluded}))
    if majority.share is None:
        result = declared or FAILED
        return Outcome(result, None, None, (Said("majority_not_set"), *more))
    base = base_of(counts, room, majority)
    required = needed(majority.share, base)
    result, tie = _result(counts, required, majority, method, deciding)
    numbers = {"for": counts.votes_for, "required": required, "base": base}
    first = Said(f"{result}.of_{majority.basis}", numbers)
    asked = somebody_decides(counts, required, majority, method)
    said = deciding if asked else None
    return Outcome(result, required, base, (first, *tie, *more), said)


def _result(
    counts: Counts, required: int, majority: Majority, method: str, deciding: str | None
) -> tuple[str, tuple[Said, ...]]:
    if counts.votes_for >= required:
        return PASSED, ()
    if not is_tie(counts, required, majority):
        return FAILED, ()
    rule = majority.tie_rule
    if rule == CHAIR and method == SECRET:
        return FAILED, (Said("tie_secret"),)
    if rule in (CHAIR, LOT):
        result = PASSED if deciding == FOR else FAILED
        return result, (Said(f"tie_{rule}_{deciding}"),)
    return FAILED, (Said(f"tie_{rule or 'not_set'}"),)


@dataclass(frozen=True)
class Linked:
    """A vote beside others on the same item.

    ``repeats``: key of the vote that it takes the place of. ``amends``: key of the vote
    whose proposal it changes; it decides nothing by itself.
    """

    key: str
    result: str
    repeats: str | None = None
    amends: str | None = None


def decisive(votes: Iterable[Linked]) -> str | None:
    """Key of the vote that decides the item: the last that passed, else the last one.

    Only votes that were not repeated. A vote on a change of the proposal does not
    decide it, an invalid one nothing; None: nothing was decided.
    """
    held = list(votes)
    repeated = {one.repeats for one in held if one.repeats}
    found = [
        one
        for one in held
        if one.key not in repeated and one.amends is None and one.result != INVALID
    ]
    passed = [one for one in found if one.result == PASSED]
    last = passed or found
    return last[-1].key if last else None


def goes_round(votes: Iterable[Linked], key: str, other: str) -> bool:
    """Whether ``other``, to which ``key`` is to be linked, hangs on ``key`` itself."""
    links = {one.key: (one.repeats, one.amends) for one in votes}
    seen: set[str] = set()
    to_see: list[str] = [other]
    while to_see:
        one = to_see.pop()
        if one == key:
            return True
        if one not in seen:
            seen.add(one)
            to_see += [link for link in links.get(one, ()) if link]
    return False
