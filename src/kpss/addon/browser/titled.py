"""A page of ours may have a title of its own in the window, not that of its object."""

from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from zope.interface import Attribute
from zope.interface import Interface


class ITitledView(Interface):
    """A view whose heading is not the title of its context."""

    title = Attribute("The heading, as plain text.")


class ViewTitleViewlet(TitleViewlet):
    """``<title>`` of such a view (WCAG 2.4.2)."""

    @property
    def page_title(self):
        return escape(self.view.title)
