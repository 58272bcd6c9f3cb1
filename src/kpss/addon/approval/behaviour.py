"""``kpss.approvable``: what an approvable has beside its own fields."""

from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.i18n import _
from kpss.addon.interfaces import InvalidField
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import invariant
from zope.interface import provider


@provider(IFormFieldProvider)
class IApproval(IApprovable, model.Schema):
    """Fields by which the chain is chosen and the approval takes effect.

    The type gives ``author_body`` (id) and ``repeals`` (ids) itself.
    """

    document_kind = schema.Choice(
        title=_("Kind of document"),
        description=_("The approval chain is chosen by it."),
        vocabulary="kpss.addon.document_kinds",
    )
    purpose = schema.Choice(
        title=_("Purpose"),
        description=_("A change of a document in force may have a shorter chain."),
        vocabulary="kpss.addon.chain_purposes",
        default="adoption",
    )
    important = schema.Bool(
        title=_("Important document"),
        description=_(
            "It needs a resolution of the managing body, whatever the chain says."
        ),
        required=False,
        default=False,
    )
    internal = schema.Bool(
        title=_("Not public even after it is approved"),
        required=False,
        default=False,
    )

    model.fieldset("validity", label=_("In force"), fields=["effect_on", "valid_to"])
    effect_on = schema.Date(
        title=_("Takes effect on"),
        description=_("Left empty: on the day of approval."),
        required=False,
    )
    valid_to = schema.Date(
        title=_("Last day in force"),
        description=_("Left empty: until another document repeals it."),
        required=False,
    )

    @invariant
    def last_day_is_not_before_the_effect(data):
        if data.effect_on and data.valid_to and data.valid_to < data.effect_on:
            raise InvalidField(
                _("The last day in force is before the first."), "valid_to"
            )
