"""Reserved seats go with the mandate (ZAT-44), and bodies that name each other."""

from kpss.addon.bodies.rules.procedure import ExOfficio
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import CHAIR
from tests.rules.bodies.people.town import GUARANTOR
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import regime
from tests.rules.bodies.people.town import seat
from tests.rules.bodies.people.town import seats
from tests.rules.bodies.people.town import span
from tests.rules.bodies.people.town import stints
from tests.rules.bodies.people.town import stints_in
from tests.rules.bodies.people.town import town
import pytest


STRUCTURE = town(
    body("steering", "steering", regime(ExOfficio("members_of", body="assembly"))),
    body("assembly", "assembly"),
)
TERM = ("2018-10-05", "2022-10-20")
NEXT = ("2022-10-21", "2026-10-01")


def mandate(first, last=None, **more):
    return membership("eva", "assembly", first, last, **more)


def reserved(first="2019-01-01", last=None, **more):
    return membership("eva", "steering", first, last, reserved_by="assembly", **more)


@pytest.mark.parametrize(
    ("mandates", "spans"),
    [
        ([], []),
        ([mandate(*TERM)], [("2019-01-01", "2022-10-20")]),
        ([mandate("2019-06-01")], [("2019-06-01", None)]),
        ([mandate(*TERM), mandate(*NEXT)], [("2019-01-01", "2026-10-01")]),
        (
            [mandate(*TERM), mandate("2022-11-01", "2026-10-01")],
            [("2019-01-01", "2022-10-20"), ("2022-11-01", "2026-10-01")],
        ),
        ([mandate(*TERM, substitute_of="somebody")], []),
        ([mandate(*TERM, function="guest")], []),
    ],
    ids=[
        "no_mandate",
        "mandate_lost",
        "mandate_later",
        "contiguous_terms",
        "terms_with_a_gap",
        "substitute_has_no_mandate",
        "guest_has_no_mandate",
    ],
)
def test_reserved_seat_lasts_as_long_as_the_mandate(mandates, spans):
    found = stints_in("steering", [reserved(), *mandates], STRUCTURE)
    assert [one.span for one in found] == [span(*one) for one in spans]


def test_reserved_seat_ends_by_its_own_end_too():
    found = seat(
        "steering",
        "2020-12-31",
        [reserved(last="2020-12-31"), mandate(*TERM)],
        STRUCTURE,
    )
    assert found.span == span("2019-01-01", "2020-12-31")


def test_members_of_the_other_body_without_a_reserved_seat_do_not_sit_there():
    assert seats("steering", "2020-01-01", [mandate(*TERM)], STRUCTURE) == []


def test_seat_reserved_by_a_body_that_is_not_there_is_no_seat():
    own = membership("eva", "steering", reserved_by="gone")
    assert seats("steering", "2020-01-01", [own], STRUCTURE) == []


def test_chair_on_a_reserved_seat_is_chair_no_longer_than_the_mandate():
    structure = town(
        body("steering", "steering", regime(CHAIR)), body("assembly", "assembly")
    )
    people = [reserved(function="chair"), mandate(*TERM)]
    assert len(seat("steering", "2022-10-20", people, structure).bases) == 2
    assert seat("steering", "2022-10-21", people, structure) is None


def test_leader_on_a_reserved_seat_in_the_group_leaves_the_steering_body_too():
    structure = town(
        body("steering", "steering", regime(LEADERS)),
        body("seniors"),
        body("assembly", "assembly"),
    )
    leader = membership(
        "eva", "seniors", function="leader", reserved_by="assembly", first="2019-01-01"
    )
    people = [leader, mandate(*TERM)]
    assert seat("steering", "2022-10-20", people, structure)
    assert seat("steering", "2022-10-21", people, structure) is None


def test_mandate_may_itself_be_by_office():
    structure = town(
        body("assembly", "assembly", regime(GUARANTOR)),
        body("steering", "steering"),
        body("department", "department"),
    )
    head = membership("eva", "department", "2020-03-01", function="guarantor")
    found = seat("steering", "2020-03-01", [head, reserved()], structure)
    assert found.span.first == head.valid_from


LOOP = town(
    body("a", "other", regime(ExOfficio("function", function="head"))),
    body("b", "other", regime(ExOfficio("function", function="guarantor"))),
)


def test_bodies_that_make_members_of_each_others_holders_come_to_an_end():
    people = [
        membership("eva", "b", function="head"),
        membership("jan", "a", function="guarantor"),
    ]
    assert [one.person for one in seats("a", "2020-01-01", people, LOOP)] == [
        "eva",
        "jan",
    ]


@pytest.mark.parametrize(
    "people",
    [
        [
            membership("eva", "a", reserved_by="b"),
            membership("eva", "b", reserved_by="a"),
        ],
        [membership("eva", "a", reserved_by="a")],
        [membership("eva", "a", function="guarantor", reserved_by="b")],
        [
            membership("eva", "b", function="head", reserved_by="a"),
            membership("eva", "a", function="guarantor", reserved_by="b"),
        ],
    ],
    ids=["two_reserved", "by_itself", "by_own_function", "by_each_others_functions"],
)
def test_seats_that_rest_only_on_each_other_are_no_seats(people):
    assert stints(people, LOOP) == []


def test_loop_of_reserved_seats_holds_where_one_stands_on_its_own():
    people = [
        membership("eva", "a", reserved_by="b"),
        membership("eva", "b", reserved_by="a"),
        membership("eva", "b", "2021-01-01", "2021-12-31"),
    ]
    assert seat("a", "2020-12-31", people, LOOP) is None
    assert seat("a", "2021-06-01", people, LOOP).span == span(
        "2021-01-01", "2021-12-31"
    )
