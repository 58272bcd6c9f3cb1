"""Fields that refer to another document of the same process, by its id."""

from kpss.addon.approval.case import Case
from kpss.addon.approval.rules.wording import change_of_text
from kpss.addon.approval.rules.wording import CLOSED
from kpss.addon.approval.rules.wording import LOCKED
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from plone import api
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
        if main is not None and getattr(self.context, "annex_of", None) != value:
            refuse_annexing(main)
            if not api.user.has_permission("Modify portal content", obj=main):
                raise Refused(
                    _("Only who may edit the main document adds annexes to it.")
                )


def refuse_annexing(main) -> None:
    """Bodies decide about a document with its annexes; raises Refused."""
    case = Case(main)
    answer = change_of_text(case.standing, getattr(case.process, "text_changes", None))
    if answer == CLOSED:
        raise Refused(
            _(
                "The main document has been approved, without this annex. Propose a "
                "change of it."
            )
        )
    if answer == LOCKED:
        raise Refused(
            _(
                "A body has decided about the main document. An annex can be added after "
                "it is returned to the draft."
            )
        )


class Repealed(DocumentRef):
    """A document that ends when this one takes effect."""


def documents_of(context):
    """The section with the documents, or an empty mapping."""
    from kpss.addon.process.sections import process_of

    process = process_of(context)
    return (process.get("documents") if process is not None else None) or {}


def main_of(document):
    """The document that goes through the bodies: of an annex the one it belongs to."""
    main = documents_of(document).get(document.annex_of or "")
    return main if main is not None else document


def own_id(context) -> str | None:
    """The id of the document being edited; None while it is being added."""
    from kpss.addon.documents.document import IDocument

    return context.getId() if IDocument.providedBy(context) else None
