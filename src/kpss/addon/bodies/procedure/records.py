"""Rules on guests, papers, delegation, minutes and numbers."""

from kpss.addon.bodies.procedure.fields import Count
from kpss.addon.bodies.procedure.fields import FunctionRef
from kpss.addon.bodies.procedure.fields import NumberingPattern
from kpss.addon.bodies.procedure.fields import Option
from kpss.addon.bodies.procedure.fields import RecipientRef
from kpss.addon.bodies.procedure.fields import RuleText
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.procedure.options import ALLOWED
from kpss.addon.bodies.procedure.options import DAY_KINDS
from kpss.addon.bodies.procedure.options import GUESTS
from kpss.addon.bodies.procedure.options import NUMBERING_PERIODS
from kpss.addon.bodies.procedure.options import YES_NO
from kpss.addon.i18n import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget


class IGuestRules(model.Schema):
    """Guests, equal access to papers, delegation (BER-49, BER-55, BER-46, ZAT-71)."""

    model.fieldset(
        "guests_delegation",
        label=_("Guests and delegation"),
        order=50,
        fields=[
            "guests",
            "permanent_guests",
            "guests_text",
            "papers_to_all",
            "delegation",
        ],
    )
    guests = Option(GUESTS, title=_("Guests"))
    directives.widget("permanent_guests", CheckBoxFieldWidget)
    permanent_guests = Several(title=_("Permanent guests"), value_type=FunctionRef())
    guests_text = RuleText(title=_("Who the guests usually are"))
    papers_to_all = Option(
        YES_NO, title=_("All members get the papers at the same time")
    )
    delegation = Option(ALLOWED, title=_("Delegation of decisions"))


class IMinutesRules(model.Schema):
    """Minutes and numbers of resolutions (PRA-19)."""

    model.fieldset(
        "minutes_numbers",
        label=_("Minutes and numbers"),
        order=60,
        fields=[
            "minutes_verifiers",
            "minutes_days",
            "minutes_days_kind",
            "minutes_recipients",
            "minutes_approved_next",
            "numbering_pattern",
            "numbering_period",
        ],
    )
    directives.widget("minutes_verifiers", CheckBoxFieldWidget)
    minutes_verifiers = Several(
        title=_("Who verifies the minutes"),
        description=_("All of those chosen must verify."),
        value_type=FunctionRef(),
    )
    minutes_days = Count(
        minimum=0,
        maximum=365,
        title=_("Minutes: days after the meeting"),
        description=_("By when they are made."),
    )
    minutes_days_kind = Option(DAY_KINDS, title=_("Minutes: counted in"))
    directives.widget("minutes_recipients", CheckBoxFieldWidget)
    minutes_recipients = Several(
        title=_("Who gets the minutes"), value_type=RecipientRef()
    )
    minutes_approved_next = Option(
        YES_NO, title=_("The next meeting approves the minutes")
    )
    numbering_pattern = NumberingPattern(
        maximum=60,
        title=_("Pattern of the numbers of resolutions"),
        description=_(
            "For example {number}/{year:2}. In braces: number, year, year:2 (two "
            "digits), body, period, meeting."
        ),
    )
    numbering_period = Option(
        NUMBERING_PERIODS, title=_("Numbers of resolutions begin anew")
    )
