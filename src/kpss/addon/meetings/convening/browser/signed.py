"""Pages behind a signed link: the token in the address is the right.

With an account or without one. A GET shows and changes nothing, so a mail filter that
opens links does no harm. Without a valid token nothing is told, not even what there is.
"""

from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.rules.links import EXPIRED
from kpss.addon.process.sections import process_of
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


NOT_FOUND, GONE = 404, 410


@implementer(ITitledView, IWithoutByline)
class Closed(BrowserView):
    """Said instead of the page; in the site, so that nothing of what it hides shows.

    ``expired``: what is said of a link that opened once.
    """

    template = ViewPageTemplateFile("closed.pt")

    def __init__(self, request, verdict: str = "", expired: Message | str = ""):
        super().__init__(api.portal.get(), request)
        self.expired = expired if verdict == EXPIRED else ""

    def __call__(self):
        status = GONE if self.expired else NOT_FOUND
        self.request.response.setStatus(status, lock=True)
        return self.template()

    @property
    def title(self) -> str:
        return translate(_("This link does not work"))


@implementer(IPublishTraverse, IWithoutByline)
class SignedForm(RefusableForm):
    """A form for the one person whom the token belongs to.

    A form gives ``find_holder() -> verdict``, which sets ``who``, or leaves it None;
    and ``expired``, what is said when the time of the link is over.
    """

    token = ""
    who = None
    expired: Message | str = ""

    def publishTraverse(self, request, name):
        if self.token:
            raise NotFound(name)
        self.token = name
        return self

    def __call__(self):
        self._close_the_door()
        verdict = self.find_holder()
        if self.who is None:
            return Closed(self.request, verdict, self.expired)()
        return self.answer()

    def find_holder(self) -> str:
        raise LookupError(self)

    def answer(self):
        """The page, for who has the token."""
        # The parts of the page around it say nothing that the reader may not know
        self.context = process_of(self.context)
        # The token, which no other site knows, stands for the protection of forms
        alsoProvides(self.request, IDisableCSRFProtection)
        return super().__call__()

    def check_authenticator(self) -> None:
        """The token is the authenticator."""

    def _close_the_door(self) -> None:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.setHeader("Referrer-Policy", "no-referrer")
