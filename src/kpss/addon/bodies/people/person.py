"""``kpss.Person``: somebody who takes part; the town's data on them are never public."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidgetFactory
from kpss.addon.bodies.people.consents import Consents
from kpss.addon.bodies.people.fields import Account
from kpss.addon.bodies.people.fields import Email
from kpss.addon.bodies.people.fields import Phone
from kpss.addon.bodies.people.naming import IRandomlyNamed
from kpss.addon.bodies.rules.people import full_name
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


PRIVATE = "kpss.addon.ViewPrivateContact"


class IPerson(model.Schema):
    """A person of the process; sits in bodies by memberships."""

    directives.omitted("title")
    title = schema.TextLine(title=_("Name"), readonly=True, required=False)

    title_before = Name(
        title=_("Title before the name"),
        description=_("For example Ing., Mgr."),
        maximum=50,
        required=False,
    )
    given_name = Name(title=_("Given name"), maximum=100)
    family_name = Name(title=_("Family name"), maximum=100)
    title_after = Name(
        title=_("Title after the name"),
        description=_("For example Ph.D., DiS."),
        maximum=50,
        required=False,
    )
    office = Name(
        title=_("Office or position"),
        description=_("For example head of the department of social affairs."),
        required=False,
    )
    office_email = Email(title=_("E-mail in the office"), required=False)
    office_phone = Phone(title=_("Telephone in the office"), required=False)
    photo = NamedBlobImage(
        title=_("Photograph"),
        description=_("Published only with the person's consent."),
        required=False,
    )

    model.fieldset("consents_fieldset", label=_("Consents"), fields=["consents"])
    directives.widget("consents", DataGridFieldWidgetFactory, auto_append=False)
    consents = Consents(
        title=_("Consents"),
        description=_(
            "What the person agreed to being published. A withdrawn consent stays "
            "here with the day of its withdrawal."
        ),
        required=False,
    )

    model.fieldset(
        "private",
        label=_("Private"),
        description=_("Seen by coordinators only and never published."),
        fields=[
            "private_email",
            "private_phone",
            "private_address",
            "user_id",
            "note",
        ],
    )
    directives.read_permission(
        private_email=PRIVATE,
        private_phone=PRIVATE,
        private_address=PRIVATE,
        user_id=PRIVATE,
        note=PRIVATE,
    )
    directives.write_permission(
        private_email=PRIVATE,
        private_phone=PRIVATE,
        private_address=PRIVATE,
        user_id=PRIVATE,
        note=PRIVATE,
    )
    private_email = Email(title=_("Private e-mail"), required=False)
    private_phone = Phone(title=_("Private telephone"), required=False)
    private_address = LongText(title=_("Private address"), maximum=1000, required=False)
    user_id = Account(
        title=_("User account"),
        description=_(
            "The user name of this person on this site; from it come the rights of a "
            "member. Not everybody needs one."
        ),
        required=False,
    )
    note = LongText(title=_("Note"), required=False)


@implementer(IPerson, IKpssContent, IRandomlyNamed)
class Person(Item):
    """A person of the process."""

    id_prefix = "p"
    given_name = family_name = title_before = title_after = None

    @property
    def title(self) -> str:
        """As people write it: Ing. Jana Nováková, Ph.D."""
        return full_name(
            self.given_name, self.family_name, self.title_before, self.title_after
        )

    @title.setter
    def title(self, value):
        """Made from the names: whatever comes from outside is not kept."""

    @property
    def sort_name(self) -> str:
        """As lists are sorted: Nováková Jana."""
        return " ".join(part for part in (self.family_name, self.given_name) if part)
