"""Which boxes of the chart stand side by side and which are stacked in columns.

Widths are counted in units: a unit is the width that one box needs on a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.bodies.rules.chart import Node


#: Boxes that fit side by side on a page 62rem wide.
WIDEST = 6
#: From how many boxes on the chart is long and folds what it can.
LONG = 60
#: A list with more boxes than this that have nothing under them folds in a long chart.
MOST_UNFOLDED = 8


@dataclass(frozen=True)
class Place:
    """A box in its place, ``units`` wide together with what hangs under it."""

    box: Box
    units: int = 1
    below: "Level | None" = None


@dataclass(frozen=True)
class Level:
    """Boxes that hang on one line.

    ``columns`` is None when they stand side by side; otherwise they are stacked in so
    many columns, read across. ``folded``: the page shows their number first.
    """

    places: tuple[Place, ...]
    units: int
    columns: int | None = None
    folded: bool = False

    @property
    def is_groups(self) -> bool:
        """Whether these are working groups, which a town calls by a common name."""
        return len(self.places) > 1 and all(place.box.is_group for place in self.places)


def arrange(roots: Sequence[Node], widest: int = WIDEST) -> Level:
    """The places of all boxes, nowhere wider than ``widest`` units."""
    is_long = sum(1 for _node in depth_first(roots)) > LONG
    return _level(roots, widest, is_long, top=True)


def _level(nodes: Sequence[Node], room: int, is_long: bool, top: bool = False) -> Level:
    if len(nodes) <= room:
        shares = share([width(node) for node in nodes], room)
        columns = None
    else:
        columns = even_columns(len(nodes), room)
        shares = [1] * len(nodes)
    places = tuple(
        _place(node, part, is_long) for node, part in zip(nodes, shares, strict=True)
    )
    leaves = sum(1 for node in nodes if not node.children)
    return Level(
        places,
        units=columns or sum(place.units for place in places),
        columns=columns,
        folded=is_long and not top and leaves > MOST_UNFOLDED,
    )


def _place(node: Node, room: int, is_long: bool) -> Place:
    if not node.children:
        return Place(node.box)
    below = _level(node.children, room, is_long)
    return Place(node.box, units=below.units, below=below)


def width(node: Node) -> int:
    """Units that a node takes when everything under it stands side by side."""
    return max(1, sum(width(child) for child in node.children))


def share(wanted: Sequence[int], room: int) -> list[int]:
    """Deal ``room`` units: one to each, then one by one to whoever lacks most."""
    given = [1] * len(wanted)
    for _unit in range(room - len(wanted)):
        lacking = [want - have for want, have in zip(wanted, given, strict=True)]
        most = max(lacking, default=0)
        if most <= 0:
            break
        given[lacking.index(most)] += 1
    return given


def even_columns(number: int, most: int) -> int:
    """Columns for a stack, at most so many, as even as the number allows.

    Four boxes where three fit make two columns of two, not three and one.
    """
    rows = -(-number // most)
    return -(-number // rows)
