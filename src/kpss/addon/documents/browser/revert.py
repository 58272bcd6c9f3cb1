"""``{document}/revertversion``: the stock view, by our rules of changing a text."""

from kpss.addon.documents.reverting import reverted
from kpss.addon.documents.reverting import RevertRefused
from plone import api
from Products.CMFEditions.browser.policies import RevertVersion


class RevertDocument(RevertVersion):
    """Refused with a sentence on the page of the document; nothing is changed."""

    def __call__(self):
        try:
            with reverted(self.context, self.request.get("version_id")):
                return super().__call__()
        except RevertRefused as refused:
            api.portal.show_message(refused.sentence, self.request, type="error")
            return self.request.response.redirect(self.context.absolute_url())
