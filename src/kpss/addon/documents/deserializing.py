"""``PATCH`` of a document: a change of a decided text comes with ``changeNote``."""

from kpss.addon.deserializer import NamingDeserializer
from kpss.addon.documents.changing import FIELD
from kpss.addon.documents.changing import MISSING
from kpss.addon.documents.changing import NoteMissing
from kpss.addon.documents.changing import told
from kpss.addon.documents.document import IDocument
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.restapi_errors import refuse_field
from plone.restapi.interfaces import IDeserializeFromJson
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeserializeFromJson)
@adapter(IDocument, IKpssLayer)
class DocumentDeserializer(NamingDeserializer):
    """Raised after the values were set: the transaction goes as a whole."""

    def __call__(
        self, validate_all=False, data=None, create=False, mask_validation_errors=True
    ):
        data = self.sent() if data is None else data
        if create:
            return super().__call__(validate_all, data, create, mask_validation_errors)
        note = data.get(FIELD)
        try:
            with told(self.context, note if isinstance(note, str) else None):
                return super().__call__(
                    validate_all, data, create, mask_validation_errors
                )
        except NoteMissing as missing:
            raise refuse_field(FIELD, MISSING, code="note_missing") from missing
