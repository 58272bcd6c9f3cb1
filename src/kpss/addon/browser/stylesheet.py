"""The add-on's style sheet: linked on pages inside a process, nowhere else."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from importlib.metadata import version
from kpss.addon.interfaces import IKpssContent
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


#: In the address, so that browsers fetch the sheet anew after an upgrade.
VERSION = version("kpss.addon")


def resource_url(name: str) -> str:
    """The address of a file in ``static``."""
    portal = api.portal.get().absolute_url()
    return f"{portal}/++resource++kpss.addon/{name}?v={VERSION}"


class StyleSheetViewlet(ViewletBase):
    """A link in the head of the page; everything else of the site stays as it is."""

    @property
    def available(self) -> bool:
        return any(
            IKpssContent.providedBy(obj) for obj in aq_chain(aq_inner(self.context))
        )

    @property
    def url(self) -> str:
        return resource_url("kpss.css")
