"""The register of resolutions: one search for the page, the table and REST.

By indexes and columns only.
"""

from dataclasses import dataclass
from kpss.addon.codelists.fulltext import escaped
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.resolutions.found import Found
from typing import Any


#: States that everybody may ask for.
STATES = ("published", "fulfilled", "repealed")
#: States for who sees them.
ALL_STATES = ("draft", "adopted", "rejected", *STATES)


@dataclass(frozen=True)
class Asked:
    """The filters; empty: not asked. ``year``: four digits."""

    body: str = ""
    year: str = ""
    q: str = ""
    verb: str = ""
    state: str = ""
    number: str = ""


def search(process, asked: Asked) -> Found:
    """Brains that the reader may see, the newest first."""
    query: dict[str, Any] = {
        "path": "/".join(process.getPhysicalPath()) + "/bodies",
        "portal_type": "kpss.Resolution",
        "sort_on": "kpss_order",
        "sort_order": "descending",
    }
    if asked.body:
        query["kpss_author_body"] = asked.body
    if asked.year:
        days = (f"{asked.year}-01-01", f"{asked.year}-12-31")
        query["kpss_on"] = {"query": days, "range": "min:max"}
    if asked.verb:
        query["kpss_kind"] = asked.verb
    if asked.state:
        query["review_state"] = asked.state
    if asked.number:
        query["kpss_number"] = same(asked.number).casefold()
    if asked.q and escaped(asked.q):
        query["SearchableText"] = escaped(asked.q)
    return Found(query)


def latest_year(process) -> str | None:
    """The year of the newest resolution that the reader may see."""
    found = search(process, Asked()).first(1)
    return found[0].kpss_resolution["date"][:4] if found else None
