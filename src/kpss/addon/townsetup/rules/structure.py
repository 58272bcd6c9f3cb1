"""The bodies together: one supreme, lines without loops, lives that begin before they end."""

from collections.abc import Iterator
from collections.abc import Mapping
from kpss.addon.bodies.rules.lines import looped
from kpss.addon.townsetup.rules.problem import key_path
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.walk import rows
from kpss.addon.townsetup.rules.walk import text
from typing import Any


#: A function's tasks are kept as one text.
MAX_TASKS = 20_000


def structure_problems(data: Any) -> Iterator[Problem]:
    """``parent_loop``, ``two_supreme``, ``ends_before_start`` …"""
    yield from loops(data)
    yield from supremes(data)
    yield from long_tasks(data)
    for path, body in rows(data, "bodies"):
        yield from life(body, path)
        rules = body.get("rules")
        if isinstance(rules, dict):
            yield from life(rules, (*path, "rules"))
        # As in the form: IBody, PRA-02
        if (
            body.get("permanent") is True
            and text(body, "valid_to")
            and not text(body, "closed_by")
        ):
            yield Problem("needs_resolution", (*path, "closed_by"))


def loops(data: Any) -> Iterator[Problem]:
    parents: dict[str, str | None] = {}
    places: dict[str, Path] = {}
    for path, body in rows(data, "bodies"):
        body_id = text(body, "id")
        if body_id is not None and body_id not in parents:
            parent = text(body, "parent")
            # Standing under itself is told as such, see references
            parents[body_id] = None if parent == body_id else parent
            places[body_id] = (*path, "parent")
    for body_id in filter(looped(parents).__contains__, parents):
        way = " → ".join(way_up(parents, body_id))
        yield Problem("parent_loop", places[body_id], {"way": way})


def way_up(parents: Mapping[str, str | None], body: str) -> list[str]:
    """The bodies above, up to the first that comes twice."""
    way = [body]
    above = parents.get(body)
    while above is not None:
        way.append(above)
        if above in way[:-1]:
            break
        above = parents.get(above)
    return way


def supremes(data: Any) -> Iterator[Problem]:
    first: Path | None = None
    for path, body in rows(data, "bodies"):
        if body.get("supreme") is not True:
            continue
        if first is None:
            first = path
        else:
            yield Problem("two_supreme", (*path, "supreme"), {"first": key_path(first)})


def life(item: dict[str, Any], path: Path) -> Iterator[Problem]:
    """Dates are ISO texts, so they compare as texts."""
    start, end = text(item, "valid_from"), text(item, "valid_to")
    if start and end and end < start:
        yield Problem(
            "ends_before_start", (*path, "valid_to"), {"start": start, "end": end}
        )


def long_tasks(data: Any) -> Iterator[Problem]:
    """``tasks_too_long``: tasks of a function have together more than 20,000 characters."""
    for path, function in rows(data, "functions"):
        tasks = function.get("tasks")
        texts = (
            [t for t in tasks if isinstance(t, str)] if isinstance(tasks, list) else []
        )
        length = sum(len(t) + 1 for t in texts)
        if length > MAX_TASKS:
            params = {"length": length, "maximum": MAX_TASKS}
            yield Problem("tasks_too_long", (*path, "tasks"), params)
