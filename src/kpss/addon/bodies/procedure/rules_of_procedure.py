"""``kpss.Rules``: the rules of procedure of a body, from a day on.

The rules themselves stand in the modules beside, one per part of the form; what each
means is in docs/rules-of-procedure.md.
"""

from kpss.addon.bodies.procedure.fields import Sources
from kpss.addon.bodies.procedure.meetings import IMeetingRules
from kpss.addon.bodies.procedure.membership import IMembershipRules
from kpss.addon.bodies.procedure.records import IGuestRules
from kpss.addon.bodies.procedure.records import IMinutesRules
from kpss.addon.bodies.procedure.sources import give_sources
from kpss.addon.bodies.procedure.sources import sources_of
from kpss.addon.bodies.procedure.voting import IElectionRules
from kpss.addon.bodies.procedure.voting import IVotingRules
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from plone.autoform import directives
from plone.dexterity.content import Item
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class IRules(
    IVotingRules,
    IElectionRules,
    IMeetingRules,
    IMembershipRules,
    IGuestRules,
    IMinutesRules,
):
    """Rules of procedure. A rule without a value is not set: it is not judged."""

    title = Name(title=_("Title"))
    document = Name(
        title=_("Approved document"),
        description=_("The rules of procedure that these values come from."),
        required=False,
    )
    valid_from = schema.Date(
        title=_("In force from"),
        description=_("Not set: always. Of several, the rules that began last hold."),
        required=False,
    )
    valid_to = schema.Date(
        title=_("Last day in force"),
        description=_("Not set: until other rules replace them."),
        required=False,
    )

    # Written by the add form, over REST and by the town template
    directives.omitted("sources")
    sources = Sources(title=_("Sources"))

    @invariant
    def last_day_is_not_before_the_first(data):
        if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
            raise InvalidField(
                _("The last day in force is before the first."), "valid_to"
            )


@implementer(IRules, IKpssContent)
class Rules(Item):
    """Rules of procedure of a body."""

    @property
    def sources(self) -> dict[str, str] | None:
        """Sources of the present values only, see ``sources``."""
        return sources_of(self) or None

    @sources.setter
    def sources(self, value: dict[str, str] | None):
        give_sources(self, value)
