"""The page of a chain: who acts on a document, step by step."""

from functools import cached_property
from kpss.addon.approval.chains.browser.shown import ShownChain
from kpss.addon.approval.chains.reading import read
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.process.sections import process_of
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(IWithoutByline)
class ChainPage(BrowserView):
    """Reads as the town's rules say; hidden bodies are not named."""

    parts = ViewPageTemplateFile("steps.pt")

    @cached_property
    def chain(self) -> ShownChain:
        return ShownChain(process_of(self.context), self.context, read(self.context))

    @cached_property
    def may_edit(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    @property
    def section_url(self) -> str:
        return self.context.aq_parent.absolute_url()
