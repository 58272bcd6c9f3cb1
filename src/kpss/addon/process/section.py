"""``kpss.Section``: the folders of a process, unordered and out of navigation."""

from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.process.container import SectionContainer
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class ISection(model.Schema):
    """A folder of a process that holds one kind of things."""

    title = Name(title=_("Title"))
    holds = schema.Tuple(
        title=_("Holds"),
        description=_("Content types that may be added here."),
        value_type=schema.ASCIILine(),
        required=False,
        readonly=True,
    )


@implementer(ISection, IKpssContent)
class Section(SectionContainer):
    """A folder that holds one kind of things and has no order (large ones stay fast)."""

    _ordering = "unordered"

    def allowedContentTypes(self, context=None):
        """Only what the section is for; an unmarked one holds what its type allows."""
        allowed = super().allowedContentTypes(context)
        return (
            [fti for fti in allowed if fti.getId() in self.holds]
            if self.holds
            else allowed
        )
