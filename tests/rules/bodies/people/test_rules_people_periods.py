"""Periods of days, and the last day of a term."""

from datetime import date
from kpss.addon.bodies.rules.periods import ALWAYS
from kpss.addon.bodies.rules.periods import around
from kpss.addon.bodies.rules.periods import common
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.periods import period
from kpss.addon.bodies.rules.periods import without
from kpss.addon.bodies.rules.terms import term_end
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import span
import pytest


@pytest.mark.parametrize(
    ("first", "months", "rule", "last"),
    [
        ("2020-07-13", 12, None, "2021-07-13"),
        ("2020-07-13", 12, "same_day", "2021-07-13"),
        ("2020-07-13", 12, "day_before", "2021-07-12"),
        ("2020-02-29", 12, None, "2021-02-28"),
        ("2020-02-29", 48, None, "2024-02-29"),
        ("2020-01-31", 1, None, "2020-02-29"),
        ("2021-01-31", 1, None, "2021-02-28"),
        ("2020-01-31", 3, None, "2020-04-30"),
        ("2020-12-31", 2, None, "2021-02-28"),
        ("2020-11-30", 1, None, "2020-12-30"),
        ("2020-12-01", 1, "day_before", "2020-12-31"),
        ("2020-01-01", 12, "day_before", "2020-12-31"),
    ],
)
def test_term_ends_on_the_day_of_the_same_number(first, months, rule, last):
    # ZAT-60, decision 17, § 605 odst. 2 of 89/2012
    assert term_end(day(first), months, rule=rule) == day(last)


def test_open_ends_are_none_outside():
    assert period(None, None) == ALWAYS
    assert (first_day(ALWAYS), last_day(ALWAYS)) == (None, None)
    closed = span("2020-01-01", "2020-12-31")
    assert (first_day(closed), last_day(closed)) == (closed.first, closed.last)


def test_both_ends_belong_to_a_period():
    year = span("2020-01-01", "2020-12-31")
    assert year.holds(day("2020-01-01"))
    assert year.holds(day("2020-12-31"))
    assert not year.holds(day("2019-12-31"))
    assert not year.holds(day("2021-01-01"))


def test_periods_that_share_one_day_have_it_in_common():
    year = span("2020-01-01", "2020-12-31")
    assert common(year, span("2020-12-31")) == span("2020-12-31", "2020-12-31")
    assert common(year, span("2021-01-01")) is None


@pytest.mark.parametrize(
    ("spans", "result"),
    [
        ([], []),
        (
            [span("2020-02-01", "2020-02-29"), span("2020-01-01", "2020-01-31")],
            [span("2020-01-01", "2020-02-29")],
        ),
        (
            [span("2020-01-01", "2020-01-30"), span("2020-02-01")],
            [span("2020-01-01", "2020-01-30"), span("2020-02-01")],
        ),
        ([span("2020-01-01"), span("2021-01-01", "2021-02-01")], [span("2020-01-01")]),
        ([span(None, "2020-01-01"), span("2019-01-01")], [ALWAYS]),
    ],
    ids=["none", "meeting", "gap_of_a_day", "inside", "open"],
)
def test_periods_that_meet_are_joined(spans, result):
    assert joined(spans) == result


def test_period_around_a_day_goes_over_the_meeting_of_two():
    terms = [span("2018-10-05", "2022-10-20"), span("2022-10-21", "2026-10-01")]
    assert around(terms, day("2020-01-01")) == span("2018-10-05", "2026-10-01")
    assert around(terms, day("2018-10-04")) is None


@pytest.mark.parametrize(
    ("holes", "rest"),
    [
        ([], [ALWAYS]),
        ([ALWAYS], []),
        ([span("2020-01-01")], [span(None, "2019-12-31")]),
        (
            [span("2020-01-01", "2020-12-31")],
            [span(None, "2019-12-31"), span("2021-01-01")],
        ),
        (
            [span("2020-01-01"), span(None, "2018-12-31")],
            [span("2019-01-01", "2019-12-31")],
        ),
    ],
)
def test_holes_are_cut_out_with_both_ends(holes, rest):
    assert without([period(date.min, date.max)], holes) == rest
