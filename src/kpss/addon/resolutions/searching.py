"""The register of resolutions: one search for the page, the table and REST.

By indexes and columns only.
"""

from dataclasses import dataclass
from kpss.addon.codelists.fulltext import escaped
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.resolutions.found import between
from kpss.addon.resolutions.found import DAYS
from kpss.addon.resolutions.found import Found
from plone import api
from typing import Any


TYPE = "kpss.Resolution"
#: Behaviours with a day of publishing and of expiry.
DATES = {
    "plone.publication",
    "plone.dublincore",
    "plone.app.dexterity.behaviors.metadata.IPublication",
    "plone.app.dexterity.behaviors.metadata.IDublinCore",
}
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
    path = "/".join(process.getPhysicalPath())
    query: dict[str, Any] = {
        # The index of paths has the process at hand; what is deeper it intersects
        "path": path,
        "portal_type": TYPE,
        "sort_on": "kpss_order",
        "sort_order": "descending",
    }
    if not _may_expire():
        query["show_inactive"] = True
    if asked.body:
        query["path"] = {"query": f"{path}/bodies/{asked.body}", "depth": 1}
    if asked.year:
        query[DAYS] = between(f"{asked.year}-01-01", f"{asked.year}-12-31")
    if asked.verb:
        query["kpss_kind"] = asked.verb
    if asked.state:
        query["review_state"] = asked.state
    if asked.number:
        query["kpss_number"] = same(asked.number).casefold()
    if asked.q and escaped(asked.q):
        query["SearchableText"] = escaped(asked.q)
    return Found(query)


def _may_expire() -> bool:
    """Whether the site gives resolutions dates of publishing, which we do not.

    Without them Plone need not look up what is published now among everything there is.
    """
    behaviours = api.portal.get_tool("portal_types")[TYPE].behaviors
    return not DATES.isdisjoint(behaviours)


def latest_year(process) -> str | None:
    """The year of the newest resolution that the reader may see."""
    found = search(process, Asked()).first(1)
    return found[0].kpss_resolution["date"][:4] if found else None
