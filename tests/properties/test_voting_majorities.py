"""A vote never passes below the majority that the rules ask for."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules.voting import CHAIR
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import judge
from kpss.addon.meetings.rules.voting import LOT
from kpss.addon.meetings.rules.voting import Majority
from kpss.addon.meetings.rules.voting import OF_ALL
from kpss.addon.meetings.rules.voting import OF_PRESENT
from kpss.addon.meetings.rules.voting import OF_VALID
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.rules.voting import Room


FEW, HARDLY_ANY = st.integers(0, 4), st.integers(0, 1)
SHARES = [parse(one) for one in (">1/2", ">=2/3", ">=1/2", ">3/5")]
MAJORITIES = st.builds(
    Majority,
    share=st.sampled_from(SHARES),
    basis=st.sampled_from([OF_PRESENT, OF_ALL, OF_VALID]),
    tie_rule=st.sampled_from(["rejected", CHAIR, LOT]),
)


@given(MAJORITIES, FEW, FEW, HARDLY_ANY, HARDLY_ANY, st.booleans())
def test_what_passed_has_the_majority(
    majority, votes_for, against, abstained, away, equal
):
    """But for the one vote that decides a tie of those who were asked."""
    against = votes_for if equal else against
    counts = Counts(votes_for, against, abstained)
    room = Room(counts.cast + away, counts.cast, quorate=True)
    outcome = judge(counts, room, majority, deciding=FOR)
    reached = votes_for >= needed(majority.share, outcome.base)
    if outcome.result == PASSED and not reached:
        assert majority.basis != OF_ALL
        assert majority.share.text == ">1/2"
        assert votes_for == against
        assert majority.tie_rule in (CHAIR, LOT)
    else:
        assert (outcome.result == PASSED) is reached
