"""What a vote comes to."""

from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import AGAINST
from kpss.addon.meetings.rules.voting import CHAIR
from kpss.addon.meetings.rules.voting import Counts
from kpss.addon.meetings.rules.voting import FAILED
from kpss.addon.meetings.rules.voting import flaws
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import judge
from kpss.addon.meetings.rules.voting import Majority
from kpss.addon.meetings.rules.voting import OPEN
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.rules.voting import Room
from kpss.addon.meetings.rules.voting import SECRET
from kpss.addon.meetings.rules.voting import tie_rule_of
import pytest


HALF, TWO_THIRDS = parse(">1/2"), parse(">=2/3")
PRESENT, ALL, VALID = "present", "all_members", "valid_votes"


@pytest.mark.parametrize(
    ("share", "basis", "members", "present", "counts", "required", "result"),
    [
        # More than half of those present; who abstains counts as present (ZAT-62)
        (HALF, PRESENT, 9, 6, (3, 0, 3), 4, FAILED),
        (HALF, PRESENT, 9, 6, (4, 0, 2), 4, PASSED),
        (HALF, PRESENT, 9, 7, (3, 2, 2), 4, FAILED),
        (HALF, PRESENT, 9, 7, (4, 3, 0), 4, PASSED),
        (HALF, PRESENT, 9, 8, (4, 4, 0), 5, FAILED),
        (HALF, PRESENT, 9, 8, (5, 0, 3), 5, PASSED),
        # The same votes: passed by those present, failed by all members (§ 87)
        (HALF, PRESENT, 21, 12, (9, 2, 1), 7, PASSED),
        (HALF, ALL, 21, 12, (9, 2, 1), 11, FAILED),
        (HALF, ALL, 21, 12, (11, 1, 0), 11, PASSED),
        # Two thirds are enough, half is not
        (TWO_THIRDS, PRESENT, 9, 9, (6, 3, 0), 6, PASSED),
        (TWO_THIRDS, PRESENT, 9, 9, (5, 4, 0), 6, FAILED),
        (TWO_THIRDS, ALL, 10, 7, (7, 0, 0), 7, PASSED),
        (TWO_THIRDS, ALL, 10, 7, (6, 0, 1), 7, FAILED),
        (parse(">=1/2"), PRESENT, 8, 8, (4, 4, 0), 4, PASSED),
        (parse(">=1/1"), PRESENT, 8, 8, (7, 0, 1), 8, FAILED),
        # Of valid votes: who abstains casts none
        (HALF, VALID, 9, 9, (2, 1, 6), 2, PASSED),
        (HALF, VALID, 9, 9, (1, 1, 7), 2, FAILED),
        (HALF, VALID, 9, 9, (0, 0, 9), 1, FAILED),
        (HALF, PRESENT, 57, 57, (29, 28, 0), 29, PASSED),
    ],
)
def test_majorities(share, basis, members, present, counts, required, result):
    room = Room(members, present, quorate=True)
    outcome = judge(Counts(*counts), room, Majority(share, basis))
    assert (outcome.required, outcome.result) == (required, result)
    said = outcome.explanation[0]
    assert said.code == f"{result}.of_{basis}"
    assert said.params["for"] == counts[0]
    assert said.params["required"] == required


def test_without_a_quorum_a_vote_is_invalid_whatever_the_votes():
    room = Room(9, 4, quorate=False)
    outcome = judge(Counts(4, 0), room, Majority(HALF))
    assert (outcome.result, outcome.required) == (INVALID, None)
    assert outcome.explanation == (Said("no_quorum", {"present": 4, "members": 9}),)


def test_an_unset_quorum_lets_a_vote_be_valid():
    outcome = judge(Counts(1, 0), Room(9, 1), Majority(HALF))
    assert outcome.result == PASSED
    assert "quorum_not_set" in [one.code for one in outcome.explanation]


def test_without_a_set_majority_the_recorder_says_the_result():
    room, unset = Room(9, 9, quorate=True), Majority()
    [(field, said)] = flaws(Counts(5, 4), room, unset, method=OPEN)
    assert (field, said.code) == ("declared", "result_needed")
    assert flaws(Counts(5, 4), room, unset, method=OPEN, declared=PASSED) == []
    assert judge(Counts(5, 4), room, unset, declared=PASSED).result == PASSED


def test_more_votes_than_are_there_are_refused():
    [(field, said)] = flaws(Counts(5, 3), Room(9, 7), Majority(HALF), method=OPEN)
    assert field == "for"
    assert said == Said("more_votes_than_present", {"votes": 8, "eligible": 7})


def test_who_has_an_interest_neither_votes_nor_counts_among_those_present():
    room = Room(9, 7, excluded=2, quorate=True)
    [(_field, said)] = flaws(Counts(6, 0), room, Majority(HALF), method=OPEN)
    assert said.params == {"votes": 6, "eligible": 5}
    assert judge(Counts(3, 2), room, Majority(HALF)).required == 3
    assert judge(Counts(3, 2), room, Majority(HALF)).result == PASSED


@pytest.mark.parametrize(
    ("basis", "code"),
    [
        (PRESENT, "passed.of_answered"),
        (ALL, "failed.of_all_members"),
        (VALID, "passed.of_valid_votes"),
    ],
)
def test_outside_a_meeting_who_answered_is_not_called_present(basis, code):
    room = Room(9, 4, quorate=True, outside=True)
    outcome = judge(Counts(3, 1), room, Majority(HALF, basis))
    assert outcome.explanation[0].code == code


