"""Documents of a kind that only this town has."""

from kpss.addon.process.interfaces import IKindUser
from kpss.addon.process.process import IProcess
from plone import api
from zope.component import adapter
from zope.interface import implementer


#: As many are named; there may be hundreds.
NAMED = 3


@implementer(IKindUser)
@adapter(IProcess)
class DocumentsOfKind:
    """A kind that a document is of stays."""

    def __init__(self, process):
        self.process = process

    def titles(self, kind: str) -> list[str]:
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            path="/".join(self.process.getPhysicalPath()) + "/documents",
            portal_type="kpss.Document",
            kpss_kind=kind,
            sort_on="kpss_sort",
            sort_limit=NAMED,
        )
        return [brain.Title for brain in brains[:NAMED]]
