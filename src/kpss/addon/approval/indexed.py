"""Searching while something is being indexed.

A search of Plone first indexes what waits. Asked from an indexer, it would index the
same object a second time, and the catalogue would have it twice. What indexers, titles
and local roles need of others is therefore searched here.
"""

from collections.abc import Iterable
from plone import api
from Products.ZCatalog.query import IndexQuery
from Products.ZCatalog.ZCatalog import ZCatalog
from typing import Any
from zope.component.hooks import getSite


def indexed(**query: Any):
    """Brains of what is indexed already, whoever may see it; nothing is indexed now."""
    return ZCatalog.searchResults(api.portal.get_tool("portal_catalog"), query)


def object_by_uid(uid: str | None, **query: Any):
    """The object, whoever may see it; None where nothing that ``query`` asks has the UID."""
    for brain in indexed(UID=uid, **query) if uid else ():
        return brain._unrestrictedGetObject()
    return None


def indexed_in(folders: Iterable[Any], name: str, value: str) -> list[Any]:
    """Objects right in the folders for which an index has the value, in no order.

    For values that few objects of the site have: one index is asked and the paths are
    compared, which takes a tenth of a whole search.
    """
    catalog = getSite().portal_catalog
    index = catalog._catalog.getIndex(name)
    query = IndexQuery(
        {name: value}, name, index.query_options, index.operators, index.useOperator
    )
    rids = index.query_index(query)
    if not rids:
        return []
    by_path = {"/".join(one.getPhysicalPath()): one for one in folders}
    found = (catalog.getpath(rid).rpartition("/") for rid in rids)
    return [
        by_path[place][name]
        for place, _slash, name in found
        if place in by_path and name in by_path[place]
    ]
