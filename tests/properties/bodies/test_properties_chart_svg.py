"""The picture of any chart: nothing overlaps, nothing leaves the canvas."""

from dataclasses import replace
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import combinations
from kpss.addon.bodies.rules.arranging import arrange
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import Node
from kpss.addon.bodies.rules.svg import Caption
from kpss.addon.bodies.rules.svg import draw
from kpss.addon.bodies.rules.svg import place
from tests.rules.bodies.charts import words
from xml.etree import ElementTree
import pytest


SVG = "{http://www.w3.org/2000/svg}"
# One row a box: under which of those before it, how long its text, whether a group
ROWS = st.tuples(st.integers(0, 40), st.integers(0, 9), st.booleans())
FORESTS = st.lists(ROWS, max_size=40)


def planted(rows):
    """Trees of every shape: row 7 with the number 3 hangs under the box of row 3."""
    children = {}
    for index, (above, _length, _group) in enumerate(rows):
        children.setdefault(above if above < index else None, []).append(index)

    def node(index):
        _above, length, group = rows[index]
        box = Box(str(index), "Skupina " * (length + 1), act_text="řídí " * length * 3)
        under = tuple(map(node, children.get(index, ())))
        return Node(replace(box, is_group=group), under)

    return [node(index) for index in children.get(None, ())]


def chain(length):
    node = Node(Box("b", "Dole"), (Node(Box("c", "C")), Node(Box("d", "D"))))
    for _level in range(length):
        node = Node(Box("b", "Výše"), (node, Node(Box("l", "Vedle"))))
    return node


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.bottom
        and other.y < one.bottom
    )


def check_geometry(roots, groups_label):
    level = arrange(roots)
    canvas = place(level, words, groups_label=groups_label)
    picture = ElementTree.fromstring(
        draw(level, words, Caption("Nadpis", groups_label=groups_label))
    )
    width, height = float(picture.get("width")), float(picture.get("height"))
    assert not any(overlap(one, other) for one, other in combinations(canvas.boxes, 2))
    for rect in picture.iter(f"{SVG}rect"):
        x, y = float(rect.get("x", 0)), float(rect.get("y", 0))
        assert x >= 0 and y >= 0
        assert x + float(rect.get("width")) <= width
        assert y + float(rect.get("height")) <= height
    for line in picture.iter(f"{SVG}line"):
        assert all(0 <= float(line.get(x)) <= width for x in ("x1", "x2"))
        assert all(0 <= float(line.get(y)) <= height for y in ("y1", "y2"))


@given(rows=FORESTS, groups_label=st.sampled_from(["", "Pracovní skupiny"]))
@settings(deadline=None, max_examples=60)
def test_no_boxes_overlap_and_nothing_leaves_the_canvas(rows, groups_label):
    check_geometry(planted(rows), groups_label)


@pytest.mark.parametrize(
    "roots",
    [
        [chain(29)],
        [Node(Box(str(i), f"Skupina {i}", is_group=True)) for i in range(300)],
        [Node(Box("r", "Rada"), tuple(chain(3) for _branch in range(9)))],
    ],
    ids=["deep", "wide", "bushy"],
)
def test_large_charts_keep_their_boxes_apart(roots):
    check_geometry(roots, "Pracovní skupiny")


@given(rows=FORESTS)
@settings(deadline=None, max_examples=40)
def test_lines_cross_no_box(rows):
    canvas = place(arrange(planted(rows)), words, groups_label="Pracovní skupiny")
    for x1, y1, x2, y2 in canvas.lines:
        for box in canvas.boxes:
            inside_x = (
                max(x1, x2) > box.x + 0.1 and min(x1, x2) < box.x + box.width - 0.1
            )
            inside_y = max(y1, y2) > box.y + 0.1 and min(y1, y2) < box.bottom - 0.1
            assert not (inside_x and inside_y)
