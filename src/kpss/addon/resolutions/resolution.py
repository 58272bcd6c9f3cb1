"""``kpss.Resolution``: what a body resolved."""

from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.resolutions.numbering import is_taken
from kpss.addon.resolutions.numbering import taken
from kpss.addon.tasks.interfaces import IImposes
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IResolution(model.Schema):
    """A resolution of a body, adopted in a meeting or per rollam."""

    title = Name(
        title=_("What it is about"),
        description=_("Shown in the register of resolutions."),
    )
    decided_on = schema.Date(title=_("Day of the resolution"))
    number = Name(
        maximum=50,
        title=_("Number of the resolution"),
        description=_("Left empty: the next number of the body when it is adopted."),
        required=False,
    )
    verb = schema.Choice(
        title=_("What it does"),
        vocabulary="kpss.addon.resolution_verbs",
        default="approves",
    )
    addressee = Name(
        title=_("Addressee"),
        description=_("Whom it asks, recommends to or imposes something on."),
        required=False,
    )
    directives.read_permission(text="kpss.addon.ViewWholeResolution")
    text = LongText(
        title=_("Text"),
        description=_("The whole text; read by the body and the office."),
        maximum=20000,
        required=False,
    )
    public_text = LongText(
        title=_("Text for the public"),
        description=_("Without names and what is not to be public."),
        maximum=20000,
        required=False,
    )
    file = NamedBlobFile(
        title=_("File for the public"),
        description=_("For example the signed extract of the minutes."),
        required=False,
    )
    per_rollam = schema.Bool(
        title=_("Adopted outside a meeting (per rollam)"), required=False, default=False
    )
    external = schema.Bool(
        title=_("Recorded from elsewhere"),
        description=_("A resolution that the body numbers and keeps by itself."),
        required=False,
        default=False,
    )
    # Written by the form that records a decision
    directives.omitted("subject_uid")
    directives.read_permission(subject_uid="kpss.addon.ViewWholeResolution")
    subject_uid = schema.ASCIILine(title=_("What it decides"), required=False)
    directives.omitted("corrections")
    # Old texts may hold what was taken out of them
    directives.read_permission(corrections="kpss.addon.ViewWholeResolution")
    corrections = schema.List(
        title=_("Corrections"),
        value_type=schema.Dict(
            key_type=schema.TextLine(), value_type=schema.TextLine(required=False)
        ),
        required=False,
        readonly=True,
    )

    @invariant
    def number_is_free(data):
        context = getattr(data, "__context__", None)
        if context is None or not (data.number and data.decided_on):
            return
        if is_taken(context, data.number, data.decided_on):
            raise InvalidField(taken(data.number), "number")


@implementer(IResolution, IKpssContent, IImposes)
class Resolution(Container):
    """A resolution; what stands in it are stock files, as public as it is itself."""
