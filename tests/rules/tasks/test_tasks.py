"""Tasks: how urgent, what they wait for, what a report makes of them (BER-21, BER-74)."""

from datetime import date
from datetime import timedelta
from kpss.addon.tasks import rules
from kpss.addon.tasks.rules import Load
from kpss.addon.tasks.rules import Outcome
import pytest


TODAY = date(2026, 11, 28)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("state", "due", "notice", "group"),
    [
        ("open", on(-1), 14, "overdue"),
        ("in_progress", on(-400), 14, "overdue"),
        ("open", TODAY, 14, "due_soon"),
        ("open", TODAY, 0, "due_soon"),
        ("open", on(1), 0, "later"),
        ("in_progress", on(14), 14, "due_soon"),
        ("in_progress", on(15), 14, "later"),
        ("open", None, 14, "undated"),
        ("done", on(-1), 14, "done"),
        ("cancelled", on(-1), 14, "cancelled"),
    ],
)
def test_group_follows_from_state_and_due_day(state, due, notice, group):
    assert rules.group_of(state, due, today=TODAY, notice=notice) == group


@pytest.mark.parametrize(
    ("state", "due", "days"),
    [
        ("open", on(-3), 3),
        ("open", TODAY, 0),
        ("open", on(3), 0),
        ("open", None, 0),
        ("done", on(-3), 0),
        ("cancelled", on(-3), 0),
    ],
)
def test_days_over(state, due, days):
    assert rules.days_over(state, due, TODAY) == days


def test_waits_for_unfinished_ones_only():
    states = {"a": "done", "b": "open", "c": "cancelled", "d": "in_progress"}
    assert rules.waits_for(["a", "b", "c", "d", "gone"], states) == ["b", "d"]


CHAIN = {"a": ["b"], "b": ["c", "x"], "c": [], "x": ["y"], "y": ["x"]}


@pytest.mark.parametrize(
    ("task", "needs", "way"),
    [
        ("c", ["a"], ["a", "b", "c"]),
        ("c", ["c"], ["c"]),
        ("c", ["x", "b"], ["b", "c"]),
        ("a", ["b", "c"], []),
        ("z", ["a"], []),
        (None, ["a"], []),
        ("c", [], []),
    ],
)
def test_loops_are_found_with_their_way(task, needs, way):
    """Also among others that stand in a loop already."""
    assert rules.loop(task, needs, lambda one: CHAIN.get(one, [])) == way


def test_the_shortest_way_of_a_loop_is_told():
    ways = {"long": ["middle"], "middle": ["me"], "short": ["me"]}
    assert rules.loop("me", ["long", "short"], lambda one: ways.get(one, [])) == [
        "short",
        "me",
    ]


@pytest.mark.parametrize(
    ("state", "percent", "outcome"),
    [
        ("open", 0, Outcome(0, None)),
        ("open", 1, Outcome(1, "begin")),
        ("open", 100, Outcome(100, "finish")),
        ("in_progress", 0, Outcome(0, None)),
        ("in_progress", 99, Outcome(99, None)),
        ("in_progress", 100, Outcome(100, "finish")),
    ],
)
def test_report_moves_the_task(state, percent, outcome):
    assert rules.reported(state, percent) == outcome


@pytest.mark.parametrize("percent", [-1, 101])
def test_what_is_no_percent_is_refused(percent):
    with pytest.raises(ValueError):
        rules.reported("open", percent)


@pytest.mark.parametrize(
    ("state", "percent", "said", "settled"),
    [
        ("done", 0, [], 100),
        ("done", 100, [], 100),
        ("in_progress", 100, [20, 60, 100], 60),
        ("in_progress", 100, [20, None, 100], 20),
        ("in_progress", 100, [], 0),
        ("in_progress", 40, [20], 40),
        ("cancelled", 40, [40], 40),
        ("open", 100, [100], 0),
    ],
)
def test_percent_agrees_with_the_state(state, percent, said, settled):
    assert rules.settled_percent(state, percent, said) == settled


def test_lists_begin_with_what_is_most_overdue():
    tasks = {
        "done long ago": ("done", on(-90), on(-80)),
        "done yesterday": ("done", on(-90), on(-1)),
        "cancelled": ("cancelled", on(-3), None),
        "undated": ("open", None, None),
        "soon": ("open", on(2), None),
        "overdue": ("in_progress", on(-2), None),
        "long overdue": ("open", on(-20), None),
    }
    found = sorted(tasks, key=lambda one: rules.order(*tasks[one]))
    assert found == [
        "long overdue",
        "overdue",
        "soon",
        "undated",
        "done yesterday",
        "done long ago",
        "cancelled",
    ]


def test_those_pressed_most_come_first():
    """BER-20: who has how many tasks."""
    tasks = [
        ("a", "later"),
        ("b", "overdue"),
        ("a", "due_soon"),
        ("c", "done"),
        ("a", "undated"),
        ("b", "cancelled"),
        ("d", "later"),
    ]
    assert rules.loads(tasks) == [
        Load("b", 1, 1, 0),
        Load("a", 3, 0, 1),
        Load("d", 1, 0, 0),
    ]
