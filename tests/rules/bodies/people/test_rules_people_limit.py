"""No more members of one organisation than the rules allow (ZAT-64)."""

from kpss.addon.bodies.rules.admission import Admission
from kpss.addon.bodies.rules.admission import refuse_membership
from kpss.addon.bodies.rules.procedure import Procedure
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import town
import pytest


GROUP = body("group", first="2015-01-01", last="2024-12-31")


def refusals(new, *others, **rules):
    asked = Admission(GROUP, town(GROUP), others, Procedure(**rules))
    return [(one.field, one.code, one.params) for one in refuse_membership(new, asked)]


def codes(new, *others, **rules):
    return [code for _field, code, _params in refusals(new, *others, **rules)]


LIMIT = {"max_per_organisation": 2, "max_per_organisation_party": "provider"}


def charity(person, first="2020-01-01", last="2020-12-31", **more):
    more = {"party": "provider", "organisation": "charity", **more}
    return membership(person, "group", first, last, **more)


TWO = (charity("jan"), charity("petr", "2020-06-01"))


@pytest.mark.parametrize(
    ("first", "last", "on"),
    [
        ("2020-01-01", "2020-05-31", None),
        ("2020-01-01", "2020-06-01", "2020-06-01"),
        ("2020-01-01", None, "2020-06-01"),
        ("2020-12-31", None, "2020-12-31"),
        ("2021-01-01", None, None),
    ],
    ids=["before", "on_the_day", "from_the_day", "last_day", "after_one_left"],
)
def test_third_representative_is_refused_on_the_first_day_that_is_full(first, last, on):
    # ZAT-64
    found = refusals(charity("eva", first, last), *TWO, **LIMIT)
    params = {"most": 2, "day": day(on)}
    assert found == ([("organisation", "organisation_full", params)] if on else [])


@pytest.mark.parametrize(
    ("third", "refused"),
    [
        (charity("eva"), True),
        (charity("eva", function="leader"), True),
        (charity("eva", organisation="other"), False),
        (charity("eva", organisation=None), False),
        (charity("eva", party="town"), False),
        (charity("eva", party=None), False),
        (charity("eva", function="guest"), False),
        (charity("eva", function="coordinator"), False),
        (charity("eva", substitute_of=TWO[0].id), False),
        (charity("jan", function="leader"), False),
    ],
    ids=[
        "third",
        "leader",
        "another_organisation",
        "no_organisation",
        "commissioner",
        "no_party",
        "guest",
        "guest_by_the_rules",
        "substitute",
        "same_person_again",
    ],
)
def test_limit_concerns_members_of_the_organisation_and_party(third, refused):
    # ZAT-64; a permanent guest by the rules is no member (BER-49)
    rules = {**LIMIT, "permanent_guests": ("coordinator",)}
    assert codes(third, *TWO, **rules) == (["organisation_full"] if refused else [])


@pytest.mark.parametrize(
    "second",
    [
        charity("petr", party="user"),
        charity("petr", function="guest"),
        charity("petr", substitute_of=TWO[0].id),
        charity("jan", "2020-06-01", function="leader"),
    ],
    ids=["of_another_party", "guest", "substitute", "same_person"],
)
def test_only_different_members_take_the_places(second):
    assert codes(charity("eva"), charity("jan"), second, **LIMIT) == []


def test_limit_without_a_party_concerns_everybody():
    others = [charity("jan", party="user"), charity("petr", party=None)]
    new = charity("eva", party="town")
    assert codes(new, *others, max_per_organisation=2) == ["organisation_full"]
    assert codes(new, *others) == []


def test_transfer_inside_the_organisation_keeps_the_count():
    # ZAT-66
    given_up = charity("jan", last="2020-08-31")
    others = [given_up, charity("petr")]
    assert codes(charity("eva", "2020-09-01"), *others, **LIMIT) == []
    assert codes(charity("eva", "2020-08-31"), *others, **LIMIT) == [
        "organisation_full"
    ]
