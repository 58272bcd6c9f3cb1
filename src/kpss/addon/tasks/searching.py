"""One search among tasks for the page, the table and REST: by indexes and columns only.

What is not for the reader but public by the setting of the process is found beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.codelists.fulltext import escaped
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.finding import tasks_section
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.interfaces import IImposes
from kpss.addon.tasks.naming import known_name
from plone import api
from typing import Any


@dataclass(frozen=True)
class Asked:
    """The filters; empty: not asked. ``group``: one of rules.GROUPS, or unfinished.

    ``imposed_by``: UIDs, any of them.
    """

    body: str = ""
    responsible: str = ""
    state: str = ""
    group: str = ""
    imposed_by: str | tuple[str, ...] = ""
    q: str = ""


UNFINISHED = "unfinished"


@dataclass(frozen=True)
class Found:
    """A brain, and whether the reader may see the task itself."""

    brain: Any
    seen: bool


def search(process, asked: Asked, *, today: date) -> list[Found]:
    """The most urgent first, then those without a day, done and cancelled ones."""
    section = tasks_section(process)
    if section is None or not _may_ask(process, asked):
        return []
    query = _query(section, asked, notice_of(process), today)
    catalog = api.portal.get_tool("portal_catalog")
    found = [Found(brain, True) for brain in catalog.searchResults(query)]
    if getattr(process, "public_tasks", False) and not asked.responsible:
        seen = {one.brain.getRID() for one in found}
        found += [
            Found(brain, False)
            for brain in _public(process, query)
            if brain.getRID() not in seen
        ]
    return sorted(found, key=_key)


def _may_ask(process, asked: Asked) -> bool:
    """What the reader may not know is not found out by filters either."""
    if asked.body and not may_see_body(process, asked.body):
        return False
    return not asked.responsible or bool(known_name(process, asked.responsible))


def notice_of(context) -> int:
    """Days before the due day from which a task is due soon."""
    number = getattr(process_of(context), "task_notice", None)
    return rules.USUAL_NOTICE if number is None else number


def _key(found: Found) -> tuple:
    return entry(found.brain, "kpss_order") or "", entry(found.brain, "kpss_sort")


def entry(brain, index: str) -> Any:
    """What an index holds of a brain; not for a reader who may not know it."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.Indexes[index].getEntryForObject(brain.getRID())


def _query(section, asked: Asked, notice: int, today: date) -> dict[str, Any]:
    query: dict[str, Any] = {
        "path": {"query": "/".join(section.getPhysicalPath()), "depth": 1},
        "portal_type": "kpss.Task",
        **_of_group(asked.group, notice, today),
    }
    if asked.body:
        query["kpss_author_body"] = asked.body
    if asked.responsible:
        query["kpss_person"] = asked.responsible
    if asked.imposed_by:
        query["kpss_subject"] = asked.imposed_by
    if asked.state:
        query["review_state"] = asked.state
    if asked.q and escaped(asked.q):
        query["SearchableText"] = escaped(asked.q)
    return query


def _of_group(group: str, notice: int, today: date) -> dict[str, Any]:
    """A group of the rules as a query of indexes."""
    last = today + timedelta(days=notice)
    unfinished = {"review_state": rules.UNFINISHED}
    match group:
        case rules.OVERDUE:
            return {**unfinished, "kpss_on": _range(None, today - timedelta(days=1))}
        case rules.DUE_SOON:
            return {**unfinished, "kpss_on": _range(today, last)}
        case rules.LATER:
            return {**unfinished, "kpss_on": _range(last + timedelta(days=1), None)}
        case rules.UNDATED:
            return {**unfinished, "kpss_order": f"1|{date.max.isoformat()}"}
        case rules.DONE | rules.CANCELLED:
            return {"review_state": group}
        case _ if group == UNFINISHED:
            return unfinished
    return {}


def _range(first: date | None, last: date | None) -> dict[str, Any]:
    days = [one.isoformat() for one in (first, last) if one is not None]
    if first is not None and last is not None:
        return {"query": days, "range": "min:max"}
    return {"query": days[0], "range": "min" if last is None else "max"}


def _public(process, query: dict[str, Any]) -> Iterable:
    """Tasks of resolutions that are published and that the reader may see.

    Words are looked for in titles only: the description is not public.
    """
    if "SearchableText" in query:
        query["Title"] = query.pop("SearchableText")
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(query)
    uids = {uid for brain in brains if (uid := entry(brain, "kpss_subject"))}
    public = public_imposers(process, uids)
    return (brain for brain in brains if entry(brain, "kpss_subject") in public)


def public_imposers(process, uids: Iterable[str]) -> set[str]:
    """Of these UIDs those of what is published and seen by the reader."""
    wanted = sorted(set(uids))
    if not wanted:
        return set()
    brains = api.portal.get_tool("portal_catalog").searchResults(
        path="/".join(process.getPhysicalPath()),
        object_provides=IImposes.__identifier__,
        UID=wanted,
    )
    return {brain.UID for brain in brains if IImposer(brain.getObject()).is_public}
