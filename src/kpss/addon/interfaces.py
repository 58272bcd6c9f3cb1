"""Shared interfaces: the browser layer, our content, and checks across fields."""

from zope.interface import Interface
from zope.interface import Invalid
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IKpssLayer(IDefaultBrowserLayer):
    """Set on requests of sites where kpss.addon is installed."""


class IKpssContent(Interface):
    """Marks all content of ours."""


class IOpensByToken(Interface):
    """Marks pages for whoever has the token in their address; they ask for it.

    To everybody else they answer as if they were not there, whatever they stand on.
    """


class InvalidField(Invalid):
    """An invariant does not hold; ``field`` is the one to be mended."""

    def __init__(self, message, field: str):
        super().__init__(message)
        self.field = field


class IBroughtEvent(Interface):
    """Marks the event of content that an import has brought, with its state."""
