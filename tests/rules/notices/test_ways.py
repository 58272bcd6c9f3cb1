"""When a letter goes."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.notices.rules.ways import is_due
from kpss.addon.notices.rules.ways import is_over
from kpss.addon.notices.rules.ways import next_try
import pytest


MORNING = datetime(2026, 11, 28, 7, 0)


@pytest.mark.parametrize(
    ("way", "later", "due"),
    [
        ("now", timedelta(), True),
        ("daily", timedelta(hours=10), False),
        ("daily", timedelta(hours=17), True),
    ],
)
def test_daily_letters_wait_for_the_next_day(way, later, due):
    assert is_due(way, MORNING, MORNING + later) is due


def test_pauses_grow_to_an_hour_and_end_after_three_days():
    waits = [next_try(tries, MORNING, MORNING) - MORNING for tries in range(1, 7)]
    assert [one.total_seconds() / 60 for one in waits] == [1, 5, 15, 60, 60, 60]
    assert next_try(50, MORNING, MORNING + timedelta(days=3, minutes=1)) is None


def test_records_are_kept_for_ninety_days():
    assert not is_over(MORNING, date(2027, 2, 26))
    assert is_over(MORNING, date(2027, 2, 27))
