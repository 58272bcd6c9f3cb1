"""A sheet's XML looked through for merged cells, formulas without a value, the last row."""

from dataclasses import dataclass
from dataclasses import field
from openpyxl.utils.cell import range_boundaries
from typing import BinaryIO
from xml.parsers import expat


@dataclass
class Seen:
    """Ranges and cells as people name them: "B2:C3", "D7"."""

    merged: list[str] = field(default_factory=list)
    empty_formulas: list[str] = field(default_factory=list)
    last_row: int = 0

    def merged_from(self, row: int) -> list[str]:
        """Merged ranges that reach to the row or below."""
        return [one for one in self.merged if range_boundaries(one)[3] >= row]

    def empty_formulas_from(self, row: int) -> list[str]:
        return [one for one in self.empty_formulas if range_boundaries(one)[1] >= row]


class _Handler:
    def __init__(self, seen: Seen):
        self.seen = seen
        self.cell = ""
        self.text = self.formula = self.value = self.inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self.cell = attributes.get("r", "")
                self.text = attributes.get("t") == "str"
                self.formula = self.value = False
            case "f":
                self.formula = True
            case "v" | "is":
                # An empty text is a value of a formula, an empty number is none
                self.value, self.inside = self.text, True
            case "mergeCell":
                self.seen.merged.append(attributes.get("ref", ""))

    def characters(self, _text: str) -> None:
        self.value = self.value or self.inside

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" | "is":
                self.inside = False
            case "c" if self.cell:
                self._end_of_cell()

    def _end_of_cell(self) -> None:
        if self.formula and not self.value:
            self.seen.empty_formulas.append(self.cell)
        if self.value:
            self.seen.last_row = max(self.seen.last_row, row_of(self.cell))


def row_of(cell: str) -> int:
    """The number of the row in the name of a cell; raises ValueError when it has none."""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))


def scan(stream: BinaryIO) -> Seen:
    """Look through the sheet. Raises SyntaxError when it is not XML."""
    seen = Seen()
    handler = _Handler(seen)
    parser = expat.ParserCreate()
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.characters
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise SyntaxError(str(error)) from error
    return seen
