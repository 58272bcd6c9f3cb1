"""The clock change as calendars are told of it."""

from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.rules.zones import clock_changes
from kpss.addon.meetings.rules.zones import comes_twice
from zoneinfo import ZoneInfo
import pytest


PRAGUE = ZoneInfo("Europe/Prague")
HOUR = timedelta(hours=1)


def test_prague_changes_at_two_and_at_three():
    winter, spring, autumn = clock_changes(PRAGUE, 2026, 2026)
    assert (winter.onset, winter.name) == (datetime(2026, 1, 1, 1), "CET")
    assert spring.onset == datetime(2026, 3, 29, 2)
    assert (spring.before, spring.after) == (HOUR, 2 * HOUR)
    assert (spring.name, spring.summer) == ("CEST", True)
    assert autumn.onset == datetime(2026, 10, 25, 3)
    assert (autumn.before, autumn.after) == (2 * HOUR, HOUR)
    assert (autumn.name, autumn.summer) == ("CET", False)


def test_every_year_has_two_changes():
    assert len(clock_changes(PRAGUE, 2024, 2027)) == 1 + 4 * 2


def test_a_zone_without_summer_time_has_only_its_beginning():
    assert len(clock_changes(ZoneInfo("UTC"), 2026, 2027)) == 1


@pytest.mark.parametrize(
    ("moment", "twice"),
    [
        (datetime(2026, 10, 25, 2, 30, fold=0), True),
        (datetime(2026, 10, 25, 2, 30, fold=1), True),
        (datetime(2026, 10, 25, 3, 0, fold=1), False),
        (datetime(2026, 7, 1, 9, fold=1), False),
        # An hour that does not exist is not there twice
        (datetime(2026, 3, 29, 2, 30, fold=1), False),
    ],
)
def test_an_hour_comes_twice_in_autumn(moment, twice):
    assert comes_twice(moment.replace(tzinfo=PRAGUE)) is twice
