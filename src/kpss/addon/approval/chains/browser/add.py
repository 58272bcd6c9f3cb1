"""``{process}/chains/++add++kpss.ApprovalChain``."""

from kpss.addon.approval.chains.browser.chain_form import ChainForm
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.section import ISection
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zExceptions import NotFound
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserPage


@implementer(IBrowserPage)
@adapter(ISection, IKpssLayer, IDexterityFTI)
class AddChain(ChainForm):
    """A new chain, last in the order."""

    #: More than most towns need, so that a chain is written at once.
    more = 6
    heading: Message = _("Add a chain")

    def __init__(self, context, request, fti):
        super().__init__(context, request)
        self.fti = fti

    def browserDefault(self, request):
        """The publisher asks what to call; a page registered as such has this."""
        return self, ()

    def publishTraverse(self, request, name):
        """Nothing stands below the form."""
        raise NotFound(name)

    def __call__(self):
        # The form is sent to where it came from
        self.__name__ = f"++add++{self.fti.getId()}"
        return super().__call__()

    def save(self, values: dict[str, Any]):
        return createContentInContainer(self.context, self.fti.getId(), **values)
