"""The page of a delegation."""

from datetime import date
from kpss.addon.approval.delegations.delegation import body_of
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import period
from kpss.addon.process.sections import process_of
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IWithoutByline)
class DelegationPage(BrowserView):
    """Which powers passed to whom, and for how long."""

    @property
    def body(self):
        return body_of(self.context)

    @property
    def target(self):
        """The body that it goes to, for who may see it; a person is never named."""
        bodies = IActingBodies(process_of(self.context))
        if not self.context.to_body or not bodies.may_see(self.context.to_body):
            return None
        return bodies.bodies().get(self.context.to_body)

    @property
    def period(self) -> Message | str:
        return period(self.context.valid_from, self.context.valid_to)

    @property
    def holds(self) -> bool:
        today, last = date.today(), self.context.valid_to
        return self.context.valid_from <= today and (last is None or today <= last)

    @property
    def kinds(self) -> list[Message | str]:
        return [kind_title(self.context, kind) for kind in self.context.kinds or ()]
