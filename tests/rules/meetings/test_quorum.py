"""How many members must be there."""

from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.presence import presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.quorum import has_quorum
from kpss.addon.meetings.rules.quorum import quorum
from kpss.addon.meetings.rules.quorum import quorum_required
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.stays import ABSENT
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import ONLINE
from kpss.addon.meetings.rules.stays import PRESENT
import pytest


HALF, TWO_THIRDS = parse(">1/2"), parse(">=2/3")


@pytest.mark.parametrize(
    ("share", "members", "required"),
    [
        (HALF, 9, 5),
        (HALF, 10, 6),
        (HALF, 11, 6),
        (HALF, 57, 29),
        (HALF, 1, 1),
        # Two thirds of the members are enough (ZAT-61)
        (TWO_THIRDS, 9, 6),
        (TWO_THIRDS, 10, 7),
        (TWO_THIRDS, 11, 8),
        (TWO_THIRDS, 7, 5),
        (TWO_THIRDS, 1, 1),
        (None, 9, None),
    ],
)
def test_what_a_quorum_needs(share, members, required):
    assert quorum_required(share, members) == required
    if required is not None:
        assert has_quorum(share, required, members) is True
        assert has_quorum(share, required - 1, members) is False


def test_nobody_is_never_a_quorum():
    assert has_quorum(HALF, 0, 0) is False
    assert has_quorum(TWO_THIRDS, 1, 0) is False


def test_an_unset_quorum_is_not_judged():
    judged = quorum(None, Presence(members=9))
    assert (judged.required, judged.met) == (None, None)
    assert judged.explanation[0].code == "quorum_not_set"


def test_the_sentence_names_present_members_and_those_who_are_missing():
    roster = [Seat(str(number)) for number in range(9)]
    statuses = [PRESENT] * 4 + [ONLINE, EXCUSED, EXCUSED, ABSENT]
    marks = {str(number): Mark(status) for number, status in enumerate(statuses)}
    judged = quorum(TWO_THIRDS, presence(roster, marks))
    assert (judged.members, judged.present, judged.required) == (9, 5, 6)
    assert judged.met is False
    assert judged.explanation == (
        Said("not_quorate", {"present": 5, "members": 9, "required": 6}),
        Said("online", {"number": 1}),
        Said("excused", {"number": 2}),
        Said("unexcused", {"number": 1}),
        Said("unmarked", {"number": 1}),
    )


def test_a_body_without_members_with_a_vote_says_so():
    judged = quorum(HALF, Presence(members=0))
    assert judged.explanation[0].code == "no_members"
    assert judged.met is False
