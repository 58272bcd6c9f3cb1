"""What a person agreed to being published: with date, text version and withdrawal."""

from collective.z3cform.datagridfield.row import DictRow
from kpss.addon.codelists.codelist import factory
from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.deserializer import RowsDeserializer
from kpss.addon.process.fields import IRowsCheckedTogether
from plone.dexterity.interfaces import IDexterityContent
from zope import schema
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


CONSENT_KINDS = (
    ("name", _("Publishing the name")),
    ("contact", _("Publishing the contact")),
    ("photo", _("Publishing the photograph")),
)

consent_kinds = factory(CONSENT_KINDS)


class IConsentRow(Interface):
    """One consent; a new one after withdrawing is a new row."""

    # Without a default, or a blank row would count as filled
    what = schema.Choice(title=_("Agrees to"), vocabulary="kpss.addon.consent_kinds")
    given_on = schema.Date(title=_("Given on"))
    text_version = Name(
        title=_("Version of the text"),
        description=_("Which wording of the consent was signed."),
        required=False,
    )
    withdrawn_on = schema.Date(title=_("Withdrawn on"), required=False)


@implementer(IRowsCheckedTogether)
class Consents(schema.List):
    """Consents of a person, in the order in which they were given."""

    def __init__(self, **kw):
        row = DictRow(title=_("Consent"), schema=IConsentRow)
        super().__init__(value_type=row, **kw)

    def _validate(self, value):
        super()._validate(value)
        for number, row in enumerate(value or (), 1):
            end = row.get("withdrawn_on")
            if end and end < row["given_on"]:
                raise Refused(
                    _(
                        "Row ${number}: the consent was withdrawn before it was given.",
                        mapping={"number": number},
                    )
                )


@adapter(Consents, IDexterityContent, IKpssLayer)
class ConsentsDeserializer(RowsDeserializer):
    """Consents over REST: errors name row and column."""
