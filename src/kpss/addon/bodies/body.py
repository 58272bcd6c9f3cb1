"""``kpss.Body``: an assembly, council, commission, department, steering group …"""

from kpss.addon.bodies.fields import BodyRef
from kpss.addon.bodies.fields import ParentRef
from kpss.addon.bodies.fields import Supreme
from kpss.addon.bodies.rules.lifetime import Closing
from kpss.addon.bodies.rules.lifetime import refuse_closing
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.process.container import SectionContainer
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


#: Sentences for the reason codes of rules.lifetime.refuse_closing.
CLOSING_REASONS = {
    "needs_resolution": _(
        "This body is permanent: it is closed only by a resolution. Give its number."
    ),
    "needs_resolution_date": _("Give the date of the resolution."),
    "before_start": _("The last day is before the day of founding."),
    "into_itself": _("A body cannot be merged into itself."),
}


MANAGE_PROCESS = "kpss.addon.ManageProcess"
#: Place, life and end of a body; its leader, who edits the rest, does not change them.
KEPT_BY_COORDINATOR = (
    "kind",
    "parent",
    "established_by",
    "acts",
    "act_text",
    "composition_text",
    "supreme",
    "external",
    "open_to_all",
    "chart_order",
    "valid_from",
    "established_text",
    "permanent",
    "valid_to",
    "closed_by",
    "closed_by_date",
    "merged_into",
)


class IBody(model.Schema):
    """A body that takes part in the planning."""

    title = Name(title=_("Name"))
    kind = schema.Choice(
        title=_("Kind"), vocabulary="kpss.addon.body_kinds", default="other"
    )
    subtitle = Name(
        title=_("Second line of the name"),
        description=_("Shown under the name in the chart."),
        required=False,
    )
    abbreviation = Name(title=_("Abbreviation"), required=False)
    description = LongText(
        title=_("Summary"),
        description=_("Used in listings and search results."),
        required=False,
    )

    model.fieldset(
        "place",
        label=_("Place in the process"),
        fields=[
            "parent",
            "established_by",
            "acts",
            "act_text",
            "composition_text",
            "supreme",
            "external",
            "open_to_all",
            "chart_order",
        ],
    )
    parent = ParentRef(
        title=_("Stands under"),
        description=_("The body above in the chart. Only the line; it means no power."),
        required=False,
    )
    established_by = BodyRef(title=_("Established by"), required=False)
    directives.widget("acts", CheckBoxFieldWidget)
    acts = schema.List(
        title=_("What it does in the process"),
        value_type=schema.Choice(vocabulary="kpss.addon.acts"),
        required=False,
    )
    act_text = LongText(
        title=_("The same in the words of your chart"),
        description=_("For example: deliberates and decides."),
        required=False,
    )
    composition_text = LongText(
        title=_("Who it is made of, in words"),
        required=False,
    )
    supreme = Supreme(
        title=_("Supreme managing body of the process"), required=False, default=False
    )
    external = schema.Bool(
        title=_("Stands outside the process"),
        description=_("Its decisions are recorded here, not made here."),
        required=False,
        default=False,
    )
    open_to_all = schema.Bool(
        title=_("Open to everyone interested"), required=False, default=False
    )
    chart_order = schema.Int(
        title=_("Order in the chart"),
        description=_("Bodies on one line go from the lowest number to the highest."),
        required=False,
        min=-1_000_000,
        max=1_000_000,
        default=0,
    )

    model.fieldset(
        "work",
        label=_("Mission and tasks"),
        fields=["mission", "tasks", "membership_text", "structure_text"],
    )
    mission = RichText(title=_("Mission"), required=False)
    tasks = schema.List(
        title=_("Tasks"),
        description=_("One per line."),
        value_type=LongText(maximum=5000),
        required=False,
    )
    membership_text = RichText(
        title=_("Membership"),
        description=_("How it arises and ends, in words."),
        required=False,
    )
    structure_text = RichText(
        title=_("Structure"),
        description=_("Who chairs, convenes and represents, in words."),
        required=False,
    )

    model.fieldset(
        "life",
        label=_("Founding and end"),
        fields=["valid_from", "established_text", "permanent"],
    )
    valid_from = schema.Date(title=_("Founded on"), required=False)
    established_text = LongText(
        title=_("How it was founded"),
        description=_("Resolution, decision or stage of the process."),
        required=False,
    )
    permanent = schema.Bool(
        title=_("Permanent"),
        description=_("Closed only by a resolution."),
        required=False,
        default=False,
    )

    # Written by the forms "Close" and "Rename"
    directives.omitted(
        "valid_to", "closed_by", "closed_by_date", "merged_into", "former_names"
    )
    directives.write_permission(**dict.fromkeys(KEPT_BY_COORDINATOR, MANAGE_PROCESS))
    valid_to = schema.Date(title=_("Last day"), required=False)
    closed_by = Name(title=_("Closed by resolution number"), required=False)
    closed_by_date = schema.Date(title=_("Date of the resolution"), required=False)
    merged_into = BodyRef(title=_("Merged into"), required=False)
    former_names = schema.List(
        title=_("Former names"),
        value_type=schema.Dict(key_type=schema.ASCIILine()),
        required=False,
        readonly=True,
    )

    @invariant
    def body_is_closed_as_its_rules_allow(data):
        if data.valid_to is None:
            return
        closing = Closing(data.valid_to, data.closed_by, data.closed_by_date)
        for field, code in refuse_closing(
            closing, body="", permanent=bool(data.permanent), valid_from=data.valid_from
        ):
            raise InvalidField(CLOSING_REASONS[code], field)


@implementer(IBody, IKpssContent)
class Body(SectionContainer):
    """A body; holds its rules of procedure."""

    _ordering = "unordered"
