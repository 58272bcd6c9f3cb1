"""Fields that refer to another document of the same process, by its id."""

from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from zope import schema


class DocumentRef(schema.Choice):
    """Another document of the process; its id is the value."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.documents", **kw)

    def _validate(self, value):
        if value and (not isinstance(value, str) or value not in self.vocabulary):
            raise Refused(
                _(
                    "There is no document ${id} in this process.",
                    mapping={"id": str(value)},
                )
            )
        super()._validate(value)
        if value and value == own_id(self.context):
            raise Refused(_("A document cannot refer to itself here."))


class AnnexedTo(DocumentRef):
    """The main document of an annex; an annex has no annexes."""

    def _validate(self, value):
        super()._validate(value)
        if not value:
            return
        main = documents_of(self.context).get(value)
        if main is not None and main.annex_of:
            raise Refused(_("This is an annex itself; choose its main document."))


class Repealed(DocumentRef):
    """A document that ends when this one takes effect."""


def documents_of(context):
    """The section with the documents, or an empty mapping."""
    from kpss.addon.process.sections import process_of

    process = process_of(context)
    return (process.get("documents") if process is not None else None) or {}


def own_id(context) -> str | None:
    """The id of the document being edited; None while it is being added."""
    from kpss.addon.documents.document import IDocument

    return context.getId() if IDocument.providedBy(context) else None
