"""A page that could not be written because others wrote at the same time, said as such.

All retries of the publisher have ended in a conflict: nothing is broken and nothing was
saved. Pages that are not about our content keep the stock page of errors.
"""

from kpss.addon.browser.closed_content import contents_on_way
from kpss.addon.interfaces import IKpssContent
from kpss.addon.restapi_errors import ConflictView
from plone.rest.interfaces import IAPIRequest
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getGlobalSiteManager
from zope.interface import implementedBy
from zope.interface import Interface
from ZPublisher.HTTPRequest import HTTPRequest
import transaction


class BusyView(BrowserView):
    """503 and what to do; what was typed can be sent once more."""

    template = ViewPageTemplateFile("busy.pt")

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            return ConflictView(self.context, self.request)()
        if not any(map(IKpssContent.providedBy, contents_on_way(self.request))):
            return self._stock()
        # What was to be written is lost; read what is there now
        transaction.abort()
        self.context = self.__parent__
        response = self.request.response
        response.setStatus(503, lock=1)
        response.setHeader("Retry-After", "1")
        response.setHeader("Cache-Control", "no-store")
        self.request.set("disable_border", True)
        return self.template()

    def _stock(self):
        """The page that the site has for any error where we are not."""
        asked = implementedBy(Exception), implementedBy(HTTPRequest)
        adapters = getGlobalSiteManager().adapters
        view = adapters.lookup(asked, Interface, "index.html")
        stock = view(self.context, self.request)
        stock.__parent__ = self.__parent__
        return stock()

    @property
    def was_sent(self) -> bool:
        return self.request.method == "POST"
