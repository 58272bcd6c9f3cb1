"""``kpss.Membership``: what a person is in a body, for whom, since when, until when."""

from kpss.addon.bodies.membership.checks import refuse_bad
from kpss.addon.bodies.membership.fields import InProcess
from kpss.addon.bodies.people.naming import IRandomlyNamed
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IMembership(model.Schema):
    """A membership; it stands in its body. One form, so that its parts are judged together."""

    directives.omitted("title")
    title = schema.TextLine(title=_("Name"), readonly=True, required=False)

    person = InProcess(title=_("Person"), vocabulary="kpss.addon.people")
    function = InProcess(
        title=_("Function"),
        description=_("Without one it is a plain member."),
        vocabulary="kpss.addon.functions_of_body",
        required=False,
    )
    substitute_of = InProcess(
        title=_("Substitute of"),
        description=_("The member whom this person stands in for."),
        vocabulary="kpss.addon.memberships_of_body",
        required=False,
    )
    party = InProcess(
        title=_("Comes for the party"),
        vocabulary="kpss.addon.parties",
        required=False,
    )
    organisation = InProcess(
        title=_("Represents the organisation"),
        vocabulary="kpss.addon.organisations",
        required=False,
    )
    unit = InProcess(
        title=_("Represents the territory unit"),
        vocabulary="kpss.addon.units",
        required=False,
    )
    valid_from = schema.Date(title=_("Member since"))
    valid_to = schema.Date(
        title=_("Last day"),
        description=_("Not set: until it is ended."),
        required=False,
    )
    voting = schema.Bool(title=_("Votes"), required=False, default=True)
    basis = schema.Choice(
        title=_("How the membership arose"),
        vocabulary="kpss.addon.membership_bases",
        default="other",
    )
    reserved_by = InProcess(
        title=_("Seat reserved for members of"),
        description=_(
            "The membership counts only on days when the person is a member there."
        ),
        vocabulary="kpss.addon.bodies",
        required=False,
    )
    elected_on = schema.Date(title=_("Elected on"), required=False)
    appointed_on = schema.Date(
        title=_("Appointed on"),
        description=_("Where another body confirms: from this day there are powers."),
        required=False,
    )
    appointed_by_text = Name(
        title=_("Act of appointment"),
        description=_("Who appointed, and by which resolution or letter."),
        required=False,
    )
    delegation_letter = Name(
        title=_("Delegated by"),
        description=_("Who delegated, and by which letter."),
        required=False,
    )
    rules_signed_on = schema.Date(
        title=_("Rules of procedure signed on"), required=False
    )
    rules_signed_version = Name(
        title=_("Version of the rules that was signed"), required=False
    )
    rules_signed_evidence = Name(title=_("Where the signature is kept"), required=False)
    end_reason = Name(title=_("Why it ended"), required=False)
    # Other members of the body read the rest
    directives.read_permission(note="kpss.addon.ManageMembers")
    # Members read each other's memberships, but not what coordinators note
    directives.read_permission(note="kpss.addon.ManageMembers")
    note = LongText(title=_("Note"), required=False)

    @invariant
    def last_day_is_not_before_the_first(data):
        if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
            raise InvalidField(_("The last day is before the first."), "valid_to")

    @invariant
    def may_be_recorded_beside_the_others(data):
        refuse_bad(data, IMembership)


@implementer(IMembership, IKpssContent, IRandomlyNamed)
class Membership(Item):
    """A membership in the body that it stands in."""

    id_prefix = "m"
    #: Kept by ``labels``: an attribute does not see where its object stands.
    label = ""

    @property
    def title(self) -> str:
        """Jana Nováková – vedoucí."""
        return self.label

    @title.setter
    def title(self, value):
        """Made from the person and the function: what comes from outside is not kept."""
