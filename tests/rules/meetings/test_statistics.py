"""Attendance of members and parties over a time (BER-47, BER-48, ZAT-53)."""

from kpss.addon.meetings.rules.statistics import by_party
from kpss.addon.meetings.rules.statistics import by_person
from kpss.addon.meetings.rules.statistics import Row
from kpss.addon.meetings.rules.statistics import Seat
from kpss.addon.meetings.rules.statistics import total
import pytest


def seat(person, status, party="zadavatel", **more):
    return Seat(person, person.title(), party, status, **more)


MEETINGS = [
    [
        seat("jana", "present"),
        seat("petr", "excused", "poskytovatel"),
        seat("olga", None, "poskytovatel"),
    ],
    [
        seat("jana", "online"),
        seat("petr", "absent", "poskytovatel"),
        seat("olga", "absent", "poskytovatel", represented=True),
    ],
]


def test_each_member_has_a_row():
    assert by_person(MEETINGS) == [
        Row("Jana", "zadavatel", 2, 2, 0, 0),
        Row("Petr", "poskytovatel", 2, 0, 0, 1),
        Row("Olga", "poskytovatel", 2, 0, 1, 0, 1),
    ]


def test_each_party_has_a_row():
    assert by_party(MEETINGS) == [
        Row("zadavatel", "", 2, 2, 0, 0),
        Row("poskytovatel", "", 4, 0, 1, 1, 1),
    ]


def test_what_nobody_recorded_was_not_missed():
    row = by_party(MEETINGS)[1]
    assert (row.took_part, row.missed, row.unrecorded) == (1, 1, 1)


def test_excused_with_a_substitute_is_represented_only():
    [row] = by_person([[seat("jana", "excused", represented=True)]])
    assert (row.represented, row.excused, row.took_part, row.missed) == (1, 0, 1, 0)


def test_member_who_was_there_after_all_is_not_counted_twice():
    [row] = by_person([[seat("jana", "present", represented=True)]])
    assert (row.present, row.represented, row.took_part) == (1, 0, 1)


def test_who_came_into_the_body_later_has_fewer_meetings():
    rows = by_person(
        [[seat("jana", "present")], [seat("jana", None), seat("eva", None)]]
    )
    assert [row.invited for row in rows] == [2, 1]


def test_name_and_party_are_those_of_the_last_meeting():
    old, new = Seat("1", "Jana Nová", "a", None), Seat("1", "Jana Malá", "b", None)
    [row] = by_person([[old], [new]])
    assert (row.name, row.party) == ("Jana Malá", "b")
    assert [row.name for row in by_party([[old], [new]])] == ["a", "b"]


def test_all_together():
    row = total(MEETINGS)
    assert (row.invited, row.took_part, row.excused, row.missed) == (6, 3, 1, 1)
    assert total([]) == Row("", "", 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("took_part", "invited", "percent"),
    [
        (0, 0, None),
        (0, 3, 0),
        (1, 3, 33),
        (2, 3, 67),
        (1, 2, 50),
        (1, 8, 13),
        (8, 8, 100),
    ],
)
def test_percent_is_a_whole_number(took_part, invited, percent):
    assert Row("", "", invited, took_part, 0, 0).percent == percent
