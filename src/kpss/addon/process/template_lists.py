"""Lists of rows kept in a field of the process: parties, functions, territory units."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.process.template_compare import as_data
from kpss.addon.process.template_compare import field_rows
from kpss.addon.process.template_compare import RowOf
from kpss.addon.process.template_compare import values
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_values import Key
from typing import Any
from zope.i18nmessageid import Message
from zope.interface.interfaces import IInterface
from zope.schema import getFieldsInOrder


@dataclass(frozen=True)
class RowList:
    """A list of rows; ``lines`` are columns that are lists in the template."""

    attribute: str
    what: Message
    schema: IInterface
    lines: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        fields = getFieldsInOrder(self.schema)
        return tuple(Key((name,), field, name in self.lines) for name, field in fields)

    def new_row(self, item: dict) -> dict[str, Any]:
        """A row with all columns, as the edit form stores it."""
        empty = {key.field.__name__: key.field.default for key in self.keys}
        return {**empty, **values(self.keys, item)}


def list_rows(
    process, kept: RowList, items: Iterable[dict], *, place: str
) -> Iterator[Row]:
    """A missing row is added, an existing one compared column by column."""
    present = {row["id"] for row in getattr(process, kept.attribute, None) or ()}
    for position, item in enumerate(items):
        at = f"{place}[{position}]"
        if item["id"] in present:
            holder = RowOf(process, kept.attribute, item["id"])
            columns = [key for key in kept.keys if key.path != ("id",)]
            title = holder.get("title")
            yield from field_rows(
                holder, columns, item, place=at, what=kept.what, title=title
            )
        else:
            row = kept.new_row(item)
            yield Row(
                key=at,
                what=kept.what,
                title=item["title"],
                verdict=CREATE,
                write=lambda row=row: add_row(process, kept.attribute, row),
                target=process,
            )


def add_row(process, attribute: str, row: dict) -> None:
    """Append a row; the list is a new one, so that the change is stored."""
    setattr(process, attribute, [*(getattr(process, attribute, None) or ()), row])


def list_data(process, kept: RowList) -> list[dict]:
    """The rows as a part of a template."""
    rows = getattr(process, kept.attribute, None) or ()
    return [
        as_data(kept.keys, RowOf(process, kept.attribute, row["id"])) for row in rows
    ]
