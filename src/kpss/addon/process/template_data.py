"""Mappings in the form of the template that are kept as they are, compared key by key."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import differing
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_values import tidy
from typing import Any
from zope.i18nmessageid import Message


def key_rows(
    present: Mapping[str, Any],
    wanted: Mapping[str, Any],
    place: str,
    *,
    what: Message,
    fields: Mapping[str, Message],
    target: Any,
    write: Callable[[str, Any], None],
) -> Iterator[Row]:
    """A row for every key but the id; both mappings are canonical."""
    for name, value in wanted.items():
        if name == "id":
            continue
        now = present.get(name)
        current, new = differing(summary(now, value), summary(value, now))
        yield Row(
            key=f"{place}.{name}",
            what=what,
            title=present["title"],
            field=fields[name],
            verdict=CREATE if now is None else SAME if now == value else CHANGE,
            current=current,
            new=new,
            write=lambda name=name, value=value: write(name, value),
            target=target,
        )


def canonical(value: Any) -> Any:
    """The data without what is empty or False; texts tidied."""
    if isinstance(value, dict):
        kept = {name: canonical(item) for name, item in value.items()}
        return {
            name: item
            for name, item in kept.items()
            if item is not None and item is not False and item != []
        }
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return tidy(value) if isinstance(value, str) else value


def summary(value: Any, other: Any) -> str | None:
    """The data in one line; of two lists only the items that differ."""
    if value is None:
        return None
    if isinstance(value, list) and isinstance(other, list):
        value = [item for item in value if item not in other] or value
    if isinstance(value, list):
        return "; ".join(summary(item, None) or "" for item in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{name}: {summary(item, None)}" for name, item in value.items()
        )
    return str(value)
