"""Who sits in a body on a day: one seat, at most one vote, every basis."""

from kpss.addon.bodies.rules.seats import past_seats
from tests.rules.bodies.people.town import after
from tests.rules.bodies.people.town import before
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import CHAIR
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import regime
from tests.rules.bodies.people.town import seat
from tests.rules.bodies.people.town import seats
from tests.rules.bodies.people.town import span
from tests.rules.bodies.people.town import stints_in
from tests.rules.bodies.people.town import town
import pytest


GROUP = town(body("group", first="2015-03-16", last="2025-12-31"))


def own(person="eva", first="2020-01-01", last=None, **more):
    return membership(person, "group", first, last, **more)


@pytest.mark.parametrize(
    ("on", "people"),
    [
        ("2015-03-15", []),
        ("2015-03-16", ["adam"]),
        ("2018-12-31", ["adam"]),
        ("2019-01-01", []),
        ("2020-01-01", ["eva"]),
        ("2024-06-01", ["eva", "jan"]),
        ("2025-12-31", ["eva", "jan"]),
        ("2026-01-01", []),
    ],
)
def test_roster_of_any_day_past_or_future_within_the_life_of_the_body(on, people):
    facts = [
        own(),
        own("adam", "2010-01-01", "2018-12-31"),
        own("jan", "2024-06-01", "2030-01-01"),
    ]
    assert [one.person for one in seats("group", on, facts, GROUP)] == people


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, "member"),
        ({"function": "leader"}, "member"),
        ({"substitute_of": "m-1"}, "substitute"),
        ({"substitute_of": "m-1", "function": "leader"}, "substitute"),
        ({"function": "stand_in"}, "substitute"),
        ({"function": "guest"}, "guest"),
    ],
)
def test_substitutes_and_guests_are_no_members_and_have_no_vote(more, kind):
    # ZAT-71, decision 32
    found = seat("group", "2020-01-01", [own(**more)], GROUP)
    assert (found.kind, found.voting) == (kind, kind == "member")
    assert found.substitute_of == (
        more.get("substitute_of") if kind == "substitute" else None
    )


def test_member_without_a_vote_stays_a_member():
    found = seat("group", "2020-01-01", [own(voting=False)], GROUP)
    assert (found.kind, found.voting) == ("member", False)


def test_one_person_has_one_seat_whatever_the_bases():
    facts = [
        own(function="guest", first="2018-01-01", party="user"),
        own(substitute_of="m-1", first="2019-01-01", party="public"),
        own(party="provider", organisation="charity"),
        own(function="leader", first="2020-02-01", party="provider"),
        own(function="leader", first="2021-02-01", organisation="town"),
    ]
    found = seats("group", "2021-06-01", facts, GROUP)
    assert [(one.person, one.kind, one.voting) for one in found] == [
        ("eva", "member", True)
    ]
    assert found[0].parties == ("provider", "public", "user")
    assert (found[0].party, found[0].organisation) == ("provider", "charity")
    assert found[0].functions == ("leader", "guest")
    assert found[0].membership == facts[2].uid
    assert found[0].substitute_of is None
    assert found[0].span == span("2020-01-01", "2025-12-31")


def test_own_membership_comes_before_what_follows_from_rules():
    structure = town(body("steering", "steering", regime(LEADERS)), body("group"))
    facts = [
        own(function="leader", first="2018-01-01", party="provider"),
        membership("eva", "steering", "2020-01-01", party="town"),
    ]
    found = seat("steering", "2020-01-01", facts, structure)
    assert (found.party, found.parties) == ("town", ("town", "provider"))
    assert found.span.first == day("2018-01-01")


@pytest.mark.parametrize(
    ("second", "first"), [("2021-01-01", "2020-01-01"), ("2021-01-02", "2021-01-02")]
)
def test_seat_lasts_without_a_gap_from_one_membership_to_the_next(second, first):
    facts = [own(last="2020-12-31"), own(first=second)]
    assert seat("group", "2021-06-01", facts, GROUP).span.first == day(first)


def test_seat_without_party_and_organisation_says_so():
    found = seat("group", "2020-01-01", [own()], GROUP)
    assert (found.parties, found.party, found.organisation) == ((), None, None)


CONFIRMED = regime(CHAIR, confirmed=True)


@pytest.mark.parametrize(
    ("appointed", "on", "awaits"),
    [
        (None, "2020-01-01", True),
        ("2020-03-01", before("2020-03-01"), True),
        ("2020-03-01", "2020-03-01", False),
        ("2020-03-01", after("2020-03-01"), False),
    ],
)
@pytest.mark.parametrize("function", ["chair", "leader"])
def test_elected_one_has_no_powers_before_the_appointment(
    function, appointed, on, awaits
):
    # PRA-14
    structure = town(body("group", "working_group", CONFIRMED))
    chair = own(function=function, appointed_on=appointed)
    found = seat("group", on, [chair], structure)
    assert found.voting
    assert found.functions == (function,)
    assert found.awaits_appointment(day(on) if isinstance(on, str) else on) == awaits
    for basis in found.bases:
        assert basis.powers == (span(appointed) if appointed else None)


def test_appointment_before_the_first_day_gives_powers_from_the_first_day():
    structure = town(body("group", "working_group", CONFIRMED))
    chair = own(function="chair", appointed_on="2019-12-01")
    found = seat("group", "2020-01-01", [chair], structure)
    assert {one.powers for one in found.bases} == {span("2020-01-01")}


@pytest.mark.parametrize("function", [None, "coordinator"])
def test_appointment_is_asked_only_of_chairs_and_leaders(function):
    structure = town(body("group", "working_group", CONFIRMED))
    found = seat("group", "2020-01-01", [own(function=function)], structure)
    assert not found.awaits_appointment(day("2020-01-01"))


def test_chair_elected_before_the_rules_asked_for_an_appointment_keeps_the_powers():
    rules = regime(CHAIR, first="2021-01-01", confirmed=True)
    structure = town(body("group", "working_group", rules))
    found = seat("group", "2021-06-01", [own(function="chair")], structure)
    assert not found.awaits_appointment(day("2021-06-01"))
    assert [one.powers and one.powers.first for one in found.bases] == [
        day("2020-01-01"),
        day("2021-01-01"),
    ]


def test_past_seats_are_the_last_ones_of_those_who_left():
    facts = [
        own("adam", "2016-01-01", "2016-12-31"),
        own("adam", "2018-01-01", "2018-12-31", function="leader"),
        own("eva", "2016-01-01", "2016-12-31"),
        own("eva", "2020-01-01"),
        own("jan", "2024-06-01"),
    ]
    known = stints_in("group", facts, GROUP)
    found = past_seats(known, day("2020-06-01"))
    assert [(one.person, one.functions, one.span) for one in found] == [
        ("adam", ("leader",), span("2018-01-01", "2018-12-31"))
    ]
    gone = past_seats(known, day("2026-01-01"))
    assert [one.person for one in gone] == ["adam", "eva", "jan"]
    assert past_seats(known, day("2016-12-31")) == []
    assert [one.person for one in past_seats(known, day("2017-01-01"))] == [
        "adam",
        "eva",
    ]
