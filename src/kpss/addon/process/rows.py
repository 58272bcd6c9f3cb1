"""Rows of the process's settings: parties, territory units, functions, own kinds."""

from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from zope import schema
from zope.interface import Interface
import re


#: Ids inside a process: letters without diacritics, digits, hyphens.
ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
#: The same as ``address`` in the format of town templates.
ADDRESS_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


def is_id(text: str) -> bool:
    """Can the text be the id of a row?"""
    return len(text) <= 80 and ID_PATTERN.match(text) is not None


def is_address(text: str) -> bool:
    """Can the text be the id of a body? Plone allows capitals, dots and underscores."""
    return len(text) <= 80 and ADDRESS_PATTERN.match(text) is not None


class RowId(schema.ASCIILine):
    """The id by which other settings refer to a row."""

    fits = staticmethod(is_id)

    def _validate(self, value):
        # Before the check for ASCII, which has no sentence
        if isinstance(value, str) and value and not self.fits(value):
            raise Refused(
                _(
                    "${id} is not an id: use small letters without diacritics, "
                    "digits and hyphens, beginning with a letter.",
                    mapping={"id": value},
                )
            )
        super()._validate(value)


class BodyId(RowId):
    """The id of a body, chosen in forms.

    The body need not exist yet: over REST a process comes before its bodies.
    """

    fits = staticmethod(is_address)


class IPartyRow(Interface):
    """A party of the process: commissioners, providers, users, the public (BER-13)."""

    id = RowId(title=_("Id"))
    title = Name(title=_("Title"), description=_("One member of it: provider."))
    plural = Name(title=_("Plural"), required=False)
    description = LongText(title=_("Who that is"), required=False)
    counts_as = RowId(
        title=_("Counts as one with"),
        description=_("Id of the party with which this one counts as one."),
        required=False,
    )
    private = schema.Bool(
        title=_("Published as a count only"),
        description=_("For users of services: names are never published."),
        required=False,
        default=False,
    )


class IKindRow(Interface):
    """A kind of documents that only this town has (ZAT-21)."""

    id = RowId(title=_("Id"))
    title = Name(title=_("Title"))


class IUnitRow(Interface):
    """A territory unit, for example a city district (PRA-12, PRA-26)."""

    id = RowId(title=_("Id"))
    title = Name(title=_("Title"))


class IFunctionRow(Interface):
    """A function that people hold in a body; it may follow an office (BER-15)."""

    id = RowId(title=_("Id"))
    title = Name(title=_("Title"))
    kind = schema.Choice(title=_("Kind"), vocabulary="kpss.addon.function_kinds")
    body = BodyId(
        title=_("Body"),
        description=_("The body it sits in; without one it is held in any body."),
        required=False,
    )
    office = Name(
        title=_("Follows the office"),
        description=_("Whoever holds this office holds the function."),
        required=False,
    )
    represents_in = BodyId(
        title=_("Represents in"),
        description=_("The body where the function makes a member."),
        required=False,
    )
    public = schema.Bool(
        title=_("Name of the holder is public"),
        description=_(
            "Whoever holds it is named on public pages without asking; never a user of "
            "services."
        ),
        required=False,
        default=False,
    )
    own_box = schema.Bool(
        title=_("Own box in the chart"), required=False, default=False
    )
    act_text = Name(title=_("Wording in the chart"), required=False)
    description = LongText(title=_("What it is for"), required=False)
    tasks = LongText(title=_("Tasks, one per line"), required=False, maximum=20000)
