"""Whether a body met often enough (BER-57, BER-58)."""

from datetime import date
from kpss.addon.bodies.rules.periods import ALWAYS
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.meetings.rules.frequency import findings
from kpss.addon.meetings.rules.frequency import Frequency
import pytest


TWICE = Frequency(least=2)
NEXT_YEAR = date(2026, 1, 2)


def day(month, number=10, year=2025):
    return date(year, month, number)


def codes(asked, *days, year=2025, life=ALWAYS, today=NEXT_YEAR):
    return [one.code for one in findings(asked, year, days, life, today)]


def test_one_meeting_in_a_year_is_too_few():
    (one,) = findings(TWICE, 2025, [day(3), day(3, year=2024)], ALWAYS, NEXT_YEAR)
    assert (one.code, one.is_broken) == ("too_few", True)
    assert one.params == {"year": 2025, "held": 1, "least": 2}


def test_two_are_enough():
    assert codes(TWICE, day(3), day(11)) == []


def test_two_on_one_day_are_one():
    """Adjourned in the morning, held again in the afternoon."""
    assert codes(TWICE, day(3), day(3)) == ["too_few"]


def test_year_that_is_not_over_reminds():
    (one,) = findings(TWICE, 2025, [day(3)], ALWAYS, day(6))
    assert (one.code, one.is_broken, one.params["missing"]) == (
        "still_to_hold",
        False,
        1,
    )
    assert codes(TWICE, day(3), day(11), today=day(6)) == ["still_to_hold"]
    assert codes(TWICE, year=2026, today=day(6)) == []


@pytest.mark.parametrize(
    "life",
    [
        Period(day(1, 2), date.max),
        Period(date.min, day(12, 30)),
        Period(day(5), day(6)),
    ],
)
def test_a_part_of_a_year_is_not_judged(life):
    assert codes(TWICE, life=life) == []


def test_pause_belongs_to_the_year_in_which_it_ended():
    asked, days = Frequency(longest=3), (day(11, year=2024), day(2, 11), day(5, 11))
    (one,) = findings(asked, 2025, days, ALWAYS, NEXT_YEAR)
    assert one.code == "long_pause" and one.is_broken
    assert (one.params["first"], one.params["last"]) == days[:2]
    assert codes(asked, *days, year=2024) == []


def test_just_as_long_as_allowed_is_no_long_pause():
    assert codes(Frequency(longest=3), day(2), day(5)) == []
    # The end of a short month
    assert codes(Frequency(longest=1), day(1, 31), day(2, 28)) == []
    assert codes(Frequency(longest=1), day(1, 31), day(3, 1)) == ["long_pause"]


def test_pause_that_lasts_is_told_today():
    asked = Frequency(longest=6, usual=3)
    assert codes(asked, day(1), today=day(4)) == []
    assert codes(asked, day(1), today=day(4, 11)) == ["usual_passed"]
    assert codes(asked, day(1), today=day(7, 11)) == ["pause_lasts"]
    ended = Period(date.min, day(2))
    assert codes(asked, day(1), today=day(7, 11), life=ended) == []


def test_without_rules_nothing_is_found():
    assert codes(Frequency(), day(1)) == []
