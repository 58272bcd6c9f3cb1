"""Seats that the rules state, for parties, organisations and other bodies."""

from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.bodies.rules.composition import warnings
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.procedure import PartySeats
from kpss.addon.bodies.rules.procedure import Procedure
from tests.rules.bodies.people.parties import check
from tests.rules.bodies.people.parties import missing
from tests.rules.bodies.people.parties import PARTIES
from tests.rules.bodies.people.parties import roster
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
import pytest


NAMEST = (PartySeats("town"), PartySeats("provider"), PartySeats("user"))


@pytest.mark.parametrize(
    ("present", "rules", "found"),
    [
        (("town", "provider", "user"), Procedure(seats=NAMEST), []),
        (("town",) * 5, Procedure(seats=NAMEST), missing("provider", "user")),
        (
            ("town",),
            check(seats=NAMEST, composition_parties=("town", "provider", "user")),
            missing("provider", "user"),
        ),
    ],
    ids=["all_there", "two_missing", "checked_too_and_said_once"],
)
def test_seats_without_numbers_want_somebody_of_each_party(present, rules, found):
    # NAM-23..25
    assert warnings(roster(*present), PARTIES, rules) == found


@pytest.mark.parametrize(
    ("members", "code"),
    [(0, "seats_vacant"), (1, "seats_vacant"), (2, None), (3, "seats_exceeded")],
)
def test_seats_with_numbers_are_compared_with_the_members(members, code):
    rules = Procedure(seats=(PartySeats("town", 2),))
    params = {"party": "town", "seats": 2, "members": members}
    found = warnings(roster(*["town"] * members), PARTIES, rules)
    assert found == ([Warning(code, params)] if code else [])


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 1), []),
        ((1, 2), [("seats_vacant", {"party": "user", "seats": 3, "members": 2})]),
        ((1, None), []),
    ],
)
def test_seats_of_merged_parties_are_compared_together(numbers, found):
    rows = (PartySeats("user", numbers[0]), PartySeats("public", numbers[1]))
    rules = Procedure(seats=rows, merge_parties="yes")
    result = warnings(roster("user", "public"), PARTIES, rules)
    assert [(one.code, one.params) for one in result] == found


def charity(person, party="provider", **more):
    return membership(person, "group", party=party, organisation="charity", **more)


@pytest.mark.parametrize(
    ("third", "party", "exceeded"),
    [
        (charity("c"), "provider", True),
        (charity("c"), None, True),
        (charity("c", "user"), "provider", False),
        (charity("c", "user"), None, True),
        (charity("a", first="2020-02-01"), "provider", False),
        (charity("c", substitute_of="m-1"), "provider", False),
        (charity("c", last="2020-12-31"), "provider", False),
    ],
    ids=[
        "third_one",
        "any_party",
        "third_of_another_party",
        "all_parties_limited",
        "same_person_twice",
        "substitute",
        "left",
    ],
)
def test_organisation_with_more_members_than_allowed_is_warned_of(
    third, party, exceeded
):
    # ZAT-64
    rules = Procedure(max_per_organisation=2, max_per_organisation_party=party)
    found = roster(extra=[charity("a"), charity("b"), third])
    params = {"organisation": "charity", "most": 2, "members": 3}
    assert warnings(found, PARTIES, rules) == (
        [Warning("organisation_exceeded", params)] if exceeded else []
    )


def reserved(*people):
    """Those who sit in the steering body on reserved seats, with their mandates."""
    return [
        fact
        for person in people
        for fact in (
            membership(person, "steering", reserved_by="assembly"),
            membership(person, "assembly", "2019-01-01"),
        )
    ]


@pytest.mark.parametrize(
    ("people", "seated", "code"),
    [
        ("", 2, "reserved_vacant"),
        ("a", 2, "reserved_vacant"),
        ("ab", 2, None),
        ("abc", 2, "reserved_exceeded"),
        ("a", None, None),
    ],
)
def test_reserved_seats_are_compared_with_their_number(people, seated, code):
    # ZAT-44, decision 2: how many is unset
    row = ExOfficio("members_of", body="assembly", seats=seated)
    found = roster("town", place="steering", extra=reserved(*people))
    params = {"body": "assembly", "seats": 2, "members": len(people)}
    assert warnings(found, PARTIES, Procedure(ex_officio=(LEADERS, row))) == (
        [Warning(code, params)] if code else []
    )


def test_reserved_seat_in_another_body_is_none_here():
    row = ExOfficio("members_of", body="assembly", seats=1)
    leader = membership("a", "group", function="leader", reserved_by="assembly")
    extra = [leader, membership("a", "assembly", "2019-01-01")]
    found = roster(place="steering", extra=extra)
    assert [one.person for one in found] == ["a"]
    codes = [one.code for one in warnings(found, PARTIES, Procedure(ex_officio=(row,)))]
    assert codes == ["reserved_vacant"]
