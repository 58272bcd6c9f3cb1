"""The bodies of a process as plain facts from the catalogue, without waking objects."""

from datetime import date
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.process.sections import process_of
from plone import api
from plone.base.utils import safe_text
from typing import Any


Fact = dict[str, Any]


def body_facts(context, *, unrestricted: bool = True) -> list[Fact]:
    """Facts of all bodies of the process that ``context`` is in, in chart order.

    Each fact is the metadata column ``kpss_body`` (see indexers) with ``id``, ``UID``,
    ``title``, ``url`` and ``review_state``. Public pages ask with ``unrestricted=False``
    and get only what the reader may see.
    """
    process = process_of(context)
    if process is None or "bodies" not in process.objectIds():
        return []
    catalog = api.portal.get_tool("portal_catalog")
    search = (
        catalog.unrestrictedSearchResults if unrestricted else catalog.searchResults
    )
    path = {"query": "/".join(process.getPhysicalPath()) + "/bodies", "depth": 1}
    brains = search(
        path=path, portal_type=["kpss.Body", "kpss.WorkingGroup"], sort_on="kpss_sort"
    )
    facts = [
        {
            **brain.kpss_body,
            "id": brain.getId,
            "UID": brain.UID,
            "title": safe_text(brain.Title),
            "url": brain.getURL(),
            "review_state": brain.review_state,
        }
        for brain in brains
        if brain.kpss_body
    ]
    return sorted(facts, key=lambda fact: fact["chart_order"])


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
