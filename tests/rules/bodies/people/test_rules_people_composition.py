"""Seats by party and what the rules of the body would have; warnings only (ZAT-07)."""

from kpss.addon.bodies.rules.composition import counts
from kpss.addon.bodies.rules.composition import Party
from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.bodies.rules.composition import warnings
from kpss.addon.bodies.rules.procedure import Procedure
from tests.rules.bodies.people.parties import check
from tests.rules.bodies.people.parties import missing
from tests.rules.bodies.people.parties import PARTIES
from tests.rules.bodies.people.parties import roster
from tests.rules.bodies.people.town import membership
import pytest


def test_every_party_is_counted_also_one_with_nobody():
    found = roster("provider", "provider", "public", None, "gone")
    assert counts(found, PARTIES, merged=False) == {
        "town": 0,
        "provider": 2,
        "user": 0,
        "public": 1,
    }


def test_parties_that_count_as_one_are_counted_together():
    # ZAT-06
    found = roster("provider", "user", "public")
    assert counts(found, PARTIES, merged=True) == {"town": 0, "provider": 1, "user": 2}


def test_substitutes_and_guests_are_not_counted():
    extra = [
        membership("s", "group", party="town", substitute_of="m-1"),
        membership("g", "group", party="town", function="guest"),
    ]
    found = roster("provider", extra=extra)
    assert counts(found, PARTIES, merged=False)["town"] == 0
    assert warnings(found, PARTIES, check()) == missing("town", "user", "public")


def test_person_of_two_parties_counts_for_one():
    extra = [membership("p0", "group", "2020-06-01", party="town")]
    found = counts(roster("provider", extra=extra), PARTIES, merged=False)
    assert (found["provider"], found["town"]) == (1, 0)


@pytest.mark.parametrize(
    ("present", "rules", "absent"),
    [
        (("provider",), Procedure(), ()),
        (("provider",), Procedure(composition_check="off"), ()),
        (("town", "provider", "user", "public"), check(), ()),
        (("town", "provider", "user"), check(), ("public",)),
        (("town", "provider", "user"), check(merge_parties="no"), ("public",)),
        (("town", "provider", "user"), check(merge_parties="yes"), ()),
        (("town", "provider", "public"), check(merge_parties="yes"), ()),
        (("town",), check(merge_parties="yes"), ("provider", "user")),
        (("town",), check(composition_parties=("town",)), ()),
        (("town",), check(composition_parties=("user", "town")), ("user",)),
        (
            ("town",),
            check(composition_parties=("public", "user"), merge_parties="yes"),
            ("user",),
        ),
        ((), check(composition_parties=("gone",)), ("gone",)),
    ],
    ids=[
        "unset",
        "off_PRA-36",
        "all_there",
        "all_wanted_BER-43",
        "told_apart_ZAT-57",
        "merged_by_user_ZAT-06",
        "merged_by_public_ZAT-06",
        "merged_missing",
        "only_one_wanted",
        "one_of_two_missing",
        "merged_said_once",
        "unknown_party",
    ],
)
def test_missing_party_is_warned_of_where_the_rules_check_it(present, rules, absent):
    assert warnings(roster(*present), PARTIES, rules) == missing(*absent)


def test_members_without_a_known_party_are_said_where_composition_is_checked():
    found = roster("town", None, "gone")
    rules = check(composition_parties=("town",))
    assert warnings(found, PARTIES, rules) == [Warning("party_unknown", {"members": 2})]
    assert warnings(found, PARTIES, Procedure()) == []


@pytest.mark.parametrize(
    ("parties", "heads"),
    [
        ({"a": "b", "b": "c", "c": None}, {"c": 3}),
        ({"a": "b", "b": "a", "c": None}, {"a": 2, "c": 1}),
        ({"c": "b", "a": "b", "b": "a"}, {"a": 3}),
        ({"a": "a", "b": "gone", "c": None}, {"a": 1, "b": 1, "c": 1}),
    ],
    ids=["chain", "loop", "into_a_loop", "itself_and_unknown"],
)
def test_nobody_is_lost_by_chains_and_loops_of_parties(parties, heads):
    known = [Party(name, other) for name, other in parties.items()]
    assert counts(roster("a", "b", "c"), known, merged=True) == heads
