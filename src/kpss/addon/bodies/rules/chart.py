"""The organisation chart as a tree: who hangs under whom, and what each box says.

The line in the chart is only a line; it means no power (decision 25).
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.bodies.rules.hanging import Lines
from kpss.addon.bodies.rules.hanging import lines
from typing import Any


#: The act that gives a box its colour is the first of these that the body has.
ACTS_BY_WEIGHT = ("decides", "manages", "advises", "prepares", "initiates")

#: Facts of a body (``bodies.registry``) or a row of the process's functions.
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Function:
    """A function as a line in the box of its body; ``office`` is what it follows."""

    title: str
    office: str | None = None


@dataclass(frozen=True)
class Box:
    """What one box says: a body, or a function that has a box of its own (BER-09).

    ``url`` is None for a function, ``office`` for a body.
    """

    id: str
    title: str
    url: str | None = None
    subtitle: str | None = None
    acts: tuple[str, ...] = ()
    act_text: str | None = None
    composition_text: str | None = None
    office: str | None = None
    functions: tuple[Function, ...] = ()
    open_to_all: bool = False
    is_group: bool = False

    @property
    def leading_act(self) -> str | None:
        """The weightiest act, which colours the box; None when it has none."""
        return next((act for act in ACTS_BY_WEIGHT if act in self.acts), None)


@dataclass(frozen=True)
class Node:
    """A box and what hangs under it, in chart order."""

    box: Box
    children: tuple["Node", ...] = ()


def grow(
    bodies: Sequence[Row], functions: Sequence[Row], parents: Lines
) -> tuple[Node, ...]:
    """The roots of the chart.

    ``bodies`` are the shown ones in chart order; ``parents`` knows the lines of all,
    those left out included. A function of a body that is left out is left out too, and
    one that may be held in any body stands in the chart only with a box of its own.
    """
    above = lines(parents, [body["id"] for body in bodies])
    below: dict[str | None, list[str]] = {}
    for body_id, parent in above.items():
        below.setdefault(parent, []).append(body_id)
    own = _by_body(functions, own_box=True)
    listed = _by_body(functions, own_box=False)
    boxes = {body["id"]: body_box(body, listed.get(body["id"], ())) for body in bodies}

    def node(body_id: str) -> Node:
        staff = [Node(function_box(row)) for row in own.get(body_id, ())]
        return Node(boxes[body_id], (*staff, *map(node, below.get(body_id, ()))))

    unbound = [Node(function_box(row)) for row in own.get(None, ())]
    return (*map(node, below.get(None, ())), *unbound)


def depth_first(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes in the order in which the chart is read."""
    for node in nodes:
        yield node
        yield from depth_first(node.children)


def body_box(body: Row, functions: Sequence[Row] = ()) -> Box:
    """The box of a body, with the functions that sit in it."""
    return Box(
        id=body["id"],
        title=body["title"],
        url=body.get("url"),
        subtitle=body.get("subtitle") or None,
        acts=tuple(body.get("acts") or ()),
        act_text=body.get("act_text") or None,
        composition_text=body.get("composition_text") or None,
        functions=tuple(
            Function(r["title"], r.get("office") or None) for r in functions
        ),
        open_to_all=bool(body.get("open_to_all")),
        is_group=body.get("kind") == "working_group",
    )


def function_box(row: Row) -> Box:
    """The box of a function that has its own; the id can never be a body's."""
    return Box(
        id=f"function:{row['id']}",
        title=row["title"],
        act_text=row.get("act_text") or None,
        office=row.get("office") or None,
    )


def _by_body(functions: Sequence[Row], own_box: bool) -> dict[str | None, list[Row]]:
    rows: dict[str | None, list[Row]] = {}
    for row in functions:
        if bool(row.get("own_box")) is own_box:
            rows.setdefault(row.get("body") or None, []).append(row)
    return rows
