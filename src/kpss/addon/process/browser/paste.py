"""Pasting what belongs elsewhere says why it was refused, on the page where it was tried."""

from plone.app.content.browser.actions import ObjectPasteView
from zExceptions import BadRequest
import transaction


class PasteView(ObjectPasteView):
    """The stock action; a refusal is a message, and nothing of several items is pasted."""

    def do_action(self):
        try:
            return super().do_action()
        except BadRequest:
            # The stock action has left the sentence as a message
            transaction.abort()
            return self.do_redirect(self.canonical_object_url)
