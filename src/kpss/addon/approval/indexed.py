"""Searching while something is being indexed.

A search of Plone first indexes what waits. Asked from an indexer, it would index the
same object a second time, and the catalogue would have it twice. What indexers, titles
and local roles need of others is therefore searched here.
"""

from plone import api
from Products.ZCatalog.ZCatalog import ZCatalog
from typing import Any


def indexed(**query: Any):
    """Brains of what is indexed already, whoever may see it; nothing is indexed now."""
    return ZCatalog.searchResults(api.portal.get_tool("portal_catalog"), query)
