"""What minutes tell other rooms."""

from zope.interface.interfaces import IObjectEvent


class IMinutesFrozen(IObjectEvent):
    """Minutes were verified: nothing of them changes any more; content rules may use it."""


class IMinutesPublished(IObjectEvent):
    """Everybody who may see the meeting reads the public version from now on."""
