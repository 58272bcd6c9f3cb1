"""Who verifies the minutes (PRA-14, PRA-19, decision 19; § 95, § 101 of 128/2000)."""

from datetime import date
from kpss.addon.minutes.rules import states
from kpss.addon.minutes.rules import verification
from kpss.addon.minutes.rules.verification import Act
from kpss.addon.minutes.rules.verification import Holder
import pytest


DAY = date(2024, 5, 3)
BOTH = ("predseda", "koordinator")
NOW = "wording"


def acts(*made) -> list[Act]:
    return [Act(kind, person, DAY, *more) for kind, person, *more in made]


def verified(*people) -> list[Act]:
    return acts(*(("verified", one, NOW) for one in people))


def standing(holders, made=(), functions=BOTH, appointed=()):
    held = {
        function: [Holder(one) for one in people]
        for function, people in holders.items()
    }
    needs = verification.needs(functions, held, appointed, made)
    return verification.standing(needs, made, NOW)


PRAHA = {"predseda": ["eva"], "koordinator": ["jan"]}
ONE_HOLDS_BOTH = {"predseda": ["eva"], "koordinator": ["eva"]}


@pytest.mark.parametrize(
    ("holders", "people", "state", "missing"),
    [
        (PRAHA, [], "awaiting", ["predseda", "koordinator"]),
        (PRAHA, ["eva"], "awaiting", ["koordinator"]),
        (PRAHA, ["jan"], "awaiting", ["predseda"]),
        (PRAHA, ["jan", "eva"], "verified", []),
        (PRAHA, ["eva", "jan"], "verified", []),
        (PRAHA, ["eva", "cizí"], "awaiting", ["koordinator"]),
        (ONE_HOLDS_BOTH, ["eva"], "awaiting", ["koordinator"]),
        (ONE_HOLDS_BOTH, ["eva", "eva"], "awaiting", ["koordinator"]),
        (
            {"predseda": ["eva", "jan"], "koordinator": ["eva"]},
            ["eva", "jan"],
            "verified",
            [],
        ),
        (
            {"predseda": ["eva", "jan"], "koordinator": ["eva"]},
            ["jan", "eva"],
            "verified",
            [],
        ),
        ({"predseda": ["eva"]}, ["eva"], "awaiting", ["koordinator"]),
    ],
)
def test_all_functions_verify_in_any_order_each_by_another_person(
    holders, people, state, missing
):
    got = standing(holders, verified(*people))
    assert (got.state, [one.function for one in got.missing]) == (state, missing)


def test_a_named_substitute_verifies_for_who_holds_both_functions():
    made = [Act("substituted", "olga", DAY, need="function:koordinator")]
    made += verified("eva", "olga")
    assert standing(ONE_HOLDS_BOTH, made).state == "verified"


@pytest.mark.parametrize(
    ("holders", "made", "person", "why"),
    [
        (PRAHA, [], "eva", None),
        (PRAHA, [], "cizí", "not_named"),
        (PRAHA, [], None, "not_named"),
        (PRAHA, verified("eva"), "eva", "already_verified"),
        (ONE_HOLDS_BOTH, verified("eva"), "eva", "counts_once"),
        ({"predseda": ["eva", "jan"]}, verified("eva"), "jan", "not_needed"),
    ],
)
def test_who_may_not_verify_is_told_why(holders, made, person, why):
    held = {name: [Holder(one) for one in people] for name, people in holders.items()}
    needs = verification.needs(holders, held, (), made)
    assert verification.refused(needs, made, NOW, person) == why


def test_a_chair_elected_but_not_appointed_cannot_verify():
    held = {"predseda": [Holder("eva", powers=False)]}
    needs = verification.needs(("predseda",), held)
    assert verification.refused(needs, [], NOW, "eva") == "awaits_appointment"
    assert needs[0].problem == "awaits_appointment"
    assert verification.standing(needs, verified("eva"), NOW).state == "awaiting"


def test_a_vacant_function_is_told():
    assert verification.needs(("predseda",), {})[0].problem == "vacant"


