"""The add-on's style sheet: linked on pages inside a process, nowhere else."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from importlib.metadata import version
from kpss.addon.interfaces import IKpssContent
from plone.app.layout.viewlets.common import ViewletBase


#: In the address, so that browsers fetch the sheet anew after an upgrade.
VERSION = version("kpss.addon")


class StyleSheetViewlet(ViewletBase):
    """A link in the head of the page; everything else of the site stays as it is."""

    @property
    def available(self) -> bool:
        return any(
            IKpssContent.providedBy(obj) for obj in aq_chain(aq_inner(self.context))
        )

    @property
    def url(self) -> str:
        return f"{self.site_url}/++resource++kpss.addon/kpss.css?v={VERSION}"
