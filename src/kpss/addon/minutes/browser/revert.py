"""``{minutes}/revertversion``: the stock view, refused for verified minutes."""

from kpss.addon.minutes.making import CLOSED_TEXT
from kpss.addon.minutes.making import is_frozen
from plone import api
from Products.CMFEditions.browser.policies import RevertVersion


class RevertMinutes(RevertVersion):
    """A sentence on the page of the minutes; nothing is changed."""

    def __call__(self):
        if is_frozen(self.context):
            api.portal.show_message(CLOSED_TEXT, self.request, type="error")
            return self.request.response.redirect(self.context.absolute_url())
        return super().__call__()
