"""Lines of the preview: what is wrong, and rows with a verdict per cell."""

from collections.abc import Iterable
from kpss.addon.bodies.importing.draft import Draft
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.cells import text_of
from kpss.addon.bodies.importing.rules.verdicts import CHANGED
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.rules.verdicts import NEW
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.bodies.importing.sentences import place
from kpss.addon.bodies.importing.sentences import sentence
from kpss.addon.bodies.importing.summary import VERDICTS
from kpss.addon.i18n import translate


#: Bootstrap's colours of badges; the word stands in them too.
COLOURS = {
    ERROR: "text-bg-danger",
    WARNING: "text-bg-warning",
    CHANGED: "text-bg-info",
    NEW: "text-bg-light border",
}


def problem_lines(draft: Draft, verdict: str) -> list[dict]:
    """Places and sentences of all errors, or of all warnings; those of the file first."""
    whole = draft.problems if verdict == ERROR else draft.notes
    found = [
        cell.problem
        for row in draft.rows
        for cell in row.cells.values()
        if cell.verdict == verdict and cell.problem is not None
    ]
    return [_problem_line(problem, draft) for problem in (*whole, *found)]


def _problem_line(problem: Problem, draft: Draft) -> dict:
    where = place(problem, draft)
    return {
        "place": translate(where) if where is not None else "",
        "sentence": translate(sentence(problem)),
    }


def row_lines(draft: Draft, rows: Iterable[RowDraft]) -> list[dict]:
    return [
        {
            "number": row.number,
            "verdict": VERDICTS[row.verdict],
            "colour": COLOURS.get(row.verdict, ""),
            "cells": [_cell_line(row, name) for name in draft.names],
        }
        for row in rows
    ]


def _cell_line(row: RowDraft, name: str) -> dict:
    """A cell; its verdict is written out where it is not that of the row."""
    judged = row.cells.get(name)
    line = {
        "text": _as_written(row, name),
        "badge": "",
        "colour": "",
        "now": "",
        "why": "",
    }
    if judged is None or (judged.verdict == row.verdict and judged.problem is None):
        if judged is not None and judged.verdict == CHANGED:
            line["now"] = judged.current
        return line
    line["badge"] = VERDICTS[judged.verdict]
    line["colour"] = COLOURS.get(judged.verdict, "text-bg-light border")
    line["now"] = judged.current
    line["why"] = translate(sentence(judged.problem)) if judged.problem else ""
    return line


def _as_written(row: RowDraft, name: str) -> str:
    try:
        return text_of(row.raw.get(name))
    except CellRefused:
        return str(row.raw[name])
