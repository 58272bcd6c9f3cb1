"""What stands in a cell: texts, days, yes and no; anything doubtful is refused."""

from datetime import date
from datetime import datetime
from datetime import time
from decimal import Decimal
from typing import Any
import re


#: As readers of files give it; a cell with a day and a time is read as the day.
Cell = str | int | float | bool | date | None

YES = frozenset(("ano", "a", "yes", "y", "true", "pravda", "1", "x"))
NO = frozenset(("ne", "n", "no", "false", "nepravda", "0"))

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?\Z")
_CZECH = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})\.?\Z")
_SHORT = re.compile(r"\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{2}\Z")
_SLASHES = re.compile(r"\d{1,4}\s*/\s*\d{1,2}\s*/\s*\d{1,4}\Z")
_NUMBER = re.compile(r"\d+([.,]0*)?\Z")
_YEARS = range(1900, 2200)


class CellRefused(ValueError):
    """The cell cannot be read.

    Codes: ``no_such_day`` (day, month, year), ``american_date`` (text),
    ``short_year`` (text), ``serial_number`` (text), ``not_a_date`` (text),
    ``year_far`` (year), ``not_yes_no`` (text), ``broken_value`` (text).
    """

    def __init__(self, code: str, **params: Any):
        super().__init__(code)
        self.code = code
        self.params = params


def text_of(cell: Cell) -> str:
    """The cell as a text of one line; empty when there is none.

    Raises CellRefused for what a spreadsheet writes when a formula fails (#REF!).
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ano" if cell else "ne"
    if isinstance(cell, date):
        return f"{cell.day}. {cell.month}. {cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, int | float):
        return format(Decimal(str(cell)), "f")
    text = " ".join(cell.split())
    if re.fullmatch(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", text):
        raise CellRefused("broken_value", text=text)
    return text


def day_of(cell: Cell) -> date | None:
    """The day in the cell; None when it is empty."""
    if isinstance(cell, date):
        return _in_range(cell)
    text = text_of(cell)
    if not text:
        return None
    parts = _ISO.match(text)
    if parts:
        return _day(*map(int, parts.groups()))
    parts = _CZECH.match(text)
    if parts:
        day, month, year = map(int, parts.groups())
        return _day(year, month, day)
    for code, pattern in (
        ("american_date", _SLASHES),
        ("short_year", _SHORT),
        ("serial_number", _NUMBER),
    ):
        if pattern.match(text):
            raise CellRefused(code, text=text)
    raise CellRefused("not_a_date", text=text[:100])


def _day(year: int, month: int, day: int) -> date:
    try:
        return _in_range(date(year, month, day))
    except ValueError as error:
        if isinstance(error, CellRefused):
            raise
        raise CellRefused("no_such_day", day=day, month=month, year=year) from None


def _in_range(day: date) -> date:
    if day.year not in _YEARS:
        raise CellRefused("year_far", year=day.year)
    return day


def yes_no_of(cell: Cell) -> bool | None:
    """Yes or no; None when the cell is empty."""
    text = text_of(cell).casefold()
    if not text:
        return None
    if text in YES or text in NO:
        return text in YES
    raise CellRefused("not_yes_no", text=text[:100])


def plain(value: object) -> Cell:
    """What a reader of files found, as a cell: a day for a day with a time."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    return str(value)
