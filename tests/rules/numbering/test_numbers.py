"""Numbers of resolutions: how they are written, read and ordered (ZAT-98)."""

from datetime import date
from kpss.addon.numbering.rules.numbers import number_in
from kpss.addon.numbering.rules.numbers import order
from kpss.addon.numbering.rules.numbers import Place
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.numbering.rules.numbers import written
from kpss.addon.numbering.rules.periods import period_of


PLACE = Place(date(2020, 7, 13), body="RM", period="2018–2022", meeting=3)
#: Pattern, number, how it is written.
WRITTEN = (
    ("{number}/{year:2}", 518, "518/20"),
    ("{number}/{year}", 7, "7/2020"),
    ("{body}/{number}/{year}", 12, "RM/12/2020"),
    ("{period}-{meeting}-{number}", 4, "2018–2022-3-4"),
    ("{number}", 1, "1"),
)


def test_numbers_are_written_by_the_pattern_and_read_back():
    for pattern, number, text in WRITTEN:
        assert written(pattern, number, PLACE) == text, pattern
        assert number_in(pattern, text, PLACE) == number, pattern


def test_what_is_not_of_the_pattern_is_not_read():
    for text in ("518/19", "518", "x/20", "518/20/1", ""):
        assert number_in("{number}/{year:2}", text, PLACE) is None, text


def test_a_meeting_that_is_not_known_is_left_out():
    place = Place(date(2020, 7, 13), period="2020")
    assert written("{period}-{meeting}-{number}", 4, place) == "2020-4"


def test_spaces_make_no_other_number():
    assert same(" 518 / 20 ") == same("518/20") == "518/20"


def test_ninth_comes_before_tenth():
    assert sorted(["10/20", "9/20", "RM 2/20"], key=order) == [
        "9/20",
        "10/20",
        "RM 2/20",
    ]


def test_periods_of_a_day():
    cases = (
        ("calendar_year", date(2020, 12, 31), "2020"),
        ("calendar_year", date(2021, 1, 1), "2021"),
        (None, date(2021, 1, 1), "2021"),
        ("continuous", date(2021, 1, 1), ""),
        ("electoral_term", date(2022, 9, 23), "2018–2022"),
        ("electoral_term", date(2022, 9, 24), "2022–2026"),
        ("electoral_term", date(2026, 10, 10), "2026–2030"),
        ("electoral_term", date(2031, 1, 1), "2030–2034"),
        ("electoral_term", date(1990, 1, 1), "1990–1994"),
    )
    for kind, day, period in cases:
        assert period_of(kind, day) == period, (kind, day)
