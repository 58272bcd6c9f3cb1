"""The bodies of a process as plain facts, and which of them the reader may see.

Facts come from the catalogue, references to other bodies from the bodies themselves:
the catalogue would hand them out to everybody.
"""

from Acquisition import aq_base
from collections.abc import Container
from collections.abc import Iterable
from datetime import date
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.process.sections import process_of
from plone import api
from plone.base.utils import safe_text
from typing import Any


Fact = dict[str, Any]

#: What a fact says of other bodies, by their ids.
REFERENCES = ("parent", "established_by", "merged_into")


def body_facts(context, *, unrestricted: bool = True) -> list[Fact]:
    """Facts of all bodies of the process that ``context`` is in, in chart order.

    Each fact is the metadata column ``kpss_body`` (see indexers) with ``id``, ``UID``,
    ``title``, ``url``, ``review_state`` and references. Public pages ask with
    ``unrestricted=False`` and get only what the reader may see: ``parent`` is then the
    nearest visible body above, other references to hidden bodies are None.
    """
    process = process_of(context)
    if process is None or "bodies" not in process.objectIds():
        return []
    section = process["bodies"]
    facts = [
        {**fact, **_references(section, fact["id"])}
        for fact in _found(section, unrestricted=unrestricted, sort_on="kpss_sort")
    ]
    if not unrestricted:
        _forget_hidden(section, facts)
    return sorted(facts, key=lambda fact: fact["chart_order"])


def seen_bodies(context, ids: Iterable[str]) -> dict[str, Fact]:
    """Facts, without references, of those bodies that the reader may see, by id.

    For pages that name a few: all of a process may be hundreds.
    """
    process, wanted = process_of(context), sorted(set(ids))
    if process is None or not wanted or "bodies" not in process.objectIds():
        return {}
    found = _found(process["bodies"], unrestricted=False, getId=wanted)
    return {fact["id"]: fact for fact in found}


def _found(section, *, unrestricted: bool, **query: Any) -> list[Fact]:
    """What the catalogue tells of bodies."""
    catalog = api.portal.get_tool("portal_catalog")
    search = (
        catalog.unrestrictedSearchResults if unrestricted else catalog.searchResults
    )
    path = {"query": "/".join(section.getPhysicalPath()), "depth": 1}
    brains = search(path=path, portal_type=["kpss.Body", "kpss.WorkingGroup"], **query)
    url = section.absolute_url()
    return [
        {
            **brain.kpss_body,
            "id": brain.getId,
            "UID": brain.UID,
            "title": safe_text(brain.Title),
            "url": f"{url}/{brain.getId}",
            "review_state": brain.review_state,
        }
        for brain in brains
        if brain.kpss_body
    ]


def stored_lines(process) -> dict[str, str | None]:
    """Which body each one stands under, hidden ones included; not for a reader's eyes."""
    section = process["bodies"]
    return {
        body_id: _references(section, body_id)["parent"]
        for body_id in section.objectIds()
    }


def _references(section, body_id: str) -> Fact:
    body = aq_base(section.get(body_id))
    if body is None:
        return dict.fromkeys(REFERENCES)
    # What was never set is None here too; asked as attributes, Dexterity looks through
    # all schemas for a default, which takes most of the time of a page
    body._p_activate()
    kept = vars(body)
    return {name: kept.get(name) for name in REFERENCES}


def _forget_hidden(section, facts: list[Fact]) -> None:
    """Change references in the facts so that they name only bodies among the facts."""
    seen = {fact["id"] for fact in facts}
    for fact in facts:
        fact["parent"] = _nearest(section, fact["parent"], seen)
        for name in ("established_by", "merged_into"):
            if fact[name] not in seen:
                fact[name] = None


def _nearest(section, body_id: str | None, seen: Container[str]) -> str | None:
    """The body or the first one above it that is among ``seen``."""
    passed: set[str] = set()
    while body_id and body_id not in seen and body_id not in passed:
        passed.add(body_id)
        body_id = _references(section, body_id)["parent"]
    return body_id if body_id in seen else None


def exists(fact: Fact, on: date) -> bool:
    """Whether the body of a fact exists on a day."""
    start, end = fact["valid_from"], fact["valid_to"]
    return exists_on(
        on,
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )


def body_by_id(context, body_id: str):
    """The body object with this id in the process of ``context``, or None."""
    process = process_of(context)
    section = process.get("bodies") if process is not None else None
    return section.get(body_id) if section is not None else None


def may_see_body(context, body_id: str | None) -> bool:
    """Whether the reader may see this body; an id that no body has hides nothing."""
    body = body_by_id(context, body_id) if body_id else None
    return body is None or api.user.has_permission("View", obj=body)


def seen_functions(context) -> list[dict]:
    """Rows of the functions without those that sit in a body hidden from the reader.

    A hidden body in which a function represents is not named.
    """
    return [
        row
        if may_see_body(context, row.get("represents_in"))
        else {**row, "represents_in": None}
        for row in _functions(context)
        if may_see_body(context, row.get("body"))
    ]


def hidden_functions(context) -> set[str]:
    """Ids of the functions that sit in a body hidden from the reader."""
    return {
        row["id"]
        for row in _functions(context)
        if not may_see_body(context, row.get("body"))
    }


def _functions(context) -> list[dict]:
    return getattr(process_of(context), "functions", None) or []
