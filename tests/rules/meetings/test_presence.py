"""Who is there at an item, and whose vote counts."""

from datetime import datetime
from datetime import UTC
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import NOT_ALLOWED
from kpss.addon.meetings.rules.presence import presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.stays import ABSENT
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import is_there
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import ONLINE
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import PRESENT
import pytest


def at(hour, minute=0):
    return datetime(2026, 12, 3, hour, minute, tzinfo=UTC)


def item(number):
    return Point(item=number)


def names(seats):
    return [one.member for one in seats]


def seats(*members, **values):
    return [Seat(one, person=f"person-{one}", **values) for one in members]


HERE = Mark(PRESENT)
STAND_IN = Seat(
    "s", person="person-s", kind=SUBSTITUTE, voting=False, substitute_of="b"
)


@pytest.mark.parametrize(
    ("mark", "point", "expected"),
    [
        (Mark(), item(0), False),
        (Mark(ABSENT), item(0), False),
        (Mark(EXCUSED), item(0), False),
        (Mark(PRESENT), item(0), True),
        (Mark(ONLINE), item(0), True),
        (Mark(PRESENT), None, True),
        # Arrives at item 2, is there from it on
        (Mark(PRESENT, arrived=item(2)), item(1), False),
        (Mark(PRESENT, arrived=item(2)), item(2), True),
        # Leaves before item 4
        (Mark(PRESENT, left=item(4)), item(3), True),
        (Mark(PRESENT, left=item(4)), item(4), False),
        (Mark(PRESENT, left=item(4)), None, True),
        (Mark(PRESENT, arrived=Point(time=at(16))), Point(time=at(15, 59)), False),
        (Mark(PRESENT, arrived=Point(time=at(16))), Point(time=at(16)), True),
        (Mark(PRESENT, left=Point(time=at(16))), Point(time=at(16)), False),
        (Mark(PRESENT, left=Point(time=at(16))), Point(1, at(15)), True),
        # What cannot be compared takes nobody away
        (Mark(PRESENT, arrived=Point(time=at(16))), item(1), True),
        (Mark(PRESENT, left=Point(time=at(16))), item(1), True),
        # Somebody who did not come has no times
        (Mark(ABSENT, arrived=item(1)), item(2), False),
    ],
)
def test_presence_at_a_point(mark, point, expected):
    assert is_there(mark, point) is expected


def test_online_counts_as_present():
    who = presence(seats("a", "b"), {"a": HERE, "b": Mark(ONLINE)})
    assert (who.present, who.online, who.members) == (2, 1, 2)


def test_guests_and_members_without_a_vote_never_count():
    roster = [
        *seats("a"),
        *seats("b", voting=False),
        *seats("g", kind=GUEST, voting=True),
    ]
    who = presence(roster, dict.fromkeys("abg", HERE))
    assert (names(who.counted), who.members) == (["a"], 1)


def test_a_person_on_two_grounds_has_one_vote():
    roster = [Seat("a", person="jana"), Seat("b", person="jana"), *seats("c")]
    who = presence(roster, dict.fromkeys("abc", HERE))
    assert (names(who.counted), who.members) == (["a", "c"], 2)


def test_a_substitute_counts_while_the_member_is_away():
    roster = [*seats("a", "b"), STAND_IN]
    marks = {"a": HERE, "b": Mark(EXCUSED), "s": HERE}
    who = presence(roster, marks)
    assert (names(who.counted), who.members) == (["a", "s"], 2)
    assert who.whom == {"s": "b"}


def test_no_substitute_counts_where_the_rules_forbid_them():
    roster = [*seats("a", "b"), STAND_IN]
    marks = {"a": HERE, "b": Mark(EXCUSED, substitute="s"), "s": HERE}
    who = presence(roster, marks, substitutes=NOT_ALLOWED)
    assert (names(who.counted), who.whom) == (["a"], {})


def test_a_substitute_leaves_the_count_when_the_member_arrives():
    roster = [*seats("a", "b"), STAND_IN]
    marks = {"a": HERE, "b": Mark(PRESENT, arrived=item(2)), "s": HERE}
    assert names(presence(roster, marks, item(1)).counted) == ["a", "s"]
    assert names(presence(roster, marks, item(2)).counted) == ["a", "b"]
    # Of the whole meeting the member counts
    assert names(presence(roster, marks).counted) == ["a", "b"]


def test_a_substitute_comes_back_into_the_count_when_the_member_leaves():
    roster = [*seats("a", "b"), STAND_IN]
    marks = {"a": HERE, "b": Mark(PRESENT, left=item(3)), "s": HERE}
    assert names(presence(roster, marks, item(2)).counted) == ["a", "b"]
    assert names(presence(roster, marks, item(3)).counted) == ["a", "s"]


def test_two_substitutes_of_one_member_are_one_vote():
    other = Seat("t", person="person-t", kind=SUBSTITUTE, substitute_of="b")
    marks = {"b": Mark(EXCUSED), "s": HERE, "t": HERE}
    assert names(presence([*seats("b"), STAND_IN, other], marks).counted) == ["s"]


def test_a_substitute_of_nobody_does_not_count_until_a_member_names_them():
    anybody = Seat("s", person="person-s", kind=SUBSTITUTE)
    roster = [*seats("a", "b"), anybody]
    marks = {"a": HERE, "b": Mark(EXCUSED), "s": HERE}
    assert names(presence(roster, marks).counted) == ["a"]
    marks["b"] = Mark(EXCUSED, substitute="s")
    assert names(presence(roster, marks).counted) == ["a", "s"]


