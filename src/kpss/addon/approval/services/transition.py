"""``@workflow/<transition>``: the name of the transition in the address."""

from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class TransitionService(Service):
    """``transition`` None: none was named."""

    transition: str | None = None

    def publishTraverse(self, request, name):
        if self.transition is not None:
            raise NotFound(name)
        self.transition = name
        return self
