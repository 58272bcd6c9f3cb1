"""Guards of the body's workflow; registered without layer, they never raise."""

from datetime import date
from kpss.addon.bodies.lifecycle import may_be_archived
from Products.Five.browser import BrowserView


class MayBeArchived(BrowserView):
    """Only a body whose last day has come goes to the archive."""

    def __call__(self) -> bool:
        return may_be_archived(self.context, today=date.today())