def test_a_member_who_is_there_votes_for_nobody_else():
    roster = [
        Seat("a", person="jana"),
        *seats("b"),
        Seat("s", person="jana", kind=SUBSTITUTE, substitute_of="b"),
    ]
    marks = {"a": HERE, "s": HERE, "b": Mark(ABSENT)}
    assert names(presence(roster, marks).counted) == ["a"]


def test_a_substitute_of_a_member_without_a_vote_has_none():
    roster = [*seats("a"), *seats("b", voting=False), STAND_IN]
    marks = {"a": HERE, "b": Mark(EXCUSED), "s": HERE}
    assert names(presence(roster, marks).counted) == ["a"]


@pytest.mark.parametrize(
    ("most", "expected", "beyond", "members"),
    [
        (None, ["a", "b", "c", "d"], [], 5),
        (1, ["a", "d"], ["b", "c"], 3),
        (2, ["a", "b", "d"], ["c"], 4),
    ],
)
def test_votes_of_one_organisation_are_limited(most, expected, beyond, members):
    roster = [*seats("a", "b", "c", organisation="Charita"), *seats("d", "e")]
    marks = dict.fromkeys("abcd", HERE)
    who = presence(roster, marks, votes_per_organisation=most)
    assert names(who.counted) == expected
    assert names(who.beyond) == beyond
    assert who.members == members


def test_the_vote_of_an_organisation_passes_to_the_next_who_is_there():
    roster = seats("a", "b", organisation="Charita")
    marks = {"a": Mark(PRESENT, arrived=item(2)), "b": HERE}
    early = presence(roster, marks, item(1), votes_per_organisation=1)
    later = presence(roster, marks, item(2), votes_per_organisation=1)
    assert names(early.counted) == ["b"]
    assert (names(later.counted), names(later.beyond)) == (["a"], ["b"])


def test_how_many_are_excused_and_how_many_just_did_not_come():
    marks = {"a": HERE, "b": Mark(EXCUSED), "c": Mark(ABSENT)}
    who = presence(seats("a", "b", "c", "d"), marks)
    assert who.statuses == {PRESENT: 1, EXCUSED: 1, ABSENT: 1, None: 1}


AWAY_AND_GIVEN = Mark(EXCUSED, proxy="a")


def test_a_proxy_counts_while_who_casts_the_vote_is_there():
    marks = {"a": HERE, "b": AWAY_AND_GIVEN}
    who = presence(seats("a", "b", "c"), marks, proxies=1)
    assert (names(who.counted), who.present, who.members) == (["a", "b"], 2, 3)
    assert who.proxies == {"b": "a"}
    marks["a"] = Mark(PRESENT, left=item(2))
    roster = seats("a", "b", "c")
    assert names(presence(roster, marks, item(1), proxies=1).counted) == ["a", "b"]
    assert names(presence(roster, marks, item(2), proxies=1).counted) == []


def test_without_a_rule_nobody_votes_for_another_member():
    who = presence(seats("a", "b"), {"a": HERE, "b": AWAY_AND_GIVEN})
    assert (names(who.counted), who.proxies) == (["a"], {})


def test_a_member_who_comes_votes_and_the_proxy_ends():
    marks = {"a": HERE, "b": Mark(ONLINE, arrived=item(2), proxy="a")}
    roster = seats("a", "b")
    early = presence(roster, marks, item(1), proxies=1)
    later = presence(roster, marks, item(2), proxies=1)
    # Counted online only while the member is there
    assert (early.proxies, early.online) == ({"b": "a"}, 0)
    assert (later.proxies, later.online, later.present) == ({}, 1, 2)


def test_nobody_casts_more_votes_than_the_rules_allow():
    marks = {"a": HERE, **dict.fromkeys("bcd", AWAY_AND_GIVEN)}
    who = presence(seats("a", "b", "c", "d"), marks, proxies=2)
    assert who.proxies == {"b": "a", "c": "a"}


@pytest.mark.parametrize(
    "holder",
    [
        # Away too, a guest, without a vote, the member as somebody's proxy, nobody
        Mark(EXCUSED),
        Mark(EXCUSED, proxy="c"),
        None,
    ],
)
def test_who_is_away_casts_no_vote_for_others(holder):
    marks = {"b": AWAY_AND_GIVEN, "c": HERE}
    if holder is not None:
        marks["a"] = holder
    who = presence(seats("a", "b", "c"), marks, proxies=5)
    assert "b" not in who.proxies


@pytest.mark.parametrize("values", [{"kind": GUEST}, {"voting": False}])
def test_only_a_member_with_a_vote_casts_one_for_others(values):
    roster = [*seats("a", **values), *seats("b")]
    marks = {"a": HERE, "b": AWAY_AND_GIVEN}
    assert presence(roster, marks, proxies=5).present == 0


def test_a_substitute_comes_before_a_proxy():
    marks = {"a": HERE, "b": AWAY_AND_GIVEN, "s": HERE}
    who = presence([*seats("a", "b"), STAND_IN], marks, proxies=1)
    assert (names(who.counted), who.proxies) == (["a", "s"], {})


def test_a_vote_beyond_those_of_the_organisation_is_cast_by_nobody():
    roster = seats("a", "b", organisation="Charita")
    marks = {"a": HERE, "b": AWAY_AND_GIVEN}
    who = presence(roster, marks, votes_per_organisation=1, proxies=1)
    assert (names(who.counted), who.beyond, who.proxies) == (["a"], (), {})
