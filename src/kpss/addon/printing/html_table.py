"""A table of HTML: its rows and cells, and what stands in it outside of cells."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.printing.paper import Cell
from kpss.addon.printing.paper import Runs
from kpss.addon.printing.paper import Table
from kpss.addon.printing.rules.grid import lay_out
from lxml import etree


@dataclass
class Rows:
    """Cells by rows, those of the head apart; ``stray``: texts and elements between."""

    head: list[list[etree._Element]] = field(default_factory=list)
    body: list[list[etree._Element]] = field(default_factory=list)
    caption: etree._Element | None = None
    stray: list[str | etree._Element] = field(default_factory=list)

    def settle(self) -> None:
        """First rows of headers alone are a head; a head alone is its first row."""
        while self.body and not self.head and _all_headers(self.body[0]):
            self.head.append(self.body.pop(0))
        if not self.body:
            self.head, self.body = self.head[:1], self.head[1:]


def rows_of(element, rows: Rows, *, in_head: bool) -> None:
    """Gather the rows of a table; nested tables stay in their cells."""
    _keep(rows, element.text)
    for child in element:
        tag = child.tag
        if tag == "tr":
            cells = []
            _keep(rows, child.text)
            for cell in child:
                if cell.tag in ("td", "th"):
                    cells.append(cell)
                elif isinstance(cell.tag, str):
                    rows.stray.append(cell)
                _keep(rows, cell.tail)
            if cells:
                (rows.head if in_head else rows.body).append(cells)
        elif tag in ("thead", "tbody", "tfoot"):
            rows_of(child, rows, in_head=tag == "thead")
        elif tag == "caption" and rows.caption is None:
            rows.caption = child
        elif tag not in ("colgroup", "col") and isinstance(tag, str):
            rows.stray.append(child)
        _keep(rows, child.tail)


def table_of(
    rows: Rows, runs_of: Callable[[etree._Element], Runs], caption: str
) -> Table | None:
    """The table in a grid; None when it has no cells."""
    rows.settle()
    if not rows.head and not rows.body:
        return None
    width, _head = lay_out([list(map(_spans, row)) for row in rows.head])
    width, body = lay_out([list(map(_spans, row)) for row in rows.body], width)
    width, head = lay_out([list(map(_spans, row)) for row in rows.head], width)
    return Table(
        columns=width,
        head=_filled(head, rows.head, runs_of),
        body=_filled(body, rows.body, runs_of),
        caption=caption,
    )


def _filled(placed, rows, runs_of) -> tuple[tuple[Cell, ...], ...]:
    cells = [cell for row in rows for cell in row]
    return tuple(
        tuple(
            Cell(
                () if one.index is None else runs_of(cells[one.index]),
                one.columns,
                one.rows,
            )
            for one in row
        )
        for row in placed
    )


def _spans(cell) -> tuple[int, int]:
    return _number(cell.get("colspan")), _number(cell.get("rowspan"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 1


def _all_headers(row) -> bool:
    return all(cell.tag == "th" for cell in row)


def _keep(rows: Rows, text: str | None) -> None:
    if text and text.strip():
        rows.stray.append(text)
