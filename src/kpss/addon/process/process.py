"""``kpss.Process``: one municipality's community planning."""

from collective.z3cform.datagridfield.blockdatagridfield import (
    BlockDataGridFieldWidgetFactory,
)
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidgetFactory
from collective.z3cform.datagridfield.row import DictRow
from kpss.addon.codelists.ico import Ico
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.process.container import SectionContainer
from kpss.addon.process.fields import HttpUrl
from kpss.addon.process.fields import KindRows
from kpss.addon.process.fields import ReferringRows
from kpss.addon.process.fields import TemplatePart
from kpss.addon.process.rows import IFunctionRow
from kpss.addon.process.rows import IKindRow
from kpss.addon.process.rows import IPartyRow
from kpss.addon.process.rows import IUnitRow
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IProcess(model.Schema):
    """The planning process of a municipality, a city or a district."""

    title = Name(title=_("Title of the process"))
    abbreviation = Name(title=_("Abbreviation"), required=False)
    description = LongText(
        title=_("Summary"),
        description=_("Used in listings and search results."),
        required=False,
    )
    lead = LongText(
        title=_("Opening sentence"),
        description=_("Stands first on the home page of the section."),
        required=False,
    )
    municipality = Name(title=_("Municipality"))
    ico = Ico(
        title=_("Identification number (IČO)"),
        description=_("Eight digits."),
        required=False,
    )
    act = schema.Choice(
        title=_("Governed by"),
        description=_(
            "The law that suggested rules of the assembly and the council quote."
        ),
        vocabulary="kpss.addon.municipal_acts",
        default="128/2000",
    )
    directives.write_permission(open_to_parent="kpss.addon.ManageProcess")
    open_to_parent = schema.Bool(
        title=_("Open to the parent process"),
        description=_(
            "For a process inside another one: the coordinator of the outer process "
            "may manage this one."
        ),
        required=False,
        default=False,
    )

    model.fieldset(
        "words",
        label=_("Words"),
        fields=[
            "label_managing_body",
            "label_working_groups",
            "label_meeting",
            "label_catalogue",
            "chart_title",
            "chart_lead",
            "chart_note",
        ],
    )
    label_managing_body = Name(
        title=_("What the managing body is called"),
        description=_("For example coordination group, steering group."),
        required=False,
    )
    label_working_groups = Name(
        title=_("What the working groups are called"), required=False
    )
    label_meeting = Name(
        title=_("What a meeting is called"),
        description=_(
            "In singular: setkání, schůze, porada. Sentences say it in its case; a word "
            "that cannot be declined surely stands in titles only."
        ),
        required=False,
    )
    label_catalogue = Name(
        title=_("What the catalogue of providers is called"), required=False
    )
    chart_title = Name(title=_("Heading of the organisation chart"), required=False)
    chart_lead = LongText(title=_("Sentence above the chart"), required=False)
    chart_note = LongText(title=_("Note under the chart"), required=False)

    model.fieldset("parties_fieldset", label=_("Parties"), fields=["parties"])
    directives.widget("parties", BlockDataGridFieldWidgetFactory, auto_append=False)
    directives.write_permission(parties="kpss.addon.ManageProcess")
    parties = ReferringRows(
        title=_("Parties of the process"),
        description=_("Every member of a body comes for one of them."),
        value_type=DictRow(title=_("Party"), schema=IPartyRow),
        refers=("counts_as",),
        required=False,
    )

    model.fieldset(
        "functions_fieldset",
        label=_("Functions"),
        fields=["functions"],
    )
    directives.widget("functions", BlockDataGridFieldWidgetFactory, auto_append=False)
    directives.write_permission(functions="kpss.addon.ManageProcess")
    functions = ReferringRows(
        title=_("Functions"),
        description=_(
            "What people can be in the bodies: guarantor, coordinator, chair, leader."
        ),
        value_type=DictRow(title=_("Function"), schema=IFunctionRow),
        required=False,
    )

    model.fieldset(
        "territory",
        label=_("Territory"),
        fields=["territory_kind", "territory_title", "units_title", "units"],
    )
    territory_kind = schema.Choice(
        title=_("Kind of territory"),
        vocabulary="kpss.addon.territory_kinds",
        required=False,
        default="municipality",
    )
    territory_title = Name(title=_("Territory"), required=False)
    units_title = Name(
        title=_("What its units are called"),
        description=_("For example city districts."),
        required=False,
    )
    directives.widget("units", DataGridFieldWidgetFactory, auto_append=False)
    units = ReferringRows(
        title=_("Territory units"),
        value_type=DictRow(title=_("Territory unit"), schema=IUnitRow),
        required=False,
    )

    model.fieldset(
        "publicity",
        label=_("Publicity"),
        fields=[
            "publicity_text",
            "publicity_logo",
            "publicity_logo_text",
            "consent_text",
            "consent_text_version",
            "portal_title",
            "portal_url",
        ],
    )
    publicity_text = LongText(
        title=_("Publicity text"),
        description=_("Shown at the top of every page of the section."),
        required=False,
    )
    publicity_logo = NamedBlobImage(title=_("Logos of the funders"), required=False)
    publicity_logo_text = Name(
        title=_("What the logos say"),
        description=_("Read to those who do not see the picture."),
        required=False,
    )
    directives.write_permission(consent_text="kpss.addon.ManageProcess")
    consent_text = LongText(
        title=_("What people consent to"),
        description=_(
            "Read by people on their own page before they consent to publishing their "
            "name, contact or photograph. Left empty, a usual text is used."
        ),
        required=False,
    )
    directives.write_permission(consent_text_version="kpss.addon.ManageProcess")
    consent_text_version = Name(
        title=_("Version of the consent text"),
        description=_(
            "Recorded with every consent; change it with every change of the text."
        ),
        maximum=50,
        required=False,
    )
    portal_title = Name(title=_("Portal"), required=False)
    portal_url = HttpUrl(
        title=_("Address of the portal"),
        description=_("Begins with http:// or https://."),
        required=False,
    )

    model.fieldset(
        "approval_fieldset",
        label=_("Approval"),
        fields=["guarantor_involvement", "text_changes", "document_kinds"],
    )
    directives.write_permission(guarantor_involvement="kpss.addon.ManageProcess")
    guarantor_involvement = schema.Choice(
        title=_("The guarantor and submissions"),
        description=_("When a document is submitted for approval, the guarantor:"),
        vocabulary="kpss.addon.guarantor_involvement",
        required=False,
        default="told",
    )
    directives.write_permission(text_changes="kpss.addon.ManageProcess")
    text_changes = schema.Choice(
        title=_("A text about which a body has decided"),
        vocabulary="kpss.addon.text_changes",
        required=False,
        default="note",
    )
    directives.widget("document_kinds", DataGridFieldWidgetFactory, auto_append=False)
    directives.write_permission(document_kinds="kpss.addon.ManageProcess")
    document_kinds = KindRows(
        title=_("Kinds of documents of our own"),
        description=_(
            "Beside the usual ones: concept, plan, rules, report and others. Which way "
            "a kind goes is said by the approval chains."
        ),
        value_type=DictRow(title=_("Kind of document"), schema=IKindRow),
        required=False,
    )

    model.fieldset(
        "tasks_fieldset", label=_("Tasks"), fields=["public_tasks", "task_notice"]
    )
    directives.write_permission(public_tasks="kpss.addon.ManageProcess")
    public_tasks = schema.Bool(
        title=_("Tasks of published resolutions are public"),
        description=_(
            "Everybody then reads title, due day, state and responsible body of such a "
            "task; never a person nor what was reported."
        ),
        required=False,
        default=False,
    )
    directives.write_permission(task_notice="kpss.addon.ManageProcess")
    task_notice = schema.Int(
        title=_("Days before the due day when a task is due soon"),
        min=0,
        max=365,
        required=False,
        default=14,
    )

    # Kept as data until their own type comes; edited through the town template.
    directives.omitted("stages")
    stages = TemplatePart(part="stages", title=_("Stages and steps"), required=False)


@implementer(IProcess, IKpssContent)
class Process(SectionContainer):
    """The root of a section."""

    #: Asked at every right; what was never set Dexterity looks for in the schema.
    functions = None
