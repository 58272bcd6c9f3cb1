"""``kpss.Document``: rules, concepts, analyses, reports, opinions and source materials."""

from kpss.addon.bodies.fields import BodyRef
from kpss.addon.documents.fields import AnnexedTo
from kpss.addon.documents.fields import Repealed
from kpss.addon.documents.locking import refuse_change
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.process.uids import uid_of
from plone.app.textfield import RichText
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IDocument(model.Schema):
    """A document of the process."""

    title = Name(title=_("Title"))
    description = LongText(
        title=_("Summary"),
        description=_("Used in listings and search results."),
        required=False,
    )
    text = RichText(title=_("Text"), required=False)
    file = NamedBlobFile(
        title=_("File"),
        description=_("The document as it is signed or published."),
        required=False,
    )
    author_body = BodyRef(
        title=_("Prepared by"),
        description=_("The working group, the department or another body."),
        required=False,
    )
    reference_number = Name(
        title=_("Reference number (č. j.)"), maximum=100, required=False
    )
    period = Name(
        title=_("Period"),
        description=_("What the document is for, such as 2027 or 2025–2028."),
        maximum=50,
        required=False,
    )

    model.fieldset("annexes", label=_("Annexes"), fields=["annex_of", "annex_number"])
    annex_of = AnnexedTo(
        title=_("Annex of"),
        description=_("An annex is approved together with its main document."),
        required=False,
    )
    annex_number = schema.Int(
        title=_("Number of the annex"), min=1, max=999, required=False
    )

    model.fieldset("validity", label=_("In force"), fields=["repeals"])
    repeals = schema.List(
        title=_("Repeals"),
        description=_("These end on the day before this document takes effect."),
        value_type=Repealed(title=_("Document")),
        required=False,
    )

    @invariant
    def annex_has_a_number(data):
        if bool(data.annex_of) != bool(data.annex_number):
            field = "annex_number" if data.annex_of else "annex_of"
            raise InvalidField(
                _("An annex has both a main document and a number."), field
            )

    @invariant
    def decided_text_is_left_alone(data):
        context = getattr(data, "__context__", None)
        refused = (
            refuse_change(context, data) if IDocument.providedBy(context) else None
        )
        if refused is not None:
            field, why = refused
            raise InvalidField(why, field)


@implementer(IDocument, IKpssContent)
class Document(Item):
    """A document and its way through the bodies."""

    def UID(self):
        return uid_of(self)
