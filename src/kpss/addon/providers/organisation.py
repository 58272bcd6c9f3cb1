"""``kpss.Organisation``: any organisation that the process has to do with."""

from kpss.addon.codelists.ico import Ico
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.process.fields import HttpUrl
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IOrganisation(model.Schema):
    """An organisation, local or national, in the process or outside it (BER-25, ZAT-32)."""

    title = Name(title=_("Name"))
    kind = schema.Choice(
        title=_("Kind"), vocabulary="kpss.addon.organisation_kinds", default="other"
    )
    scope = schema.Choice(
        title=_("Where it works"),
        vocabulary="kpss.addon.scopes",
        required=False,
        default="local",
    )
    founder = schema.Choice(
        title=_("Founder"),
        description=_("Who founded a provider."),
        vocabulary="kpss.addon.founders",
        required=False,
    )
    ico = Ico(
        title=_("Identification number (IČO)"),
        description=_("Eight digits."),
        required=False,
    )
    url = HttpUrl(
        title=_("Web"),
        description=_("Begins with http:// or https://."),
        required=False,
    )
    description = LongText(title=_("Summary"), required=False)


@implementer(IOrganisation, IKpssContent)
class Organisation(Item):
    """An organisation."""
