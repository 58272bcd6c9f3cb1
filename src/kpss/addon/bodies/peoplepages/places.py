"""Bodies as they are named to people who belong or belonged to them."""

from collections.abc import Collection
from plone import api
from plone.base.utils import safe_text


Place = dict[str, str | None]


def places(process, uids: Collection[str]) -> dict[str, Place]:
    """Title, id and address of bodies of the process, by UID, from the catalogue.

    The title for everybody: only who may know of the body may ask. The address only
    where the reader may open it.
    """
    if not uids:
        return {}
    catalog = api.portal.get_tool("portal_catalog")
    query = {
        "path": "/".join(process.getPhysicalPath()) + "/bodies",
        "UID": sorted(uids),
    }
    seen = {brain.UID for brain in catalog.searchResults(**query)}
    return {
        brain.UID: {
            "id": brain.getId,
            "title": safe_text(brain.Title),
            "url": brain.getURL() if brain.UID in seen else None,
        }
        for brain in catalog.unrestrictedSearchResults(**query)
    }
