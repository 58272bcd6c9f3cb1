"""``POST {site}/@@kpss-deliver``: a round of delivery, for the scheduler of the office.

A round is always harmless: only letters that are due go, each once.
"""

from kpss.addon.notices.background import deliver_after_commit
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from zExceptions import MethodNotAllowed
from zope.interface import alsoProvides


class Deliver(BrowserView):
    """Answers at once; the round runs after it."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise MethodNotAllowed("POST")
        alsoProvides(self.request, IDisableCSRFProtection)
        deliver_after_commit()
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return "ok\n"