def test_people_appointed_for_the_meeting_verify_too():
    assert standing({}, verified("eva"), None, ["eva", "jan"]).state == "awaiting"
    assert (
        standing({}, verified("eva", "jan"), None, ["eva", "jan"]).state == "verified"
    )
    both = standing(PRAHA, verified("eva", "jan"), BOTH, ["olga"])
    assert [one.key for one in both.missing] == ["person:olga"]


def test_where_nobody_is_named_nothing_is_awaited():
    assert standing({}, (), None).state == "unset"
    assert standing({}, (), ()).state == "unset"


def test_another_wording_must_be_verified_anew():
    made = acts(("verified", "eva", "of before"), ("verified", "jan", NOW))
    assert [one.function for one in standing(PRAHA, made).missing] == ["predseda"]


@pytest.mark.parametrize(
    ("more", "state", "settled"),
    [
        ([], "objected", [None, None]),
        (
            [Act("resolved", "jan", DAY, None, "Opraveno.", 1)],
            "objected",
            ["Opraveno.", None],
        ),
        (
            [
                Act("resolved", "jan", DAY, None, "Opraveno.", 1),
                Act("resolved", "jan", DAY, None, "Zamítnuto.", 2),
            ],
            "verified",
            ["Opraveno.", "Zamítnuto."],
        ),
    ],
)
def test_an_objection_holds_up_the_verification_until_it_is_settled(
    more, state, settled
):
    made = verified("eva", "jan")
    made += [
        Act("objected", "eva", DAY, NOW, "Chybí hlasování.", 1),
        Act("objected", "petr", DAY, NOW, "Špatné číslo.", 2),
        *more,
    ]
    got = standing(PRAHA, made)
    assert (got.state, [one.settled for one in got.objections]) == (state, settled)


@pytest.mark.parametrize(
    ("days", "kind", "last"),
    [
        (10, "calendar", date(2024, 5, 13)),
        (7, "calendar", date(2024, 5, 10)),
        (5, "calendar", date(2024, 5, 9)),  # 8. 5. is a holiday
        (3, "working", date(2024, 5, 9)),
        (0, "calendar", date(2024, 5, 3)),
        (10, None, date(2024, 5, 13)),
        (None, "calendar", None),
    ],
)
def test_minutes_have_a_last_day_where_the_rules_say_so(days, kind, last):
    holidays = {date(2024, 5, 8), date(2024, 5, 1)}
    assert verification.deadline(DAY, days, kind, holidays) == last


def test_members_and_verifiers_object_and_nobody_else():
    needs = verification.needs(
        ("predseda",), {"predseda": [Holder("eva", powers=False)]}
    )
    assert verification.may_object(needs, {"petr"}, "petr")
    assert verification.may_object(needs, {"petr"}, "eva")
    assert not verification.may_object(needs, {"petr"}, "host")


@pytest.mark.parametrize(
    ("transition", "given", "why"),
    [
        ("submit", {}, []),
        ("submit", {"meeting": "in_session"}, ["not_held"]),
        ("submit", {"parts": 0, "unpaired": True}, ["empty", "unpaired"]),
        ("submit", {"outdated": True}, ["outdated"]),
        ("submit", {"verification": "unset"}, ["nobody_verifies"]),
        ("close", {"verification": "unset"}, []),
        ("close", {"verification": "awaiting"}, ["somebody_verifies"]),
        ("close", {"verification": "objected"}, ["objections"]),
        ("freeze", {"verification": "verified"}, []),
        ("freeze", {"verification": "awaiting"}, ["not_verified"]),
        ("freeze", {"verification": "objected"}, ["objections"]),
        ("publish", {}, []),
        ("hide", {"meeting": "cancelled"}, []),
        ("return", {}, []),
    ],
)
def test_what_may_be_done_with_minutes(transition, given, why):
    values = {"meeting": "held", "verification": "awaiting", **given}
    assert list(states.reasons(transition, **values)) == why
