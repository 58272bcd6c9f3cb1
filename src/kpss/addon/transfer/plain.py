"""Values of attributes as JSON and back, none of them lost or changed in kind.

What JSON has no word for is an object with its kind under ``@``.
"""

from collections.abc import Callable
from DateTime import DateTime
from datetime import date
from datetime import datetime
from decimal import Decimal
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from plone.app.textfield.value import RichTextValue
from typing import Any


KIND, VALUE = "@", "is"


class NotPlain(TypeError):
    """A value of a kind that is not known here."""


def written(value: Any) -> Any:
    """The value as JSON; raises NotPlain."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if type(value) is list:
        return [written(one) for one in value]
    if type(value) is dict and _is_object(value):
        return {key: written(one) for key, one in value.items()}
    for kind, (classes, write, _read) in KINDS.items():
        if isinstance(value, classes):
            return {KIND: kind, VALUE: write(value)}
    raise NotPlain(type(value).__name__)


def read(value: Any) -> Any:
    """The value that was written; raises NotPlain, ValueError or TypeError."""
    if isinstance(value, list):
        return [read(one) for one in value]
    if not isinstance(value, dict):
        return value
    if KIND not in value:
        return {key: read(one) for key, one in value.items()}
    if value[KIND] not in KINDS:
        raise NotPlain(str(value[KIND]))
    _classes, _write, make = KINDS[value[KIND]]
    return make(value[VALUE])


def _is_object(value: dict) -> bool:
    return KIND not in value and all(isinstance(key, str) for key in value)


def _items(value: Any) -> list:
    return [written(one) for one in value]


def _sorted(value: Any) -> list:
    return _items(sorted(value, key=repr))


def _pairs(value: Any) -> list:
    return [[written(key), written(one)] for key, one in value.items()]


def _from_pairs(pairs: list) -> dict:
    return {read(key): read(one) for key, one in pairs}


def _rich(value: RichTextValue) -> list[str]:
    return [value.raw, value.mimeType, value.outputMimeType]


#: Kind -> classes, how it is written and how it is read; a subclass before its class.
KINDS: dict[str, tuple[tuple[type, ...], Callable, Callable]] = {
    "datetime": ((datetime,), datetime.isoformat, datetime.fromisoformat),
    "date": ((date,), date.isoformat, date.fromisoformat),
    "DateTime": ((DateTime,), DateTime.ISO8601, DateTime),
    "decimal": ((Decimal,), str, Decimal),
    "rich": ((RichTextValue,), _rich, lambda value: RichTextValue(*value)),
    "tuple": ((tuple,), _items, lambda value: tuple(read(value))),
    "set": ((set,), _sorted, lambda value: set(read(value))),
    "frozenset": ((frozenset,), _sorted, lambda value: frozenset(read(value))),
    "persistent list": (
        (PersistentList,),
        _items,
        lambda value: PersistentList(read(value)),
    ),
    "persistent mapping": (
        (PersistentMapping,),
        _pairs,
        lambda value: PersistentMapping(_from_pairs(value)),
    ),
    "mapping": ((dict,), _pairs, _from_pairs),
}
