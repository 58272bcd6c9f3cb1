"""Blocks of a paper as WordprocessingML.

Made as text because docxtpl puts it into the template's text; every value of a person
goes through ``escaped``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from html import escape
from kpss.addon.printing.paper import Block
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Cell
from kpss.addon.printing.paper import clean
from kpss.addon.printing.paper import Facts
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import Listing
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import Quote
from kpss.addon.printing.paper import Run
from kpss.addon.printing.paper import Runs
from kpss.addon.printing.paper import Table
from kpss.addon.printing.paper import text_of


#: Twentieths of a point: the text of an A4 page with usual margins is so wide.
WIDTH = 9070
INDENT = 425


@dataclass
class Writer:
    """Writes blocks into one document.

    ``style``: id of a style by its English name, None where the template has none.
    ``relate``: id of the relationship for an address. ``numbering``: id of a new list
    of a numbering that begins with a number at a level.
    """

    style: Callable[[str], str | None]
    relate: Callable[[str], str]
    numbering: Callable[[str, int, int], int]
    parts: list[str] = field(default_factory=list)

    def written(self, blocks: Blocks) -> str:
        """Paragraphs and tables; a paragraph comes last, as Word wants it."""
        parts = self._blocks(blocks, 0, 0)
        if not parts or not parts[-1].endswith("</w:p>"):
            parts.append("<w:p/>")
        return "".join(parts)

    def _blocks(self, blocks: Blocks, level: int, indent: int) -> list[str]:
        return [one for block in blocks for one in self._block(block, level, indent)]

    def _block(self, block: Block, level: int, indent: int) -> list[str]:
        match block:
            case Paragraph(runs):
                return [self._paragraph(runs, _indented(indent))]
            case Heading(depth, runs):
                return [self._heading(depth, runs)]
            case Quote(blocks):
                return self._blocks(blocks, level, indent + INDENT)
            case Facts(rows):
                return [
                    self._paragraph(
                        (Run(f"{label}: ", bold=True), Run(value)), _indented(indent)
                    )
                    for label, value in rows
                ]
            case Listing():
                return self._listing(block, level, indent)
            case Table():
                return self._table(block)

    def _paragraph(self, runs: Runs, properties: str = "") -> str:
        inside = "".join(self._run(run) for run in runs)
        return f"<w:p>{_wrapped('w:pPr', properties)}{inside}</w:p>"

    def _heading(self, level: int, runs: Runs) -> str:
        style = self.style(f"heading {level}")
        if style:
            return self._paragraph(runs, f'<w:pStyle w:val="{escape(style)}"/>')
        bold = tuple(Run(run.text, True, run.italic, run.struck) for run in runs)
        return self._paragraph(
            bold, f'<w:keepNext/><w:outlineLvl w:val="{min(level, 9) - 1}"/>'
        )

    def _run(self, run: Run) -> str:
        style = self.style("Hyperlink") if run.link else None
        properties = "".join(
            (
                f'<w:rStyle w:val="{escape(style)}"/>' if style else "",
                "<w:b/>" if run.bold else "",
                "<w:i/>" if run.italic else "",
                "<w:strike/>" if run.struck else "",
                '<w:u w:val="single"/>' if run.link and not style else "",
                '<w:vertAlign w:val="superscript"/>' if run.raised > 0 else "",
                '<w:vertAlign w:val="subscript"/>' if run.raised < 0 else "",
            )
        )
        lines = [
            f'<w:t xml:space="preserve">{escaped(line)}</w:t>' if line else ""
            for line in run.text.split("\n")
        ]
        made = f"<w:r>{_wrapped('w:rPr', properties)}{'<w:br/>'.join(lines)}</w:r>"
        if run.link:
            relation = self.relate(clean(run.link))
            return f'<w:hyperlink r:id="{escape(relation)}">{made}</w:hyperlink>'
        return made

    def _listing(self, block: Listing, level: int, indent: int) -> list[str]:
        parts: list[str] = []
        number, expected = 0, None
        deep = min(level, 8)
        left = indent + INDENT * (level + 1)
        for index, item in enumerate(block.items):
            wanted = block.numbers[index] if block.numbering else 1
            if index == 0 or (block.numbering and wanted != expected):
                number = self.numbering(block.numbering, wanted, deep)
            expected = wanted + 1
            mark = (
                f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/></w:numPr>'
                f'<w:ind w:left="{left}" w:hanging="{INDENT}"/>'
            )
            first = item[0] if item and isinstance(item[0], Paragraph) else None
            parts.append(self._paragraph(first.runs if first else (), mark))
            rest = item[1:] if first else item
            for one in rest:
                inner = indent if isinstance(one, Listing) else left
                parts += self._block(one, level + 1, inner)
        return parts

    def _table(self, block: Table) -> list[str]:
        columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths(block))
        caption = escaped(block.caption)
        rows = _rows(block.head, self._cell, head=True)
        rows += _rows(block.body, self._cell, head=False)
        title = self._paragraph((Run(block.caption, italic=True),), "<w:keepNext/>")
        return [
            *([title] if caption else []),
            "<w:tbl><w:tblPr>"
            f'<w:tblW w:w="{WIDTH}" w:type="dxa"/>{BORDERS}'
            + (f'<w:tblCaption w:val="{caption}"/>' if caption else "")
            + f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>",
            # Two tables in a row would become one
            "<w:p/>",
        ]

    def _cell(self, cell: Cell | None, columns: int, merge: str, *, head: bool) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        properties = _wrapped("w:tcPr", span + merge)
        runs = cell.runs if cell else ()
        if head:
            runs = tuple(
                Run(run.text, True, run.italic, run.struck, run.raised, run.link)
                for run in runs
            )
        return f"<w:tc>{properties}{self._paragraph(runs)}</w:tc>"


def widths(block: Table) -> list[int]:
    """Widths of columns as the table says, or by the longest text in each.

    None is too narrow for a word.
    """
    if block.shares:
        return [WIDTH * one // sum(block.shares) for one in block.shares]
    lengths = [6] * block.columns
    for row in (*block.head, *block.body):
        if len(row) == block.columns:
            for index, cell in enumerate(row):
                found = max(map(len, text_of(cell.runs).split("\n")))
                lengths[index] = max(lengths[index], min(found, 45))
    return [WIDTH * one // sum(lengths) for one in lengths]


def _rows(rows, cell, *, head: bool) -> str:
    """Rows of a grid; a cell over several rows goes on in the rows below."""
    parts: list[str] = []
    going_on: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells, column = [], 0
        given = iter(row)
        width = sum(one.columns for one in row) + sum(w for w, _n in going_on.values())
        while column < width:
            if column in going_on:
                wide, left = going_on.pop(column)
                cells.append(cell(None, wide, "<w:vMerge/>", head=head))
                if left > 1:
                    going_on[column] = (wide, left - 1)
                column += wide
                continue
            one = next(given)
            merge = '<w:vMerge w:val="restart"/>' if one.rows > 1 else ""
            cells.append(cell(one, one.columns, merge, head=head))
            if one.rows > 1:
                # Begins to go on in the next row
                going_on[column] = (one.columns, one.rows - 1)
            column += one.columns
        mark = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
        parts.append(f"<w:tr>{mark}{''.join(cells)}</w:tr>")
    return "".join(parts)


BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def escaped(text: str) -> str:
    """Text for XML, without signs that XML does not take."""
    return escape(clean(text))


def _wrapped(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _indented(indent: int) -> str:
    return f'<w:ind w:left="{indent}"/>' if indent else ""
