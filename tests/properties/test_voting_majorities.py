"""A vote never passes below the majority that the rules ask for."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import judge
from kpss.addon.meetings.rules.voting import Majority
from kpss.addon.meetings.rules.voting import OF_ALL
from kpss.addon.meetings.rules.voting import OF_PRESENT
from kpss.addon.meetings.rules.voting import OF_VALID
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.rules.voting import Room


#: Few, so that votes often end equal.
FEW = st.integers(0, 4)
SHARES = [parse(one) for one in (">1/2", ">=2/3", ">=1/2", ">3/5")]
MAJORITIES = st.builds(
    Majority,
    share=st.sampled_from(SHARES),
    basis=st.sampled_from([OF_PRESENT, OF_ALL, OF_VALID]),
    tie_rule=st.sampled_from(["rejected", "chair_decides", "lot", None]),
)


@given(MAJORITIES, FEW, FEW, FEW, FEW, st.sampled_from([FOR, None]))
def test_what_passed_has_the_majority(
    majority, votes_for, against, abstained, away, deciding
):
    """But for the one vote that decides a tie of those who were asked."""
    counts = Counts(votes_for, against, abstained)
    room = Room(counts.cast + away, counts.cast, quorate=True)
    outcome = judge(counts, room, majority, deciding=deciding)
    reached = votes_for >= needed(majority.share, outcome.base)
    if outcome.result == PASSED and not reached:
        assert majority.basis != OF_ALL
        assert majority.share.text == ">1/2"
        assert (votes_for, deciding) == (against, FOR)
        assert majority.tie_rule in ("chair_decides", "lot")
    else:
        assert (outcome.result == PASSED) is reached
