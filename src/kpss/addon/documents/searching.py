"""Searching among documents: by index only, no object is woken."""

from datetime import date
from kpss.addon.approval.rules.states import STEP_STATES
from kpss.addon.codelists.fulltext import escaped
from kpss.addon.i18n import _
from plone import api
from typing import Any


#: What may be listed.
WHAT = (
    ("in_force", _("in force")),
    ("archive", _("archive: no longer in force")),
    ("future", _("approved, not in force yet")),
    ("under_way", _("drafts and documents being approved")),
    ("all", _("everything")),
)
NOT_APPROVED = ("draft", *STEP_STATES, "rejected", "withdrawn")


def search(
    section, what: str, *, on: date, kind: str = "", words: str = "", body: str = ""
):
    """Brains that the reader may see, in Czech order."""
    query: dict[str, Any] = {
        "path": {"query": "/".join(section.getPhysicalPath()), "depth": 1},
        "portal_type": "kpss.Document",
        "sort_on": "kpss_sort",
        **_of_days(what, on.isoformat()),
    }
    if kind:
        query["kpss_kind"] = kind
    if body:
        query["kpss_author_body"] = body
    if words:
        query["SearchableText"] = escaped(words)
    return api.portal.get_tool("portal_catalog").searchResults(query)


def of_body(process, body_id: str):
    """Brains of what a body has prepared, for the reader, without annexes; newest first."""
    found = api.portal.get_tool("portal_catalog").searchResults(
        path="/".join(process.getPhysicalPath()) + "/documents",
        portal_type="kpss.Document",
        kpss_author_body=body_id,
    )
    main = [brain for brain in found if not brain.kpss_document["annex_number"]]
    # The index knows the minute only
    return sorted(main, key=lambda brain: brain.modified, reverse=True)


def _of_days(what: str, day: str) -> dict[str, Any]:
    if what == "in_force":
        return {
            "kpss_in_force_from": {"query": day, "range": "max"},
            "kpss_in_force_to": {"query": day, "range": "min"},
        }
    if what == "archive":
        # Ended before the day
        return {"kpss_in_force_to": {"query": ("", _before(day)), "range": "min:max"}}
    if what == "future":
        return {"kpss_in_force_from": {"query": _after(day), "range": "min"}}
    if what == "under_way":
        return {"review_state": NOT_APPROVED}
    return {}


def _before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def _after(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
