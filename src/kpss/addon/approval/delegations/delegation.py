"""``kpss.Delegation``: decision powers that a body passes on (BER-46)."""

from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.process.sections import process_of
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IDelegation(model.Schema):
    """Powers of the body in which it stands."""

    to_body = schema.Choice(
        title=_("To a body"),
        vocabulary="kpss.addon.bodies",
        required=False,
    )
    directives.read_permission(to_person="kpss.addon.ViewRoster")
    to_person = schema.Choice(
        title=_("To a person"),
        description=_("Either a body or a person; the public does not see the person."),
        vocabulary="kpss.addon.people",
        required=False,
    )
    kinds = schema.List(
        title=_("Kinds of documents"),
        description=_("Nothing chosen: all kinds."),
        value_type=schema.Choice(vocabulary="kpss.addon.document_kinds"),
        required=False,
    )
    valid_from = schema.Date(title=_("From"))
    valid_to = schema.Date(
        title=_("Last day"),
        description=_("Left empty: until it is ended."),
        required=False,
    )
    resolution = Name(
        title=_("By the resolution"),
        description=_("Number and day of the resolution by which the powers passed."),
        maximum=100,
        required=False,
    )
    directives.read_permission(note="kpss.addon.ViewRoster")
    note = LongText(title=_("Note"), required=False)

    @invariant
    def goes_to_one(data):
        if bool(data.to_body) == bool(data.to_person):
            raise InvalidField(_("Choose either a body or a person."), "to_body")

    @invariant
    def ends_after_it_begins(data):
        if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
            raise InvalidField(_("The last day is before the first."), "valid_to")

    @invariant
    def is_not_to_itself(data):
        context = getattr(data, "__context__", None)
        body = body_of(context) if context is not None else None
        if data.to_body and body is not None and data.to_body == body.getId():
            raise InvalidField(_("A body does not delegate to itself."), "to_body")


@implementer(IDelegation, IKpssContent)
class Delegation(Item):
    """A delegation; its title names a body, never a person."""

    @property
    def title(self) -> str:
        process = process_of(self)
        if process is None or not self.to_body:
            return translate(_("Delegation to a person"))
        # Asked while it is indexed: no search
        bodies = process.get("bodies")
        known = bodies.get(self.to_body) if bodies is not None else None
        name = known.title if known is not None else self.to_body
        return translate(_("Delegation: ${body}", mapping={"body": name}))

    @title.setter
    def title(self, value: str) -> None:
        """A title follows from what is recorded."""


def body_of(context):
    """The body whose powers are passed on; ``context``: it or the delegation."""
    if IDelegation.providedBy(context):
        return getattr(context, "__parent__", None) or context.aq_parent
    return context
