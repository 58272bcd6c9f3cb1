"""The chart as a tree: who hangs where, what is left out, what a box says."""

from kpss.addon.bodies.rules.chart import body_box
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.bodies.rules.chart import Function
from kpss.addon.bodies.rules.chart import grow
from kpss.addon.bodies.rules.hanging import DEEPEST
from kpss.addon.bodies.rules.hanging import lines
from kpss.addon.bodies.rules.hanging import way_up
from tests.rules.bodies.charts import bodies
import pytest


def outline(nodes, level=0):
    """The tree as text, one box a line, two spaces a level."""
    rows = []
    for node in nodes:
        rows.append("  " * level + node.box.id)
        rows.extend(outline(node.children, level + 1))
    return rows


# Ids of bodies in chart order, the body above each, and the chart
TREES = {
    "roots keep the chart order": (
        ["rada", "komise"],
        {"rada": None, "komise": None},
        ["rada", "komise"],
    ),
    "children keep the chart order though they come before their parent": (
        ["ps-b", "ks", "ps-a"],
        {"ps-b": "ks", "ks": None, "ps-a": "ks"},
        ["ks", "  ps-b", "  ps-a"],
    ),
    "a body under a hidden one hangs under the nearest shown one": (
        ["zastupitelstvo", "ks"],
        {"zastupitelstvo": None, "rada": "zastupitelstvo", "tym": "rada", "ks": "tym"},
        ["zastupitelstvo", "  ks"],
    ),
    "a body with nobody shown above it is a root": (
        ["ks"],
        {"rada": None, "ks": "rada"},
        ["ks"],
    ),
    "a body whose parent is not there at all is a root": (
        ["ks"],
        {"ks": "nikdo"},
        ["ks"],
    ),
    "a loop is cut above its first body": (
        ["a", "b", "c"],
        {"a": "c", "b": "a", "c": "b"},
        ["a", "  b", "    c"],
    ),
    "a body that hangs off a loop keeps its place": (
        ["x", "a", "b"],
        {"x": "a", "a": "b", "b": "a"},
        ["a", "  x", "  b"],
    ),
    "a body above itself is a root": (["a"], {"a": "a"}, ["a"]),
    "a loop through a hidden body is cut": (
        ["a", "b"],
        {"a": "h", "h": "b", "b": "a"},
        ["a", "  b"],
    ),
    "a loop of hidden bodies only ends the way up": (
        ["a"],
        {"a": "h", "h": "i", "i": "h"},
        ["a"],
    ),
}


@pytest.mark.parametrize(("shown", "parents", "expected"), TREES.values(), ids=TREES)
def test_bodies_hang_where_the_reader_can_see_it(shown, parents, expected):
    assert outline(grow(bodies(*shown), [], parents)) == expected


def test_coordinator_has_a_box_under_the_department():
    """BER-09, decision 11."""
    functions = [
        {"id": "garant", "title": "Garant", "body": "osvz", "office": "vedoucí odboru"},
        {
            "id": "koordinator",
            "title": "Koordinátor/ka",
            "body": "osvz",
            "own_box": True,
            "act_text": "koordinace procesu KPSS",
        },
    ]

    (department,) = grow(bodies("osvz"), functions, {"osvz": None})

    assert department.box.functions == (Function("Garant", office="vedoucí odboru"),)
    (coordinator,) = department.children
    assert coordinator.box.title == "Koordinátor/ka"
    assert coordinator.box.act_text == "koordinace procesu KPSS"
    assert coordinator.box.url is None


def test_boxes_of_functions_stand_before_the_bodies_under_their_body():
    functions = [{"id": "koordinator", "title": "K", "body": "ks", "own_box": True}]

    chart = grow(bodies("ks", "ps"), functions, {"ks": None, "ps": "ks"})

    assert outline(chart) == ["ks", "  function:koordinator", "  ps"]


@pytest.mark.parametrize("own_box", [True, False])
def test_function_of_a_body_that_is_left_out_is_left_out(own_box):
    functions = [{"id": "tajny", "title": "T", "body": "skryta", "own_box": own_box}]

    chart = grow(bodies("rada"), functions, {"rada": None, "skryta": "rada"})

    assert outline(chart) == ["rada"]
    assert chart[0].box.functions == ()


def test_function_of_any_body_stands_in_the_chart_only_with_a_box_of_its_own():
    functions = [
        {"id": "vedouci", "title": "Vedoucí skupiny"},
        {"id": "koordinator", "title": "Koordinátor", "own_box": True},
    ]

    chart = grow(bodies("ps"), functions, {"ps": None})

    assert outline(chart) == ["ps", "function:koordinator"]
    assert chart[0].box.functions == ()


def test_function_never_takes_the_place_of_a_body_with_the_same_id():
    functions = [{"id": "garant", "title": "G", "body": "garant", "own_box": True}]

    chart = grow(bodies("garant"), functions, {"garant": None})

    assert outline(chart) == ["garant", "  function:garant"]


@pytest.mark.parametrize(
    ("acts", "leading"),
    [
        ([], None),
        (["prepares"], "prepares"),
        (["initiates", "advises"], "advises"),
        (["prepares", "decides", "manages"], "decides"),
    ],
)
def test_weightiest_act_leads(acts, leading):
    """PRA-04: a group that initiates and advises is coloured as one that advises."""
    assert body_box({"id": "a", "title": "A", "acts": acts}).leading_act == leading


def test_way_up_leads_from_the_top():
    above = lines({"a": None, "b": "a", "c": "b"}, ["a", "b", "c"])

    assert way_up(above, "c") == ["a", "b"]
    assert way_up(above, "a") == []


def test_what_would_hang_too_deep_hangs_beside_the_last_level():
    chain = [f"b{number}" for number in range(DEEPEST + 3)]
    parents = dict(zip(chain, [None, *chain], strict=False))

    chart = grow(bodies(*chain), [], parents)

    assert [node.box.id for node in depth_first(chart)] == chain
    assert max(line.count("  ") for line in outline(chart)) == DEEPEST - 1
