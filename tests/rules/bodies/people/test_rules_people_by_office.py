"""Members by a rule of the body: since when, until when, by what right."""

from kpss.addon.bodies.rules.procedure import ExOfficio
from tests.rules.bodies.people.town import after
from tests.rules.bodies.people.town import before
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import CHAIR
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import GUARANTOR
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import regime
from tests.rules.bodies.people.town import seat
from tests.rules.bodies.people.town import seats
from tests.rules.bodies.people.town import span
from tests.rules.bodies.people.town import stints_in
from tests.rules.bodies.people.town import town
import pytest


FIRST, LAST = "2020-07-13", "2021-07-13"


def leading(group="seniors", first=FIRST, last=LAST, **more):
    return membership("eva", group, first, last, function="leader", **more)


def steered(*groups, rule=None, **life):
    return town(
        body("steering", "steering", rule or regime(LEADERS), **life),
        *(groups or (body("seniors"), body("families"))),
    )


@pytest.mark.parametrize(
    ("on", "sits"),
    [(before(FIRST), False), (FIRST, True), (LAST, True), (after(LAST), False)],
)
def test_leader_of_a_group_sits_in_the_steering_body_as_long_as_leading(on, sits):
    # BER-63, ZAT-43
    found = seat("steering", on, [leading()], steered())
    assert (found is not None) == sits


def test_leaders_seat_has_a_vote_and_is_no_function_in_the_steering_body():
    found = seat("steering", FIRST, [leading(party="provider")], steered())
    assert (found.kind, found.voting, found.functions) == ("member", True, ())
    assert [one.rule for one in found.bases] == ["leaders_of_working_groups"]
    assert (found.party, found.span) == ("provider", span(FIRST, LAST))


@pytest.mark.parametrize(
    ("structure", "last"),
    [
        (steered(body("seniors", last="2020-12-31")), "2020-12-31"),
        (steered(rule=regime(LEADERS, last="2021-01-31")), "2021-01-31"),
        (steered(last="2021-02-28"), "2021-02-28"),
    ],
    ids=["group_closed", "rule_ended", "steering_body_closed"],
)
def test_leaders_seat_ends_with_the_group_the_rule_and_the_body(structure, last):
    assert seat("steering", last, [leading()], structure).span.last == day(last)
    assert seat("steering", after(last), [leading()], structure) is None


def test_leaders_seat_begins_with_the_rule_and_the_body():
    late = steered(rule=regime(LEADERS, first="2020-09-01"), first="2020-10-01")
    assert seat("steering", before("2020-10-01"), [leading()], late) is None
    assert seat("steering", "2020-10-01", [leading()], late)


@pytest.mark.parametrize(
    "other",
    [
        membership("eva", "seniors"),
        leading(substitute_of="somebody"),
        membership("eva", "council", function="leader"),
        membership("eva", "seniors", function="unknown"),
        membership("eva", "nowhere", function="leader"),
    ],
    ids=["plain_member", "substitute", "not_a_group", "function_gone", "body_gone"],
)
def test_nobody_but_leaders_of_groups_sits_there_as_a_leader(other):
    structure = steered(body("seniors"), body("council", "council"))
    assert seats("steering", "2021-01-01", [other], structure) == []


def test_one_leading_two_groups_has_one_seat_one_vote_and_both_bases():
    # decision 21
    two = [leading(), leading("families", "2020-09-01", "2022-09-01")]
    found = seats("steering", "2021-01-01", two, steered())
    assert [(one.person, one.voting) for one in found] == [("eva", True)]
    assert {one.source.body for one in found[0].bases} == {"SENIORS", "FAMILIES"}
    assert found[0].span == span(FIRST, "2022-09-01")


