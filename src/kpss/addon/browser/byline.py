"""Who made a page and when it changed says nothing of people and of our own pages."""

from plone.app.layout.viewlets.common import ViewletBase
from zope.interface import Interface


class IWithoutByline(Interface):
    """A view that has no byline; ``ITitledView`` has none either."""


class NoByline(ViewletBase):
    """Stands in for ``plone.documentbyline``."""

    def render(self) -> str:
        return ""
