"""Sentences on a whole file."""

from kpss.addon.i18n import _


FILES = {
    "nothing_sent": _("Choose a file with the table."),
    "too_large": _(
        "The file is larger than 10 MB. Leave pictures out, or split the table."
    ),
    "too_large_unpacked": _(
        "Unpacked, the file is too large. Leave out what does not belong to the table."
    ),
    "empty": _("There is nothing in the table."),
    "no_rows": _("The table has headings but no row below them."),
    "old_excel": _(
        "This is a file of an old Excel, or one protected by a password. Save it as XLSX "
        "without a password."
    ),
    "not_a_table": _("This is not a table. Send an XLSX or a CSV."),
    "not_xlsx": _(
        "The file cannot be opened as an XLSX: it is damaged or of another kind. Save the "
        "table in the spreadsheet as XLSX."
    ),
    "unknown_encoding": _(
        "The letters of the file cannot be read. Save the CSV in the encoding UTF-8."
    ),
    "broken_csv": _(
        "The CSV cannot be read from row ${row} on: quotation marks do not fit."
    ),
    "too_many_columns": _("The table has more than ${most} columns."),
    "too_many_rows": _(
        "The table has more than ${most} rows. Split it into several files and import "
        "them one after another."
    ),
    "row_too_far": _(
        "Something stands as far as in row ${row}; only ${last} rows are read. Delete what "
        "does not belong to the table."
    ),
    "no_visible_sheet": _("The file has no visible sheet."),
    "merged_cells": _(
        "The table has merged cells: ${ranges}. Split them, so that every row stands by "
        "itself."
    ),
    "formula_without_value": _(
        "Formulas in the cells ${cells} have no value yet. Open the table in the "
        "spreadsheet, save it, and send it again."
    ),
    "too_much_text": _("The table holds too much text. Split it into several files."),
    "spoiled": _("The table was lost on the way. Send the file again."),
    "twice": _(
        "The headings “${first}” and “${second}” mean the same column. Leave one of them."
    ),
    "missing": _("The column “${column}” is missing."),
    "sheet_read": _("The sheet “${sheet}” is read; these are not: ${others}."),
    "unknown_column": _(
        "The column “${heading}” is not known and will be passed over."
    ),
}
