"""What somebody says of a vote, before it is judged."""

from dataclasses import dataclass
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.voting import OPEN


@dataclass(frozen=True)
class VoteSaid:
    """Either counts or ballots; None: not said.

    ``deciding``: for or against, by who presides or by lot, in a tie. ``declared``: the
    result, where the rules set no majority. ``repeats``, ``amends``: keys of votes.
    """

    question: str = ""
    method: str = OPEN
    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    ballots: tuple[Ballot, ...] | None = None
    deciding: str | None = None
    declared: str | None = None
    repeats: str | None = None
    amends: str | None = None
