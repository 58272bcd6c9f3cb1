"""Rules on membership: how it arises, who is a member by office, seats, limits, end."""

from collective.z3cform.datagridfield.blockdatagridfield import (
    BlockDataGridFieldWidgetFactory,
)
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidgetFactory
from kpss.addon.bodies.procedure.fields import Count
from kpss.addon.bodies.procedure.fields import Option
from kpss.addon.bodies.procedure.fields import PartyRef
from kpss.addon.bodies.procedure.fields import RuleBodyRef
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.procedure.options import ADMISSIONS
from kpss.addon.bodies.procedure.options import ALLOWED
from kpss.addon.bodies.procedure.options import CHECK
from kpss.addon.bodies.procedure.options import CONSEQUENCES
from kpss.addon.bodies.procedure.options import YES_NO
from kpss.addon.bodies.procedure.rows import ExOfficioRows
from kpss.addon.bodies.procedure.rows import SeatsRows
from kpss.addon.i18n import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget


class IMembershipRules(model.Schema):
    """Membership (BER-53, BER-67, ZAT-64..70, NAM-23..25, PRA-11, PRA-36)."""

    model.fieldset(
        "membership",
        label=_("Membership"),
        order=40,
        fields=[
            "admission",
            "appointed_by",
            "trial_meetings",
            "voluntary",
            "ex_officio",
            "seats",
            "composition_check",
            "composition_parties",
            "merge_parties",
            "max_per_organisation",
            "max_per_organisation_party",
            "transferable",
            "substitutes",
            "max_unexcused_absences",
            "absence_consequence",
        ],
    )
    admission = Option(ADMISSIONS, title=_("How one becomes a member"))
    appointed_by = RuleBodyRef(title=_("Who appoints the members"))
    trial_meetings = Count(
        title=_("Meetings as a guest first"),
        description=_("That an applicant attends before becoming a member."),
    )
    voluntary = Option(YES_NO, title=_("Membership is voluntary"))
    directives.widget("ex_officio", BlockDataGridFieldWidgetFactory, auto_append=False)
    ex_officio = ExOfficioRows(
        title=_("Members by office"),
        description=_("Who is a member without an application or a vote."),
    )
    directives.widget("seats", DataGridFieldWidgetFactory, auto_append=False)
    seats = SeatsRows(title=_("Seats of the parties"))
    composition_check = Option(
        CHECK,
        title=_("Representation of the parties"),
        description=_("Whether missing parties are pointed out."),
    )
    directives.widget("composition_parties", CheckBoxFieldWidget)
    composition_parties = Several(
        title=_("Parties that should be represented"), value_type=PartyRef()
    )
    merge_parties = Option(
        YES_NO,
        title=_("Parties that count as one do so here"),
        description=_("Which ones do is set in the process."),
    )
    max_per_organisation = Count(
        title=_("Members from one organisation, at most"),
    )
    max_per_organisation_party = PartyRef(
        title=_("This limit concerns only the party"),
        description=_("Not set: it concerns everybody."),
    )
    transferable = Option(YES_NO, title=_("Membership may pass to another person"))
    substitutes = Option(ALLOWED, title=_("Substitutes"))
    max_unexcused_absences = Count(
        title=_("Absences in a row without apology"),
        description=_("With the last of them the membership ends."),
    )
    absence_consequence = Option(CONSEQUENCES, title=_("What absences lead to"))