def test_seat_stays_when_one_of_two_groups_is_given_up():
    two = [leading(), leading("families", "2020-09-01", "2022-09-01")]
    found = seat("steering", after(LAST), two, steered())
    assert [one.source.body for one in found.bases] == ["FAMILIES"]


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        (regime(GUARANTOR), "member"),
        (regime(), None),
        (regime(guests=("guarantor",)), "guest"),
    ],
    ids=["ZAT-45", "BER-15", "BER-49"],
)
def test_head_of_the_department_sits_there_as_the_towns_rules_say(rules, kind):
    structure = town(
        body("steering", "steering", rules), body("department", "department")
    )
    head = membership("jan", "department", function="guarantor")
    found = seat("steering", FIRST, [head], structure)
    assert (found and found.kind) == kind
    assert found is None or found.voting == (kind == "member")


def test_permanent_guest_who_is_also_a_member_is_a_member_with_a_vote():
    # BER-49, decision 8
    structure = town(
        body("steering", "steering", regime(guests=("coordinator",))),
        body("department", "department"),
    )
    both = [
        membership("jan", "department", function="coordinator"),
        membership("jan", "steering", "2021-01-01"),
    ]
    assert seat("steering", "2020-12-31", both, structure).kind == "guest"
    found = seat("steering", "2021-01-01", both, structure)
    assert (found.kind, found.voting, len(found.bases)) == ("member", True, 2)
    assert found.span.first == day("2021-01-01")


def test_function_of_a_permanent_guest_held_in_the_body_itself_gives_no_vote():
    # decision 12: Praha's City coordinator, from the day the rules say so
    rules = regime(guests=("coordinator",), first="2021-01-01", last="2021-12-31")
    structure = town(body("group", "working_group", rules))
    own = [membership("jan", "group", function="coordinator")]
    kinds = {
        on: (found.kind, found.voting, found.functions)
        for on in ("2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01")
        if (found := seat("group", on, own, structure))
    }
    member = ("member", True, ("coordinator",))
    guest = ("guest", False, ("coordinator",))
    assert list(kinds.values()) == [member, guest, guest, member]


def test_own_chair_is_a_member_with_both_bases():
    # ZAT-42
    structure = town(body("steering", "steering", regime(CHAIR)), body("seniors"))
    chair = membership("jan", "steering", function="chair")
    found = seat("steering", FIRST, [chair], structure)
    assert [one.rule for one in found.bases] == [None, "chair"]
    assert found.functions == ("chair",)
    elsewhere = membership("jan", "seniors", function="chair")
    assert seats("steering", FIRST, [elsewhere], structure) == []


def test_rule_gives_no_vote_to_a_membership_without_one_in_the_same_body():
    structure = town(body("steering", "steering", regime(CHAIR, GUARANTOR)))
    for function in ("chair", "guarantor"):
        own = membership("jan", "steering", function=function, voting=False)
        assert not seat("steering", FIRST, [own], structure).voting


def test_member_without_a_vote_at_home_has_one_where_a_rule_makes_a_member():
    found = seat("steering", FIRST, [leading(voting=False)], steered())
    assert found.voting


@pytest.mark.parametrize(
    "rules",
    [(), (regime(ExOfficio("representatives", function="envoy")),)],
    ids=["by_the_function", "by_the_rule_too"],
)
def test_representative_sits_in_the_other_body_once(rules):
    # PRA-16
    structure = town(body("commission", "commission", *rules), body("group"))
    envoy = membership("jan", "group", FIRST, LAST, function="envoy")
    found = stints_in("commission", [envoy], structure)
    assert [(one.rule, one.span) for one in found] == [
        ("representatives", span(FIRST, LAST))
    ]


def test_representative_by_rule_only_sits_there_while_the_rule_is_in_force():
    rule = regime(ExOfficio("representatives", function="head"), last="2020-12-31")
    structure = town(body("council", "council", rule), body("department"))
    head = membership("jan", "department", function="head")
    assert seat("council", "2020-12-31", [head], structure)
    assert seat("council", "2021-01-01", [head], structure) is None


def test_body_without_rules_has_its_own_members_only():
    structure = town(body("steering", "steering"), body("seniors"))
    own = membership("jan", "steering")
    found = seats("steering", FIRST, [leading(), own], structure)
    assert [one.person for one in found] == ["jan"]
