"""Rows over REST: what is not a list of objects is refused with a sentence."""

from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.fields import ReferringRows
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import CollectionFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(ReferringRows, IDexterityContent, IKpssLayer)
class RowsDeserializer(CollectionFieldDeserializer):
    """The deserializer of the grid takes every row for an object."""

    def __call__(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(
            isinstance(row, dict) for row in value
        ):
            raise Refused(_("Send a list of objects, one for each row."))
        return super().__call__(value)
