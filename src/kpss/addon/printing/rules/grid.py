"""Cells of a table laid out in a grid: every place is taken exactly once.

HTML lets cells span over each other, out of the table, or leave places empty; typst and
Word do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace


#: Wider tables cannot be read on paper; what a cell spans beyond is cut off.
MOST_COLUMNS = 40


@dataclass(frozen=True)
class Placed:
    """A cell at its place. ``index``: which of the given cells; None: an empty one."""

    index: int | None
    column: int
    columns: int = 1
    rows: int = 1


def lay_out(
    rows: Sequence[Sequence[tuple[int, int]]], columns: int = 0
) -> tuple[int, list[list[Placed]]]:
    """Number of columns and the rows of placed cells, in the order of columns.

    Given are pairs (columns, rows) that cells span; ``columns`` is the least width.
    Cells are counted through all rows. Raises nothing: what does not fit is cut.
    """
    taken: dict[tuple[int, int], None] = {}
    placed: list[list[Placed]] = [[] for _row in rows]
    number = 0
    # A cell that alone reaches further than any other begins makes no column
    width = columns
    for y, row in enumerate(rows):
        x = 0
        for wide, high in row:
            while (y, x) in taken:
                x += 1
            wide = _free(taken, y, x, min(max(1, wide), MOST_COLUMNS))
            high = min(max(1, high), len(rows) - y)
            for dy in range(high):
                for dx in range(wide):
                    taken[y + dy, x + dx] = None
            placed[y].append(Placed(number, x, wide, high))
            number += 1
            width = max(width, x + 1)
            x += wide
    for y, cells in enumerate(placed):
        cells[:] = [
            replace(one, columns=min(one.columns, width - one.column)) for one in cells
        ]
        cells += [Placed(None, x) for x in range(width) if (y, x) not in taken]
        cells.sort(key=lambda one: one.column)
    return width, placed


def _free(taken: dict[tuple[int, int], None], y: int, x: int, wide: int) -> int:
    """How much of the width is free from here on; cells from above may reach in."""
    for dx in range(1, wide):
        if (y, x + dx) in taken:
            return dx
    return wide
