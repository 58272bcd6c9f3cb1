"""``{process}/@@kpss-my-calendar``: an address of one's own for a calendar program.

With a token after it, it is the calendar itself.
"""

from functools import cached_property
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IOpensByToken
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.calendar.browser.feeds import answer
from kpss.addon.meetings.calendar.personal import holder_of_address
from kpss.addon.meetings.calendar.personal import made_on
from kpss.addon.meetings.calendar.personal import make_address
from kpss.addon.meetings.calendar.personal import own_entries
from kpss.addon.meetings.calendar.personal import revoke
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(ITitledView, IPublishTraverse)
class MyCalendar(BrowserView):
    """For a linked person; who only has the address needs no account."""

    token = ""
    #: Shown once: only its digest is kept.
    address = ""
    moment = staticmethod(moment)

    def publishTraverse(self, request, name):
        if self.token:
            raise NotFound(name)
        self.token = name.removesuffix(".ics")
        # Programs have no account, whoever sees the process
        alsoProvides(self, IOpensByToken)
        return self

    def __call__(self):
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.setHeader("Referrer-Policy", "no-referrer")
        if self.token:
            return self.calendar()
        if self.request.method == "POST":
            self.change()
        return self.index()

    def calendar(self) -> bytes:
        person = holder_of_address(self.context, self.token)
        if person is None:
            # Without its name: the address is a secret
            raise NotFound("kpss-my-calendar")
        entries = own_entries(self.context, person)
        return answer(self.request.response, entries, translate(_("My meetings")))

    def change(self) -> None:
        CheckAuthenticator(self.request)
        if self.person is None:
            raise Forbidden("kpss-my-calendar")
        if self.request.form.get("act") == "revoke":
            revoke(self.context, self.person)
            message = _("The address does not work any more.")
            api.portal.show_message(message, self.request)
        else:
            token = make_address(self.context, self.person)
            self.address = f"{self.url}/{token}.ics"

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-my-calendar"

    @property
    def title(self) -> str:
        return translate(_("My meetings in my calendar"))

    @cached_property
    def person(self):
        return own_fact(self.context)

    @property
    def made(self):
        return made_on(self.context, self.person)
