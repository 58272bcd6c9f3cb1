"""``kpss.Minutes``: what was dealt with and decided, for the body and for the public."""

from kpss.addon.fields import Name
from kpss.addon.fields import Rows
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.minutes.fields import MinutesFile
from kpss.addon.minutes.fields import Passages
from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules.building import Part
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


INSIDE = "kpss.addon.ViewMeetingInside"


class IMinutes(model.Schema):
    """Minutes of a meeting; one in each, with the id ``minutes``."""

    title = Name(
        title=_("Title"),
        description=_("Everybody reads it once the minutes are published."),
    )
    directives.read_permission(file=INSIDE)
    file = MinutesFile(
        title=_("File of the minutes"),
        description=_("For example a scan of the signed ones. Never public."),
        required=False,
    )
    directives.omitted("passages")
    directives.read_permission(passages=INSIDE)
    passages = Passages(title=_("Parts written by hand"))
    directives.omitted("parts")
    directives.read_permission(parts=INSIDE)
    parts = Rows(title=_("Parts"))
    directives.omitted("shown")
    directives.read_permission(shown=INSIDE)
    shown = Rows(title=_("Words that are no names"))
    directives.omitted("concealed")
    directives.read_permission(concealed=INSIDE)
    concealed = Rows(title=_("Words that the editor hides"))
    directives.omitted("public_parts")
    public_parts = Rows(title=_("What the public reads"))
    directives.omitted("checksum")
    directives.read_permission(checksum=INSIDE)
    checksum = schema.ASCIILine(
        title=_("Checksum of the verified minutes"), required=False, readonly=True
    )


@implementer(IMinutes, IKpssContent)
class Minutes(Item):
    """Minutes: parts as plain data, so that versions and exports carry them."""

    file = parts = shown = concealed = public_parts = checksum = None

    @property
    def passages(self) -> dict[str, str]:
        return {one.key: one.edited for one in parts_of(self) if one.edited is not None}

    @passages.setter
    def passages(self, value: dict[str, str | None] | None) -> None:
        """Only the parts that are named change."""
        sent = value or {}
        keep_parts(self, [_written(one, sent) for one in parts_of(self)])


def parts_of(minutes) -> list[Part]:
    return [Part(**row) for row in minutes.parts or ()]


def keep_parts(minutes, parts: list[Part]) -> None:
    minutes.parts = [vars(one).copy() for one in parts]


def wording_of(minutes) -> str:
    """Checksum of the minutes as they read now."""
    return building.whole(parts_of(minutes))


def _written(part: Part, sent: dict[str, str | None]) -> Part:
    if part.key not in sent:
        return part
    text = sent[part.key]
    return building.restored(part) if text is None else building.edited(part, text)
