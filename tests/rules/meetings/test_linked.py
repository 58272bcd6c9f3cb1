"""Which of several votes decides an item."""

from kpss.addon.meetings.rules.linked import decisive
from kpss.addon.meetings.rules.linked import goes_round
from kpss.addon.meetings.rules.linked import Linked
from kpss.addon.meetings.rules.voting import FAILED
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import PASSED
import pytest


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ([], None),
        ([Linked("a", PASSED)], "a"),
        ([Linked("a", INVALID)], None),
        # A vote on a change does not decide the proposal
        ([Linked("a", FAILED), Linked("b", PASSED, amends="a")], "a"),
        ([Linked("a", FAILED), Linked("b", PASSED, repeats="a")], "b"),
        ([Linked("a", FAILED), Linked("b", INVALID, repeats="a")], None),
        # Of several proposals the one that passed
        ([Linked("a", PASSED), Linked("b", FAILED)], "a"),
        ([Linked("a", FAILED), Linked("b", FAILED)], "b"),
    ],
)
def test_which_vote_decides_the_item(votes, expected):
    assert decisive(votes) == expected


@pytest.mark.parametrize(
    ("links", "key", "other", "expected"),
    [
        ({"b": ("a", None)}, "a", "b", True),
        ({"b": (None, "a")}, "a", "b", True),
        ({"b": ("a", None), "c": (None, "b")}, "a", "c", True),
        ({"a": (None, None)}, "a", "a", True),
        ({"b": ("a", None)}, "c", "b", False),
        ({"b": ("a", None)}, "b", "a", False),
        ({"b": (None, None)}, "a", "b", False),
        # Kept in a circle already: found out, not followed for ever
        ({"b": ("c", None), "c": ("b", None)}, "a", "b", False),
    ],
)
def test_votes_that_take_the_place_of_one_another(links, key, other, expected):
    votes = [Linked(one, FAILED, *link) for one, link in links.items()]
    assert goes_round(votes, key, other) is expected
