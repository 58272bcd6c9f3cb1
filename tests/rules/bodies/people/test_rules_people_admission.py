"""Memberships that may not be recorded, and the days on which they just may."""

from kpss.addon.bodies.rules.admission import Admission
from kpss.addon.bodies.rules.admission import refuse_membership
from kpss.addon.bodies.rules.procedure import Procedure
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import span
from tests.rules.bodies.people.town import town
import pytest


GROUP = body("group", first="2015-01-01", last="2024-12-31")
STRUCTURE = town(GROUP, body("department", "department"))


def own(person="eva", first="2020-01-01", last="2020-12-31", **more):
    return membership(person, "group", first, last, **more)


def admission(*others, mandates=(), **rules):
    return Admission(GROUP, STRUCTURE, others, Procedure(**rules), mandates)


def refusals(new, *others, signed=True, **more):
    found = refuse_membership(new, admission(*others, **more), signed=signed)
    return [(one.field, one.code, one.params) for one in found]


def codes(new, *others, **more):
    return [code for _field, code, _params in refusals(new, *others, **more)]


def test_plain_membership_is_accepted():
    assert refusals(own()) == []
    assert refusals(own(last=None)) == []


def test_end_before_the_start_is_refused_and_one_day_is_not():
    assert refusals(own(last="2019-12-31")) == [("valid_to", "end_before_start", {})]
    assert refusals(own(last="2020-01-01")) == []


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2015-01-01", "2024-12-31", []),
        ("2014-12-31", None, [("valid_from", "before_body", "2015-01-01")]),
        ("2025-01-01", None, [("valid_from", "after_body", "2024-12-31")]),
        ("2025-01-01", "2025-06-30", [("valid_from", "after_body", "2024-12-31")]),
        ("2024-01-01", "2025-01-01", [("valid_to", "after_body", "2024-12-31")]),
        (
            "2014-12-31",
            "2025-01-01",
            [
                ("valid_from", "before_body", "2015-01-01"),
                ("valid_to", "after_body", "2024-12-31"),
            ],
        ),
    ],
)
def test_membership_outside_the_life_of_the_body_is_refused(first, last, found):
    result = refusals(own(first=first, last=last))
    assert result == [(field, code, {"day": day(on)}) for field, code, on in found]


@pytest.mark.parametrize(
    ("first", "last", "overlaps"),
    [
        ("2019-01-01", "2019-12-31", False),
        ("2019-01-01", "2020-01-01", True),
        ("2020-06-01", "2020-06-01", True),
        ("2020-12-31", None, True),
        ("2021-01-01", None, False),
    ],
    ids=["adjacent_before", "first_day", "inside", "last_day", "adjacent_after"],
)
@pytest.mark.parametrize("function", [None, "leader"])
def test_one_person_in_one_function_at_once_only_once(function, first, last, overlaps):
    known = own(function=function)
    new = own(first=first, last=last, function=function)
    params = {"first": day("2020-01-01"), "last": day("2020-12-31")}
    found = [("valid_from", "overlaps", params)] if overlaps else []
    assert refusals(new, known) == found


def test_overlap_with_a_membership_without_end_is_refused():
    assert codes(own(first="2023-01-01", last=None), own(last=None)) == ["overlaps"]


@pytest.mark.parametrize(
    "known",
    [
        own("jan"),
        own(function="leader"),
        own(unit="district-2"),
        own(substitute_of="m-1"),
    ],
    ids=["another_person", "another_function", "another_unit", "as_a_substitute"],
)
def test_what_differs_does_not_overlap(known):
    assert refusals(own(), known) == []


@pytest.mark.parametrize("function", ["chair", "leader"])
def test_second_one_presiding_is_refused(function):
    known = own("jan", function=function)
    params = {"person": "jan", "first": known.valid_from, "last": known.valid_to}
    assert refusals(own(function=function, first="2020-12-31"), known) == [
        ("function", "presiding_taken", params)
    ]
    assert refusals(own(function=function, first="2021-01-01", last=None), known) == []


def test_chair_beside_a_leader_and_several_coordinators_are_accepted():
    assert refusals(own(function="chair"), own("jan", function="leader")) == []
    others = [own("jan", function="coordinator"), own("petr", function="coordinator")]
    assert refusals(own(function="coordinator"), *others) == []


def test_function_that_sits_in_another_body_is_refused():
    params = {"body": "department"}
    assert refusals(own(function="head")) == [
        ("function", "function_elsewhere", params)
    ]
    assert refusals(own(function="guarantor")) == []


@pytest.mark.parametrize(
    ("of", "others", "rules", "found"),
    [
        ("jan", [own("jan")], {}, []),
        ("jan", [own("jan")], {"substitutes": "allowed"}, []),
        (
            "jan",
            [own("jan")],
            {"substitutes": "not_allowed"},
            ["substitutes_not_allowed"],
        ),
        ("gone", [own("jan")], {}, ["substitute_unknown"]),
        ("eva", [own()], {}, ["substitutes_oneself"]),
    ],
)
def test_substitute_stands_in_for_somebody_else_of_the_body(of, others, rules, found):
    known = {"jan": own("jan").id, "eva": own().id}
    new = own(substitute_of=known.get(of, of))
    result = refusals(new, *others, **rules)
    assert [(field, code) for field, code, _ in result] == [
        ("substitute_of", code) for code in found
    ]


@pytest.mark.parametrize(
    ("mode", "basis", "signed", "refused"),
    [
        ("application", "application", False, True),
        ("application", "application", True, False),
        ("application", "ex_officio", False, False),
        ("open", "application", False, False),
        (None, "application", False, False),
    ],
)
def test_membership_by_application_needs_the_signed_rules(mode, basis, signed, refused):
    # ZAT-68
    found = refusals(own(basis=basis), signed=signed, admission=mode)
    assert found == ([("rules_signed_on", "signature_missing", {})] if refused else [])


@pytest.mark.parametrize(
    ("mandates", "refused"),
    [
        ([], True),
        ([span("2018-10-05", "2019-12-31")], True),
        ([span("2020-01-02")], True),
        ([span("2018-10-05", "2020-01-01")], False),
        ([span("2020-01-01")], False),
    ],
)
def test_reserved_seat_needs_a_mandate_on_its_first_day(mandates, refused):
    # ZAT-44
    found = refusals(own(reserved_by="assembly"), mandates=mandates)
    params = {"body": "assembly"}
    assert found == ([("reserved_by", "mandate_missing", params)] if refused else [])
    assert refusals(own()) == []


@pytest.mark.parametrize(
    ("appointed", "function", "confirmed_by", "refused"),
    [
        ("2019-12-31", "chair", "commission", True),
        ("2020-01-01", "chair", "commission", False),
        ("2020-03-01", "chair", "commission", False),
        (None, "chair", "commission", False),
        ("2019-12-31", "chair", None, False),
        ("2019-12-31", None, "commission", False),
    ],
)
def test_elected_chair_is_not_appointed_before_the_election(
    appointed, function, confirmed_by, refused
):
    # PRA-14; others are appointed ahead of the first day (decision 31)
    new = own(function=function, appointed_on=appointed)
    found = refusals(new, leader_confirmed_by=confirmed_by)
    code = ("appointed_on", "appointed_before_start", {})
    assert found == ([code] if refused else [])


def test_all_refusals_are_said_at_once():
    new = own(first="2014-01-01", function="head", basis="application")
    found = codes(new, signed=False, admission="application")
    assert found == ["before_body", "function_elsewhere", "signature_missing"]