def test_all_members_stay_all_members_though_some_may_not_vote():
    room = Room(9, 7, excluded=2, quorate=True)
    outcome = judge(Counts(4, 1), room, Majority(HALF, ALL))
    assert (outcome.required, outcome.result) == (5, FAILED)


@pytest.mark.parametrize(
    ("rule", "deciding", "method", "result", "code"),
    [
        ("rejected", None, OPEN, FAILED, "tie_rejected"),
        ("repeat_vote", None, OPEN, FAILED, "tie_repeat_vote"),
        ("chair_decides", FOR, OPEN, PASSED, "tie_chair_decides_for"),
        ("chair_decides", AGAINST, OPEN, FAILED, "tie_chair_decides_against"),
        ("lot", FOR, OPEN, PASSED, "tie_lot_for"),
        ("lot", AGAINST, SECRET, FAILED, "tie_lot_against"),
        # Nobody's vote is known
        ("chair_decides", None, SECRET, FAILED, "tie_secret"),
        (None, None, OPEN, FAILED, "tie_not_set"),
    ],
)
def test_a_tie(rule, deciding, method, result, code):
    room, majority = Room(9, 8, quorate=True), Majority(HALF, PRESENT, rule)
    asked = {"method": method, "deciding": deciding}
    assert flaws(Counts(4, 4), room, majority, **asked) == []
    outcome = judge(Counts(4, 4), room, majority, **asked)
    assert outcome.result == result
    assert outcome.explanation[1].code == code


def test_who_has_an_interest_does_not_decide_a_tie():
    """Not for lack of saying how: nobody is asked (§ 83 of 128/2000)."""
    room = Room(9, 8, excluded=1, quorate=True, impartial=False)
    counts = Counts(3, 3, 1)
    majority = Majority(HALF, PRESENT, "chair_decides")
    assert flaws(counts, room, majority, method=OPEN) == []
    outcome = judge(counts, room, majority, deciding=FOR)
    assert (outcome.result, outcome.deciding) == (FAILED, None)
    assert outcome.explanation[1].code == "tie_partial"
    # The lot has no interest
    by_lot = Majority(HALF, PRESENT, "lot")
    assert judge(counts, room, by_lot, deciding=FOR).result == PASSED


@pytest.mark.parametrize(
    ("rule", "code"),
    [("chair_decides", "tie_chair_decides_needed"), ("lot", "tie_lot_needed")],
)
def test_who_decides_a_tie_must_be_said(rule, code):
    majority = Majority(HALF, PRESENT, rule)
    [(field, said)] = flaws(Counts(4, 4), Room(9, 8), majority, method=OPEN)
    assert (field, said.code) == ("deciding", code)


@pytest.mark.parametrize("counts", [(3, 3, 2), (0, 0, 8)])
def test_where_one_more_vote_is_not_enough_there_is_no_tie(counts):
    majority = Majority(HALF, PRESENT, "chair_decides")
    room = Room(9, 8, quorate=True)
    assert flaws(Counts(*counts), room, majority, method=OPEN) == []
    outcome = judge(Counts(*counts), room, majority, deciding=FOR)
    assert (outcome.result, len(outcome.explanation)) == (FAILED, 1)


@pytest.mark.parametrize("rule", ["chair_decides", "lot", "repeat_vote", None])
@pytest.mark.parametrize(
    ("share", "basis", "members", "counts", "required"),
    [
        # § 87 of 128/2000: five of nine members must consent, whoever presides
        (HALF, ALL, 9, (4, 4, 0), 5),
        (HALF, ALL, 5, (2, 2, 1), 3),
        (HALF, ALL, 21, (4, 4, 0), 11),
        (TWO_THIRDS, PRESENT, 4, (2, 2, 0), 3),
        (TWO_THIRDS, VALID, 5, (2, 2, 1), 3),
        (parse(">=1/2"), PRESENT, 9, (4, 4, 1), 5),
    ],
)
def test_nobody_decides_in_the_place_of_a_missing_vote(
    share, basis, members, counts, required, rule
):
    majority = Majority(share, basis, rule)
    room = Room(members, sum(counts), quorate=True)
    assert flaws(Counts(*counts), room, majority, method=OPEN) == []
    outcome = judge(Counts(*counts), room, majority, deciding=FOR)
    assert (outcome.required, outcome.result) == (required, FAILED)
    assert len(outcome.explanation) == 1


def test_more_than_half_is_known_however_it_is_written():
    majority = Majority(parse(">2/4"), PRESENT, "chair_decides")
    room = Room(4, 4, quorate=True)
    assert judge(Counts(2, 2), room, majority, deciding=FOR).result == PASSED


@pytest.mark.parametrize(
    ("said", "powers", "rule"),
    [
        (None, (), None),
        (None, ("convenes", "casting_vote"), CHAIR),
        ("rejected", ("casting_vote",), "rejected"),
        (None, ("convenes",), None),
    ],
)
def test_a_casting_vote_is_a_rule_on_ties_where_none_is_set(said, powers, rule):
    assert tie_rule_of(said, powers) == rule
