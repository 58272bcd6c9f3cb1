"""What others may follow: content rules, letters."""

from kpss.addon.resolutions.resolution import IResolution
from zope.event import notify
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


PUBLISH = "publish"


class IResolutionPublished(IObjectEvent):
    """A resolution may be read by everybody from now on."""


@implementer(IResolutionPublished)
class ResolutionPublished(ObjectEvent):
    """See IResolutionPublished."""


def announce(resolution: IResolution, event: Interface) -> None:
    """After a transition of the workflow."""
    if event.transition is not None and event.transition.getId() == PUBLISH:
        notify(ResolutionPublished(resolution))
