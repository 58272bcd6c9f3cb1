"""A table as it was read, and the same table packed for the hidden field of the form.

The table travels in the form between preview and import, so nothing personal is written
into the database before the coordinator says so. It needs no signature: who may send
the form may send any file, and what is applied is judged anew against ``digest``.
"""

from base64 import b64decode
from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from kpss.addon.bodies.importing.rules.cells import Cell
from kpss.addon.bodies.importing.rules.verdicts import Problem
from typing import Any
import binascii
import json
import zlib


#: More than Zope takes in one field by default would never come back.
MAX_PACKED = 900_000
MAX_UNPACKED = 20_000_000
MAX_ROWS = 2000
MAX_COLUMNS = 100


class Unreadable(Exception):
    """The file cannot be used at all; says why."""

    def __init__(self, problem: Problem):
        super().__init__(problem.code)
        self.problem = problem


def unreadable(code: str, **params: Any) -> Unreadable:
    return Unreadable(Problem(code, params))


@dataclass(frozen=True)
class Table:
    """``rows``: number of the row as in the sheet, and its cells under ``headings``.

    ``sheet``: the one that was read, None for CSV; ``hidden``: sheets passed over because
    they are hidden; ``others``: visible ones that were not read.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    sheet: str | None = None
    hidden: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def table_of(
    headings: tuple[str, ...], rows: list[tuple[int, tuple[Cell, ...]]], **where: Any
) -> Table:
    """The table without empty columns at its right. Raises Unreadable."""
    used = [_width(headings), *(_width(cells) for _number, cells in rows)]
    width = max(used)
    if width > MAX_COLUMNS:
        raise unreadable("too_many_columns", most=MAX_COLUMNS)
    if len(rows) > MAX_ROWS:
        raise unreadable("too_many_rows", most=MAX_ROWS)
    cut = tuple((number, cells[:width]) for number, cells in rows)
    return Table(headings[:width], cut, **where)


def is_filled(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() != ""


def _width(cells: tuple[Cell, ...]) -> int:
    filled = [number for number, cell in enumerate(cells, 1) if is_filled(cell)]
    return max(filled, default=0)


def pack(table: Table) -> str:
    """The table as a text of one line; raises Unreadable when it is too long."""
    data = [
        table.headings,
        [[number, [_out(cell) for cell in cells]] for number, cells in table.rows],
        table.sheet,
        table.hidden,
        table.others,
    ]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = b64encode(zlib.compress(text.encode(), 9)).decode("ascii")
    if len(packed) > MAX_PACKED or len(text) > MAX_UNPACKED // 4:
        raise unreadable("too_much_text")
    return packed


def unpack(packed: str) -> Table:
    """The table again; raises Unreadable when the text was spoiled on the way."""
    try:
        unzip = zlib.decompressobj()
        text = unzip.decompress(b64decode(packed, validate=True), MAX_UNPACKED)
        headings, rows, sheet, hidden, others = json.loads(text)
        return Table(
            tuple(map(str, headings)),
            tuple(
                (int(number), tuple(_in(cell) for cell in cells))
                for number, cells in rows[:MAX_ROWS]
            ),
            sheet,
            tuple(hidden),
            tuple(others),
        )
    except (binascii.Error, zlib.error, ValueError, TypeError, AttributeError) as error:
        raise unreadable("spoiled") from error


def _out(cell: Cell) -> Any:
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def _in(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return date.fromisoformat(cell.get("day"))
    if cell is None or isinstance(cell, str | int | float | bool):
        return cell
    raise TypeError("not a cell")
