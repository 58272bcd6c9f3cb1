"""XLSX: the first visible sheet, read row by row.

What openpyxl passes over in this mode, merged cells and formulas without a value, is
looked for in the sheet's own XML (``xlsx_scan``).
"""

from itertools import islice
from kpss.addon.bodies.importing.rules.cells import Cell
from kpss.addon.bodies.importing.rules.cells import plain
from kpss.addon.bodies.importing.rules.headings import heading_row
from kpss.addon.bodies.importing.table import is_filled
from kpss.addon.bodies.importing.table import MAX_COLUMNS
from kpss.addon.bodies.importing.table import MAX_ROWS
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.importing.table import table_of
from kpss.addon.bodies.importing.table import unreadable
from kpss.addon.bodies.importing.xlsx_scan import scan
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from zipfile import BadZipFile
from zipfile import ZipFile
import io
import warnings
import zlib


#: Of all the XML in the file, unpacked: a small file may hold gigabytes.
MAX_XML = 60_000_000
#: Rows of a sheet that are looked at, empty ones included.
LAST_ROW = 20_000
#: Among how many first rows the headings are looked for.
TOP = 10
#: What reading a damaged or foreign file may raise in openpyxl and below it.
DAMAGED = (
    AttributeError,
    BadZipFile,
    EOFError,
    InvalidFileException,
    LookupError,
    OverflowError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


def read_xlsx(data: bytes) -> Table:
    """The table on the first visible sheet. Raises Unreadable."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return _read(book)
    except DAMAGED as error:
        raise unreadable("not_xlsx") from error


def _check_parts(archive: ZipFile) -> None:
    parts = [
        one for one in archive.infolist() if one.filename.endswith((".xml", ".rels"))
    ]
    if sum(part.file_size for part in parts) > MAX_XML:
        raise unreadable("too_large_unpacked")
    if "[Content_Types].xml" not in archive.namelist():
        raise unreadable("not_xlsx")
    for part in parts:
        with archive.open(part) as stream:
            head = stream.read(4096)
        # No spreadsheet has one; it could name files of this machine
        if any(
            "<!DOCTYPE".encode(code) in head
            for code in ("ascii", "utf-16-le", "utf-16-be")
        ):
            raise unreadable("not_xlsx")


def _read(book) -> Table:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        raise unreadable("no_visible_sheet")
    sheet = visible[0]
    sheet.reset_dimensions()
    found = enumerate(
        sheet.iter_rows(max_row=LAST_ROW, max_col=MAX_COLUMNS + 1, values_only=True), 1
    )
    first = [(number, tuple(map(plain, row))) for number, row in islice(found, TOP)]
    top = heading_row([[_text(cell) for cell in row] for _number, row in first])
    if top is None:
        raise unreadable("empty")
    _check_sheet(book, sheet, first[top][0])
    rows = [one for one in first[top + 1 :] if any(map(is_filled, one[1]))]
    for number, row in found:
        cells = tuple(map(plain, row))
        if any(map(is_filled, cells)):
            rows.append((number, cells))
        if len(rows) > MAX_ROWS:
            break
    hidden = (one.title for one in book.worksheets if one.sheet_state != "visible")
    return table_of(
        tuple(_text(cell) for cell in first[top][1]),
        rows,
        sheet=sheet.title,
        hidden=tuple(hidden),
        others=tuple(one.title for one in visible[1:]),
    )


def _check_sheet(book, sheet, top: int) -> None:
    """Refuse what has no plain value; above the headings it does not matter."""
    with book._archive.open(sheet._worksheet_path) as stream:
        seen = scan(stream)
    merged = seen.merged_from(top)
    if merged:
        raise unreadable("merged_cells", ranges=merged[:10])
    empty = seen.empty_formulas_from(top)
    if empty:
        raise unreadable("formula_without_value", cells=empty[:10])
    if seen.last_row > LAST_ROW:
        raise unreadable("row_too_far", row=seen.last_row, last=LAST_ROW)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
