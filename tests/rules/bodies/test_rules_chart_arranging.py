"""Side by side or in columns: a chart stays as wide as a page."""

from kpss.addon.bodies.rules.arranging import arrange
from kpss.addon.bodies.rules.arranging import even_columns
from kpss.addon.bodies.rules.arranging import share
from kpss.addon.bodies.rules.arranging import WIDEST
from tests.rules.bodies.charts import node
import pytest


def leaves(number, group=True):
    return [node(f"ps{index}", group=group) for index in range(number)]


def below(level, *path):
    """The level under the box with this title, and so on."""
    for title in path:
        level = next(p for p in level.places if p.box.title == title).below
    return level


def test_groups_of_the_coordination_group_stand_in_two_columns():
    """The chart of S0: four boxes under the council, four groups under one of them."""
    chart = arrange(
        [
            node(
                "zastupitelstvo",
                node(
                    "rada",
                    node("komise"),
                    node("ks", *leaves(4)),
                    node("osvz", node("koordinator")),
                    node("metodika"),
                ),
            )
        ]
    )

    council = below(chart, "zastupitelstvo", "rada")
    assert (council.columns, council.units) == (None, 5)
    assert below(council, "ks").columns == 2


def test_column_of_bodies_is_a_straight_line():
    """Decision 25: the levels of the chart are a column."""
    chart = arrange(
        [node("zm", node("rm", node("komise", node("osv", node("rs", *leaves(2))))))]
    )

    level = chart
    for title in ("zm", "rm", "komise", "osv", "rs"):
        assert level.columns is None
        level = below(level, title)
    assert (level.columns, level.units) == (None, 2)


def test_more_boxes_than_fit_stand_in_columns():
    chart = arrange([node("ks", *leaves(57))])

    assert below(chart, "ks").columns == WIDEST


def test_branches_too_many_for_a_row_hang_with_their_own_columns():
    chart = arrange([node("rada", *(node(f"odbor{i}", *leaves(9)) for i in range(7)))])

    assert below(chart, "rada").columns == 4
    assert below(chart, "rada", "odbor0").columns == 1


def test_long_chart_folds_long_lists():
    chart = arrange([node("rada", node("ks", *leaves(290)), *leaves(3))])

    assert below(chart, "rada", "ks").folded
    assert not below(chart, "rada").folded
    assert not chart.folded


def test_short_chart_folds_nothing():
    assert not below(arrange([node("ks", *leaves(40))]), "ks").folded


def test_roots_are_never_folded():
    """There is no box above that would say what is folded."""
    assert not arrange(leaves(300)).folded


@pytest.mark.parametrize(
    ("groups", "expected"),
    [([True, True], True), ([True, False], False), ([True], False)],
)
def test_only_several_working_groups_have_a_common_name(groups, expected):
    nodes = [node(str(i), group=group) for i, group in enumerate(groups)]

    assert arrange(nodes).is_groups is expected


@pytest.mark.parametrize(
    ("wanted", "room", "expected"),
    [
        ([], 6, []),
        ([1, 1], 6, [1, 1]),
        ([1, 4, 1, 1], 6, [1, 3, 1, 1]),
        ([3, 3], 4, [2, 2]),
        ([9, 3], 6, [5, 1]),
    ],
)
def test_spare_width_goes_where_it_lacks_most(wanted, room, expected):
    assert share(wanted, room) == expected


@pytest.mark.parametrize(
    ("number", "most", "expected"),
    [(4, 3, 2), (7, 6, 4), (57, 6, 6), (2, 1, 1), (9, 4, 3)],
)
def test_columns_are_even(number, most, expected):
    assert even_columns(number, most) == expected
