"""From when to when somebody was there, and again."""

from datetime import datetime
from datetime import UTC
from kpss.addon.meetings.rules.stays import is_there
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import PRESENT
from kpss.addon.meetings.rules.stays import Stay
from kpss.addon.meetings.rules.stays import stays_flaw
import pytest


def time(hour):
    return Point(time=datetime(2026, 12, 3, hour, tzinfo=UTC))


def item(number):
    return Point(item=number)


@pytest.mark.parametrize(
    ("arrived", "left", "expected"),
    [
        (None, None, False),
        (item(2), None, False),
        (None, item(0), False),
        (item(2), item(3), False),
        (item(2), item(2), True),
        (item(3), item(2), True),
        (time(15), time(16), False),
        (time(16), time(15), True),
        (Point(1, time(16).time), time(15), True),
        # Who knows when the item began
        (item(2), time(16), False),
        (time(15), item(2), False),
    ],
)
def test_leaving_comes_after_arriving(arrived, left, expected):
    flaw = stays_flaw((Stay(arrived, left),))
    assert flaw == ((0, "left", "left_before_arriving") if expected else None)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Stay(None, item(2)), Stay(item(4), None), None),
        (Stay(item(1), item(2)), Stay(item(4), item(5)), None),
        (Stay(None, time(15)), Stay(item(4), None), None),
        (Stay(None, None), Stay(item(4), None), (0, "left", "back_without_leaving")),
        (Stay(None, item(2)), Stay(None, item(4)), (1, "arrived", "back_when")),
        (
            Stay(None, item(4)),
            Stay(item(2), None),
            (1, "arrived", "back_before_leaving"),
        ),
        # Then nobody was away
        (
            Stay(None, item(2)),
            Stay(item(2), None),
            (1, "arrived", "back_before_leaving"),
        ),
        (
            Stay(None, item(2)),
            Stay(item(4), item(3)),
            (1, "left", "left_before_arriving"),
        ),
    ],
)
def test_who_comes_back_left_before(first, second, expected):
    assert stays_flaw((first, second)) == expected


def test_who_left_and_came_back_is_there_on_both_sides():
    again = (Stay(item(4), item(5)), Stay(item(7)))
    mark = Mark(PRESENT, arrived=item(1), left=item(2), again=again)
    there = [number for number in range(9) if is_there(mark, item(number))]
    assert there == [1, 4, 7, 8]
