"""A year of meetings and what stands against them (BER-20, BER-57, ZAT-26)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.rules import planning
from kpss.addon.meetings.rules.planning import Collision
from kpss.addon.meetings.rules.planning import Slot
from kpss.addon.meetings.rules.planning import Weekly
from zoneinfo import ZoneInfo
import pytest


PRAGUE = ZoneInfo("Europe/Prague")
HOLIDAYS = {
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 8),
    date(2026, 7, 6),
    date(2026, 10, 28),
    date(2026, 11, 17),
    date(2026, 12, 24),
    date(2026, 12, 25),
}
YEAR = date(2026, 12, 31)


def days(found) -> list[str]:
    return [f"{one.day.day}.{one.day.month}." for one in found]


@pytest.mark.parametrize(
    ("first", "months", "weekly", "expected"),
    [
        # BER-57: once in three months
        (date(2026, 1, 13), 3, None, ["13.1.", "13.4.", "13.7.", "13.10."]),
        # A short month has its last day, and the others keep the number
        (date(2026, 8, 31), 1, None, ["31.8.", "30.9.", "2.11.", "30.11.", "31.12."]),
        (date(2026, 1, 1), 3, Weekly(1, 3), ["2.1.", "2.4.", "2.7.", "1.10."]),
        (date(2026, 1, 2), 3, Weekly(1, 3), ["5.2.", "7.5.", "6.8.", "5.11."]),
        (date(2026, 9, 1), 1, Weekly(-1, 2), ["30.9.", "29.10.", "25.11.", "30.12."]),
        (date(2026, 9, 1), 1, Weekly(4, 0), ["28.9.", "26.10.", "23.11.", "28.12."]),
        (date(2026, 12, 31), 12, None, ["31.12."]),
        (date(2027, 1, 1), 1, None, []),
    ],
)
def test_a_series_of_days(first, months, weekly, expected):
    found = planning.series(
        first, YEAR, months=months, weekly=weekly, holidays=HOLIDAYS
    )
    assert days(found) == expected


@pytest.mark.parametrize(
    ("first", "moved_to", "off"),
    [
        (date(2026, 4, 3), date(2026, 4, 7), "holiday"),
        (date(2026, 5, 9), date(2026, 5, 11), "weekend"),
        (date(2026, 12, 24), date(2026, 12, 28), "holiday"),
        (date(2026, 3, 3), date(2026, 3, 3), None),
    ],
)
def test_a_day_off_is_moved_and_says_so(first, moved_to, off):
    [found] = planning.series(first, YEAR, months=60, holidays=HOLIDAYS)
    assert (found.day, found.wanted, found.off) == (moved_to, first, off)


def test_what_is_moved_beyond_the_last_day_goes():
    last = date(2026, 12, 26)
    assert planning.series(last, last, months=1, holidays=HOLIDAYS) == []


def test_a_series_ends_at_its_limit():
    found = planning.series(date(2026, 1, 5), date(2199, 1, 1), months=1)
    assert len(found) == planning.MOST


@pytest.mark.parametrize("months", [0, -1, 61])
def test_months_out_of_bounds_are_an_error(months):
    with pytest.raises(ValueError):
        planning.series(YEAR, YEAR, months=months)


@pytest.mark.parametrize("weekly", [Weekly(0, 1), Weekly(5, 1), Weekly(1, 7)])
def test_a_bad_pattern_is_an_error(weekly):
    with pytest.raises(ValueError):
        planning.series(YEAR, YEAR, months=1, weekly=weekly)


def test_a_holiday_on_a_weekend_is_a_holiday():
    day = date(2026, 12, 26)
    assert planning.day_off(day, {day}) == "holiday"
    assert planning.day_off(day, ()) == "weekend"


def slot(key, hour, *, body=None, hours=2, place="", people="", day=3) -> Slot:
    start = datetime(2026, 3, day, hour, tzinfo=PRAGUE)
    return Slot(
        key,
        body or key,
        start,
        start + timedelta(hours=hours),
        place,
        frozenset(people),
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (slot("b", 15, place="zasedačka   201"), [("same_room", "")]),
        (slot("b", 15, place="malý sál"), []),
        (slot("b", 16, place="Zasedačka 201", people="x"), []),
        (slot("b", 12, people="xyz"), []),
        (slot("b", 13, people="yz"), [("same_people", "y")]),
        (slot("b", 15, people="xyz"), [("same_people", "xy")]),
        (
            slot("b", 15, place="Zasedačka 201", people="x"),
            [("same_room", ""), ("same_people", "x")],
        ),
        # A body once a day, whatever the hours
        (slot("b", 8, body="a", people="xy"), [("same_body", "")]),
        (slot("b", 14, body="a", day=4), []),
        # The meeting itself is in nobody's way
        (slot("a", 14, people="x"), []),
    ],
)
def test_collisions_of_rooms_people_and_the_body(other, found):
    one = slot("a", 14, place="Zasedačka 201", people="xy")
    assert planning.collisions(one, [other]) == [
        Collision(kind, "b", frozenset(people)) for kind, people in found
    ]


def test_meetings_without_a_place_share_no_room():
    assert planning.collisions(slot("a", 14), [slot("b", 14)]) == []


def test_an_hour_is_an_hour_when_clocks_change():
    start = datetime(2026, 3, 29, 1, 30, tzinfo=PRAGUE)
    assert f"{planning.later(start, 60):%H:%M}" == "03:30"
    assert f"{planning.later(start, 0):%H:%M}" == "01:30"
