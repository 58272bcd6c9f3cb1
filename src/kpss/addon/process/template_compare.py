"""What is there, compared field by field with what a template says."""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import differing
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_values import exported
from kpss.addon.process.template_values import Key
from kpss.addon.process.template_values import shown
from kpss.addon.process.template_values import stored
from typing import Any
from typing import Protocol
from zope.i18nmessageid import Message


class Holder(Protocol):
    """Where values are kept: an object, or a row of one of its fields."""

    id: str
    obj: Any

    def get(self, name: str) -> Any: ...

    def set(self, name: str, value: Any) -> None: ...


class Attributes:
    """Values are attributes of an object."""

    def __init__(self, obj):
        self.obj = obj
        self.id = obj.getId()

    def get(self, name: str) -> Any:
        # Never by acquisition: a section may stand in a folder that has such a thing
        return getattr(aq_base(self.obj), name, None)

    def set(self, name: str, value: Any) -> None:
        setattr(self.obj, name, value)


class RowOf:
    """Values are columns of a row, found by its id, in a list on an object."""

    def __init__(self, obj, attribute: str, row_id: str):
        self.obj, self.attribute, self.id = obj, attribute, row_id

    def rows(self) -> list[dict]:
        return list(getattr(self.obj, self.attribute, None) or ())

    def get(self, name: str) -> Any:
        return next(
            (row.get(name) for row in self.rows() if row["id"] == self.id), None
        )

    def set(self, name: str, value: Any) -> None:
        rows = [
            {**row, name: value} if row["id"] == self.id else row for row in self.rows()
        ]
        setattr(self.obj, self.attribute, rows)


def field_rows(
    holder: Holder,
    keys: Iterable[Key],
    data: Mapping,
    *,
    place: str,
    what: Message,
    title: str,
) -> Iterator[Row]:
    """A row for every key that the template has.

    An empty field is filled (``create``), an equal one stays (``same``), a different one
    waits for a tick (``change``).
    """
    for key in keys:
        wanted = key.find(data)
        if wanted is None:
            continue
        name = key.field.__name__
        present = exported(key, holder.get(name))
        value = stored(key, wanted)
        current, new = differing(shown(key, present), shown(key, wanted))
        yield Row(
            key=f"{place}.{'.'.join(key.path)}",
            what=what,
            title=title,
            field=key.field.title,
            verdict=CREATE
            if present is None
            else SAME
            if present == wanted
            else CHANGE,
            current=current,
            new=new,
            write=lambda name=name, value=value: holder.set(name, value),
            target=holder.obj,
            subject=holder.id,
            sets={name: value},
        )


def values(keys: Iterable[Key], data: Mapping) -> dict[str, Any]:
    """Stored values for the keys that the template has, by the name of the field."""
    found = ((key, key.find(data)) for key in keys)
    return {key.field.__name__: stored(key, v) for key, v in found if v is not None}


def as_data(keys: Iterable[Key], holder: Holder) -> dict[str, Any]:
    """What the holder has, as a part of a template; without what is empty."""
    data: dict[str, Any] = {}
    for key in keys:
        key.put(data, exported(key, holder.get(key.field.__name__)))
    return data
