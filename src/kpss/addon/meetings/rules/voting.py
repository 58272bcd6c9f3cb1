"""What a vote comes to: base, required number, result and why (ZAT-62, § 87 of 128/2000).

Whole numbers only. The rules of procedure say of whom a majority is counted; what they
do not say is not judged.
"""

from collections.abc import Collection
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
#: What those present are called outside a meeting.
ANSWERED = "answered"

#: Among the powers of a chair.
CASTING_VOTE = "casting_vote"

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
    interest and do not vote. ``quorate`` None: the rules set no quorum. ``impartial``:
    who presides declared no interest that takes the vote away. ``outside``: decided
    outside a meeting, where those who answered are there.
    """

    members: int
    present: int
    excluded: int = 0
    quorate: bool | None = None
    impartial: bool = True
    outside: bool = False

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


def tie_rule_of(said: str | None, chair_powers: Collection[str]) -> str | None:
    """What follows from a tie; a chair who has a casting vote decides it."""
    return said or (CHAIR if CASTING_VOTE in chair_powers else None)


def is_tie(counts: Counts, required: int, majority: Majority) -> bool:
    """As many for as against, and one more vote for would be enough.

    Where more is missing, there is nothing to decide: the proposal fails anyway.
    """
    if not majority.knows_ties:
        return False
    equal = counts.votes_for == counts.against and counts.votes_for > 0
    return equal and counts.votes_for + 1 == required


def decided_by(majority: Majority, room: Room, method: str) -> str | None:
    """CHAIR or LOT, which are asked in a tie; None: nothing is.

    Whoever decides a tie is known to everybody: never in a secret vote. Who may not
    vote may not decide either.
    """
    rule = majority.tie_rule
    if rule == CHAIR:
        return CHAIR if method != SECRET and room.impartial else None
    return rule if rule == LOT else None


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
    rule = decided_by(majority, room, method)
    if rule and is_tie(counts, required, majority) and deciding not in (FOR, AGAINST):
        found.append(("deciding", Said(f"tie_{rule}_needed")))
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
    result, said = FAILED, None
    tie: tuple[Said, ...] = ()
    if counts.votes_for >= required:
        result = PASSED
    elif is_tie(counts, required, majority):
        said = deciding if decided_by(majority, room, method) else None
        result = PASSED if said == FOR else FAILED
        tie = (Said(_tie(majority, room, method, said)),)
    numbers = {"for": counts.votes_for, "required": required, "base": base}
    answered = room.outside and majority.basis == OF_PRESENT
    first = Said(f"{result}.of_{ANSWERED if answered else majority.basis}", numbers)
    return Outcome(result, required, base, (first, *tie, *more), said)


def _tie(majority: Majority, room: Room, method: str, said: str | None) -> str:
    """Code of what a tie led to."""
    rule = majority.tie_rule or "not_set"
    if rule == CHAIR and method == SECRET:
        return "tie_secret"
    if rule == CHAIR and not room.impartial:
        return "tie_partial"
    return f"tie_{rule}_{said}" if decided_by(majority, room, method) else f"tie_{rule}"
