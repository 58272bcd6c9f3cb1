"""The import for code: rows as mappings, recorded all or not at all.

    from kpss.addon.bodies.importing.record import record_rows

    with path.open(newline="", encoding="utf-8") as file:
        record_rows(process, csv.DictReader(file, delimiter=";"))

``record_rows(process, rows, *, today=None) -> Recorded``. Keys of a row are headings as in
a file (Czech, English) or names of columns (``rules/columns.py``); values are texts, days,
numbers, truth values or None. A key that is no heading raises RowsRefused here, where a
file only gets a warning: code means what it says. Rows may come in any order; the same
rows again change nothing. User accounts must exist before. Who calls asks for permission.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from kpss.addon.bodies.importing.applying import apply_draft
from kpss.addon.bodies.importing.applying import Recorded
from kpss.addon.bodies.importing.draft import draft
from kpss.addon.bodies.importing.rules.cells import Cell
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.sentences import place_and_sentence
from kpss.addon.bodies.importing.table import Table
from kpss.addon.i18n import translate


class RowsRefused(ValueError):
    """``sentences``: everything that is wrong, with rows counted from 2 as in a file."""

    def __init__(self, sentences: list[str]):
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def record_rows(
    process, rows: Iterable[Mapping[str, Cell]], *, today: date | None = None
) -> Recorded:
    """Record people and memberships. Raises RowsRefused and records nothing.

    ``today`` is the present day by default; a consent may not be given after it.
    """
    rows = list(rows)
    headings = tuple(dict.fromkeys(key for row in rows for key in row))
    table = Table(
        tuple(map(str, headings)),
        tuple(
            (number, tuple(row.get(heading) for heading in headings))
            for number, row in enumerate(rows, 2)
        ),
    )
    found = draft(process, table, today=today or date.today())
    problems = [
        *found.problems,
        *(note for note in found.notes if note.code == "unknown_column"),
        *(
            cell.problem
            for row in found.rows
            for cell in row.cells.values()
            if cell.verdict == ERROR and cell.problem is not None
        ),
    ]
    if problems:
        raise RowsRefused(
            [translate(place_and_sentence(one, found)) for one in problems]
        )
    return apply_draft(process, found)
