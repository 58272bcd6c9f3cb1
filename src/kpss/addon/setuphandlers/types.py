"""Our types in a site: which have content, and how their objects change class."""

from collections.abc import Iterator
from plone import api
from plone.app.contenttypes.utils import migrate_base_class_to_new_class
from plone.folder.ordered import OrderedBTreeFolderBase


PREFIX = "kpss."


def our_types() -> list[str]:
    """Names of the portal types that this add-on brings and the site has."""
    names = api.portal.get_tool("portal_types").objectIds()
    return [name for name in names if name.startswith(PREFIX)]


def content_of(portal_type: str) -> Iterator:
    """All objects of a type, whoever may see them."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type=portal_type):
        yield brain._unrestrictedGetObject()


def follow_fti(obj) -> None:
    """Give the object the class that its FTI names.

    An unordered container stays unordered: the stock class would look for an order
    that was never kept, and show nothing.
    """
    if isinstance(obj, OrderedBTreeFolderBase) and obj._ordering:
        obj._ordering = obj._ordering
    migrate_base_class_to_new_class(obj)
