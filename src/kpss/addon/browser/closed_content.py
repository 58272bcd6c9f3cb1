"""Nothing of our content is published to those who may not see it, by any view.

Zope asks only whether the view itself may be called. Stock views that are open to
everybody (``@@sitemap``, ``@@plone_context_state/object_title``) would print the title
of a private person or an internal body whose address somebody knows.
"""

from AccessControl import getSecurityManager
from collections.abc import Iterator
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.interfaces import IOpensByToken
from plone.rest.interfaces import IService
from Products.CMFCore.interfaces import IContentish
from typing import Any
from zExceptions import Unauthorized
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(IPubAfterTraversal)
def refuse_closed_content(event: IPubAfterTraversal) -> None:
    """Ask for the permission View on the content that a request is about.

    Only the nearest content counts: a published page stands in an internal body.
    """
    request = event.request
    if not IKpssLayer.providedBy(request) or _is_preflight(request):
        return
    if IOpensByToken.providedBy(request.get("PUBLISHED")):
        return
    passed = list(contents_on_way(request))
    if not any(IKpssContent.providedBy(one) for one in passed):
        return
    if not getSecurityManager().checkPermission("View", passed[0]):
        raise Unauthorized("View")


def contents_on_way(request) -> Iterator[Any]:
    """Content on the way, the nearest first; plone.rest wraps it on its way."""
    for one in (request.get("PUBLISHED"), *request.get("PARENTS", ())):
        for candidate in (one, getattr(one, "context", None)):
            if IContentish.providedBy(candidate):
                yield candidate
                break


def _is_preflight(request) -> bool:
    """Browsers send it without a login; the answer says nothing of content."""
    return bool(
        getattr(request, "_rest_cors_preflight", False)
        and IService.providedBy(request.get("PUBLISHED"))
    )
