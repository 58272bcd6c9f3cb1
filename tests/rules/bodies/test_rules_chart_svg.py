"""The picture of the chart: nothing overlaps or leaves the canvas, text is text."""

from dataclasses import replace
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import combinations
from kpss.addon.bodies.rules.arranging import arrange
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import Node
from kpss.addon.bodies.rules.placing import BOX
from kpss.addon.bodies.rules.placing import PAD
from kpss.addon.bodies.rules.placing import SMALL
from kpss.addon.bodies.rules.placing import TITLE
from kpss.addon.bodies.rules.svg import Caption
from kpss.addon.bodies.rules.svg import draw
from kpss.addon.bodies.rules.svg import place
from kpss.addon.bodies.rules.textfit import text_width
from kpss.addon.bodies.rules.textfit import wrap
from xml.etree import ElementTree
import pytest


SVG = "{http://www.w3.org/2000/svg}"


def words(box):
    return [text for text in (box.subtitle, box.act_text) if text]


TEXTS = st.text(
    st.sampled_from("aáčdeěfiílmnoprřstuůvzž MŠŽ-/\u00a0"), min_size=1, max_size=90
)
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


def picture_of(*boxes, **caption):
    level = arrange([Node(box) for box in boxes])
    return draw(level, words, Caption(**{"title": "Kdo plánuje", **caption}))


def test_text_is_escaped_and_stays_text():
    picture = picture_of(
        Box("a", "Péče & <b>dům</b>", act_text='říká "ano"'),
        title="Kdo <plánuje> & rozhoduje",
        description="A & B",
    )

    root = ElementTree.fromstring(picture)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "Péče & <b>dům</b>" in " ".join(texts)
    assert 'říká "ano"' in texts
    assert root.find(f"{SVG}title").text == "Kdo <plánuje> & rozhoduje"
    assert root.find(f"{SVG}desc").text == "A & B"


def test_characters_that_xml_cannot_hold_are_dropped():
    picture = picture_of(Box("a", "Rada\x01města\x00 \ud800"))

    assert "Radaměsta" in "".join(ElementTree.fromstring(picture.encode()).itertext())


def test_language_cannot_break_out_of_its_attribute():
    root = ElementTree.fromstring(picture_of(language='cs" onload="x'))

    assert root.get("onload") is None


def test_same_chart_gives_the_same_picture():
    assert picture_of(Box("a", "A")) == picture_of(Box("a", "A"))


def test_picture_loads_nothing_and_runs_nothing():
    picture = picture_of(Box("a", "A", url="https://mesto.example/"))

    for forbidden in ("<script", "<style", "href", "url(", "@import", "<image"):
        assert forbidden not in picture


def test_empty_chart_is_a_picture_with_a_heading():
    root = ElementTree.fromstring(picture_of())

    assert [text.text for text in root.iter(f"{SVG}text")] == ["Kdo plánuje"]


def test_legend_and_notes_stand_under_the_chart():
    root = ElementTree.fromstring(
        picture_of(
            Box("a", "Rada", acts=("decides",)),
            legend=[("decides", "rozhoduje")],
            notes=["* mohou se měnit"],
        )
    )

    rows = {text.text: float(text.get("y")) for text in root.iter(f"{SVG}text")}
    assert rows["Rada"] < rows["rozhoduje"] < rows["* mohou se měnit"]


@pytest.mark.parametrize("size", [TITLE, SMALL])
@given(text=TEXTS)
@settings(deadline=None)
def test_no_line_is_wider_than_its_box(size, text):
    room = BOX - 2 * PAD
    lines = wrap(text, room, size, bold=True)

    assert all(text_width(line, size, bold=True) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_break_space_holds_words_together():
    assert wrap("jednání 13.\u00a07.\u00a02020", 70, SMALL) == [
        "jednání",
        "13.\u00a07.\u00a02020",
    ]


def test_diacritics_make_no_letter_wider():
    assert text_width("řídicí", 12) == text_width("ridici", 12)
