"""CSV as spreadsheets write it: in several encodings, with several separators."""

from codecs import BOM_UTF16_BE
from codecs import BOM_UTF16_LE
from itertools import islice
from kpss.addon.bodies.importing.rules.headings import heading_row
from kpss.addon.bodies.importing.rules.headings import recognise
from kpss.addon.bodies.importing.table import is_filled
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.importing.table import table_of
from kpss.addon.bodies.importing.table import unreadable
import csv
import io


SEPARATORS = (";", ",", "\t")
#: Among how many first rows the headings are looked for.
TOP = 10


def read_csv(data: bytes) -> Table:
    """The table; rows count from 1, an empty line is a row too. Raises Unreadable."""
    text = _decode(data)
    rows = list(_rows(text, _separator(text)))
    top = heading_row(rows[:TOP])
    if top is None:
        raise unreadable("empty")
    filled = [
        (number, tuple(row))
        for number, row in enumerate(rows[top + 1 :], top + 2)
        if any(map(is_filled, row))
    ]
    return table_of(tuple(cell.strip() for cell in rows[top]), filled)


def _decode(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise unreadable("not_a_table")
    else:
        encodings = ["utf-8-sig", "cp1250"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise unreadable("unknown_encoding")


def _rows(text: str, separator: str):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        raise unreadable("broken_csv", row=reader.line_num) from error


def _separator(text: str) -> str:
    """The one that gives the most known headings, else the most columns."""

    def worth(separator: str) -> tuple[int, int]:
        rows = list(islice(_rows(text, separator), TOP))
        top = heading_row(rows)
        found = rows[top] if top is not None else []
        return len(recognise(found).places), len(found)

    return max(SEPARATORS, key=worth)
