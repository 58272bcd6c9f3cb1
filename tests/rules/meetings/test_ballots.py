"""Ballots by name."""

from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.ballots import ballot_flaws
from kpss.addon.meetings.rules.ballots import by_party
from kpss.addon.meetings.rules.ballots import counted
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import PRESENT
from kpss.addon.meetings.rules.voting import Counts
import pytest


ROSTER = [
    Seat("a", party="provider", organisation="Charita"),
    Seat("b", party="provider", organisation="Charita"),
    Seat("c", party="user"),
    Seat("d", voting=False),
    Seat("g", kind=GUEST, voting=False),
    Seat("away", party="user"),
    Seat("partial", party="commissioner"),
]
WHO = presence(
    ROSTER,
    {one: Mark(PRESENT) for one in ("a", "b", "c", "d", "g", "partial")},
    votes_per_organisation=1,
)


@pytest.mark.parametrize(
    ("member", "choice", "code"),
    [
        ("a", "for", None),
        ("c", "abstained", None),
        ("nobody", "for", "not_on_roster"),
        ("g", "for", "guest_has_no_vote"),
        ("d", "for", "no_vote"),
        ("b", "for", "organisation_has_voted"),
        ("away", "against", "not_present"),
        ("away", "not_voted", None),
        ("partial", "for", "has_interest"),
        ("partial", "not_voted", None),
        ("a", "maybe", "bad_choice"),
    ],
)
def test_who_may_cast_a_ballot(member, choice, code):
    found = ballot_flaws([Ballot(member, choice)], ROSTER, WHO, {"partial"})
    assert found == ([Said(code, {"member": member})] if code else [])


def test_nobody_votes_twice():
    found = ballot_flaws([Ballot("a", "for"), Ballot("a", "against")], ROSTER, WHO, ())
    assert [one.code for one in found] == ["voted_twice"]


def test_who_has_no_ballot_did_not_vote():
    ballots = [Ballot("a", "for"), Ballot("c", "against"), Ballot("partial", "for")]
    assert counted(ballots, 4) == Counts(2, 1, 0, 1)


def test_what_the_parties_voted():
    ballots = [
        Ballot("c", "against"),
        Ballot("a", "for"),
        Ballot("partial", "not_voted"),
    ]
    assert by_party(ballots, ROSTER) == {
        "provider": {"for": 1, "against": 0, "abstained": 0},
        "user": {"for": 0, "against": 1, "abstained": 0},
    }
