"""Addresses that the pages of a process need: content there would hide the page.

Forms, pasting and uploads choose another address by themselves; REST is told.
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.restapi_errors import FlatBadRequest
from plone.app.content.namechooser import NormalizingNameChooser
from plone.app.dexterity.behaviors.id import IShortName
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import providedBy
from zope.schema.interfaces import IASCIILine


#: Names that stand for the container or that browsers and robots ask for themselves.
TAKEN_BY_WEB_SERVERS = {
    "index_html",
    "index.html",
    "favicon.ico",
    "robots.txt",
    "sitemap.xml.gz",
    "manage",
}


class AddressReserved(FlatBadRequest, BadRequest):
    """Content cannot have this id here; Plone's checks of ids catch a BadRequest."""

    def __init__(self, content_id: str):
        message = _(
            "The address “${id}” is reserved; choose another one.",
            mapping={"id": content_id},
        )
        super().__init__(
            message,
            code="id_reserved",
            params={"id": content_id},
            fields={"id": message},
        )


def is_reserved(container, content_id: str) -> bool:
    """Whether the id stands for the container or is the name of a page of ours on it."""
    pages = getGlobalSiteManager().adapters
    return content_id in TAKEN_BY_WEB_SERVERS or any(
        pages.registered((kind, IKpssLayer), Interface, content_id)
        for kind in providedBy(aq_base(container)).flattened()
    )


@adapter(IKpssContent)
class AddressChooser(NormalizingNameChooser):
    """Chooses the ids of new and renamed content: archive-1 instead of archive."""

    def _getCheckId(self, obj):
        plone_refuses = super()._getCheckId(obj)

        def refuses(content_id, required):
            return is_reserved(self.context, content_id) or plone_refuses(
                content_id, required
            )

        return refuses


@implementer(IFieldDeserializer)
@adapter(IASCIILine, IDexterityContent, IKpssLayer)
class AddressDeserializer(DefaultFieldDeserializer):
    """The id over REST: Plone would silently choose another one."""

    def __call__(self, value: Any) -> Any:
        # The field is bound, hence a copy
        if self.field.interface is IShortName and isinstance(value, str):
            container = aq_parent(self.context)
            ours = IKpssContent.providedBy(container)
            if ours and value != self.context.id and is_reserved(container, value):
                raise AddressReserved(value)
        return super().__call__(value)
