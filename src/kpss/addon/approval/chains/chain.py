"""``kpss.ApprovalChain``: who acts on a kind of documents, and in which order."""

from kpss.addon.approval.chains.fields import Steps
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IApprovalChain(model.Schema):
    """A chain; a document keeps the one that it was submitted to (design, section 5)."""

    title = Name(title=_("Title"))
    document_kinds = schema.List(
        title=_("Kinds of documents"),
        description=_("Nothing chosen: no document follows the chain."),
        value_type=schema.Choice(vocabulary="kpss.addon.document_kinds"),
        required=False,
    )
    purpose = schema.Choice(
        title=_("Purpose"),
        description=_(
            "Where there is no chain for amendments, they follow the one for adoption."
        ),
        vocabulary="kpss.addon.chain_purposes",
        default="adoption",
    )
    active = schema.Bool(
        title=_("Offered for new documents"),
        description=_("Documents on their way keep the chain in any case."),
        required=False,
        default=True,
    )
    source = Name(
        title=_("Source"),
        description=_("Where the town's rules say so."),
        maximum=500,
        required=False,
    )
    steps = Steps(
        title=_("Steps"),
        description=_("In order; each with one who acts. The last one decides."),
    )


@implementer(IApprovalChain, IKpssContent)
class ApprovalChain(Item):
    """A chain of the process; whoever sees the process sees it."""
