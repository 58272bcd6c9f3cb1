"""A row's cells are read: texts checked as in the forms, references found."""

from collections.abc import Mapping
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.rules.cells import Cell
from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.cells import day_of
from kpss.addon.bodies.importing.rules.cells import text_of
from kpss.addon.bodies.importing.rules.cells import yes_no_of
from kpss.addon.bodies.importing.rules.columns import BY_NAME
from kpss.addon.bodies.importing.rules.columns import Column
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.importing.table import is_filled
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.fields import Refused
from kpss.addon.providers.organisation import IOrganisation
from typing import Any
from zope.schema.interfaces import WrongType


#: Judged by matching, which knows all accounts of the process.
UNCHECKED = {"user_id"}
#: Found only once all people are known.
LATER = {"member"}


def read_rows(table: Table, places: Mapping[str, int], scene: Scene) -> list[RowDraft]:
    """The rows that say anything under a known heading."""
    rows = []
    for number, cells in table.rows:
        raw = {
            name: cells[place]
            for name, place in places.items()
            if place < len(cells) and is_filled(cells[place])
        }
        if raw:
            rows.append(_read(RowDraft(number, raw), scene))
    return rows


def _read(row: RowDraft, scene: Scene) -> RowDraft:
    # The body first: the same title may be a function in several bodies
    for name in sorted(row.raw, key=lambda name: name != "body"):
        try:
            row.values[name] = _value(BY_NAME[name], row.raw[name], row, scene)
        except CellRefused as refusal:
            row.refuse(name, refusal.code, **refusal.params)
        except Refused as refusal:
            row.refuse(name, "refused", message=refusal.message)
    return row


def _value(column: Column, cell: Cell, row: RowDraft, scene: Scene) -> Any:
    """The value of a cell. Raises CellRefused and Refused."""
    if column.kind == "day":
        return day_of(cell)
    if column.kind == "yes_no":
        return yes_no_of(cell)
    text = text_of(cell)
    if column.kind in LATER:
        return text
    if column.kind == "text":
        return _checked(column, text)
    if column.kind == "function":
        return scene.function(text, row.values.get("body"))
    if column.kind == "organisation":
        _validate(IOrganisation["title"], text)
        return scene.organisation(text)
    return scene.choose(column.kind, text)


def _checked(column: Column, text: str) -> str:
    if column.name not in UNCHECKED:
        schema = IPerson if column.name in IPerson else IMembership
        _validate(schema[column.name], text)
    return text


def _validate(field, text: str) -> None:
    try:
        field.validate(text)
    except WrongType as error:
        raise CellRefused("broken_value", text=text[:100]) from error
