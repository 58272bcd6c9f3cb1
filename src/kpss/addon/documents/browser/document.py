"""The page of a document."""

from Products.Five.browser import BrowserView


class DocumentPage(BrowserView):
    """Text, file, the way through the bodies and what can be done now."""
