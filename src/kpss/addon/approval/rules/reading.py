"""Chains as the data of a town template, and back.

The shape is that of ``chains`` in ``townsetup/schema.json``; the chain frozen on a
document has it too. What a chain does not know is refused, never dropped.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import fields
from dataclasses import MISSING
from kpss.addon.approval.rules.chain import ADOPTION
from kpss.addon.approval.rules.chain import AMENDMENT
from kpss.addon.approval.rules.chain import CALENDAR
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import OUTCOMES
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WORKING
from kpss.addon.approval.rules.states import STATE_OF_KIND
from typing import Any


#: The longest deadline: ten years.
MOST_DAYS = 3650

Check = Callable[[Any], bool]


class Misread(ValueError):
    """The first thing that is no chain: ``path`` from the chain, ``code``, the ``value``.

    ``not_a_mapping``; ``unknown_key``; ``missing_key``; ``not_allowed``: a value of
    another type, or outside the list.
    """

    def __init__(self, path: tuple[str | int, ...], code: str, value: Any = None):
        super().__init__(path, code, value)
        self.path = path
        self.code = code
        self.value = value


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _true(value: Any) -> bool:
    return value is True


def _days(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_DAYS


def _one_of(allowed: Collection[str]) -> Check:
    return lambda value: isinstance(value, str) and value in allowed


def _list_of(check: Check) -> Check:
    return lambda value: (
        isinstance(value, list)
        and all(check(one) for one in value)
        and len(value) == len(set(value))
    )


STEP_KEYS: Mapping[str, Check] = {
    "body": _text,
    "body_kind": _one_of(STATE_OF_KIND),
    "public": _true,
    "act": _one_of(OUTCOMES),
    "outcomes": _list_of(_one_of(EFFECTS)),
    "resolution_required": _flag,
    "deadline_days": _days,
    "deadline_kind": _one_of((CALENDAR, WORKING)),
    "skip_after_deadline": _flag,
    "recorded_by": _text,
    "delegation": _flag,
    "note": _text,
    "source": _text,
}

CHAIN_KEYS: Mapping[str, Check] = {
    "id": _text,
    "title": _text,
    "document_kinds": _list_of(_text),
    "purpose": _one_of((ADOPTION, AMENDMENT)),
    "active": _flag,
    "source": _text,
    "steps": lambda value: isinstance(value, list) and bool(value),
}


def read_chain(data: Any) -> Chain:
    """The chain; raises Misread. Whether it can be used is told by ``flaws``."""
    row = _checked(data, CHAIN_KEYS, ("id", "title", "steps"), ())
    return Chain(**_frozen({**row, "steps": read_steps(row["steps"])}))


def read_steps(data: Sequence[Any]) -> tuple[Step, ...]:
    """The steps of a chain alone; raises Misread."""
    return tuple(
        Step(**_frozen(_checked(one, STEP_KEYS, ("act",), ("steps", index))))
        for index, one in enumerate(data)
    )


def write_chain(chain: Chain) -> dict[str, Any]:
    """The chain as plain data; what has its default value is left out."""
    row = _plain(chain, CHAIN_KEYS)
    row["steps"] = [_plain(step, STEP_KEYS) for step in chain.steps]
    return row


def _checked(
    data: Any,
    keys: Mapping[str, Check],
    required: Collection[str],
    path: tuple[str | int, ...],
) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise Misread(path, "not_a_mapping", data)
    for key in required:
        if key not in data:
            raise Misread((*path, key), "missing_key")
    for key, value in data.items():
        if key not in keys:
            raise Misread((*path, key), "unknown_key")
        if not keys[key](value):
            raise Misread((*path, key), "not_allowed", value)
    return data


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in row.items()
    }


def _plain(one: Chain | Step, keys: Collection[str]) -> dict[str, Any]:
    """In the order of the keys, lists for tuples."""
    defaults = {field.name: field.default for field in fields(one)}
    values = {key: getattr(one, key) for key in keys}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if defaults[key] is MISSING or value != defaults[key]
    }
