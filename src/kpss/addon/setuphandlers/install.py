"""After the default profile."""

from plone import api


#: Where the add-on may be created and who coordinates; see docs/architecture.md.
def after_install(context) -> None:
    """Content that stayed from an earlier installation is catalogued again."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        portal_type=["kpss.Process", "kpss.Body", "kpss.WorkingGroup", "kpss.Organisation"]
    ):
        brain._unrestrictedGetObject().reindexObject()
