"""Rules on meetings: who presides and convenes, deadlines, how often."""

from kpss.addon.bodies.procedure.fields import Count
from kpss.addon.bodies.procedure.fields import FunctionRef
from kpss.addon.bodies.procedure.fields import Option
from kpss.addon.bodies.procedure.fields import Share
from kpss.addon.bodies.procedure.options import ALLOWED
from kpss.addon.bodies.procedure.options import DAY_KINDS
from kpss.addon.bodies.procedure.options import PUBLICITY
from kpss.addon.i18n import _
from plone.supermodel import model


class IMeetingRules(model.Schema):
    """Meetings (BER-56..58, BER-69, ZAT-74, PRA-17)."""

    model.fieldset(
        "meetings",
        label=_("Meetings"),
        order=30,
        fields=[
            "presiding",
            "presiding_fallback",
            "convener",
            "agenda_agreed_by",
            "request_to_convene",
            "invitation_days",
            "invitation_days_kind",
            "papers_days",
            "papers_days_kind",
            "proposals_days",
            "proposals_days_kind",
            "apology_days",
            "apology_days_kind",
            "urgent_exception",
            "usual_interval_months",
            "min_meetings_per_year",
            "max_interval_months",
            "extraordinary_meetings",
            "meetings_public",
        ],
    )
    presiding = FunctionRef(title=_("Who presides over meetings"))
    presiding_fallback = FunctionRef(
        title=_("Who presides instead"),
        description=_("When that one is missing. Not set: the meeting names somebody."),
    )
    convener = FunctionRef(title=_("Who convenes meetings"))
    agenda_agreed_by = FunctionRef(title=_("Who agrees the agenda"))
    request_to_convene = Share(
        title=_("Who may ask for a meeting"), description=_("Share of the members.")
    )
    invitation_days = Count(
        minimum=0,
        maximum=365,
        title=_("Invitation: days before the meeting"),
        description=_("0 means on the day of the meeting."),
    )
    invitation_days_kind = Option(DAY_KINDS, title=_("Invitation: counted in"))
    papers_days = Count(
        minimum=0, maximum=365, title=_("Papers: days before the meeting")
    )
    papers_days_kind = Option(DAY_KINDS, title=_("Papers: counted in"))
    proposals_days = Count(
        minimum=0,
        maximum=365,
        title=_("Proposals of members: days before the meeting"),
        description=_("The latest day for a proposal to the agenda."),
    )
    proposals_days_kind = Option(DAY_KINDS, title=_("Proposals of members: counted in"))
    apology_days = Count(
        minimum=0, maximum=365, title=_("Apology: days before the meeting")
    )
    apology_days_kind = Option(DAY_KINDS, title=_("Apology: counted in"))
    urgent_exception = Option(ALLOWED, title=_("Shorter notice in urgent matters"))
    usual_interval_months = Count(
        maximum=60,
        title=_("Usual time between meetings, in months"),
        description=_("Only reminds; see also the least number of meetings a year."),
    )
    min_meetings_per_year = Count(maximum=366, title=_("Least meetings a year"))
    max_interval_months = Count(
        maximum=60, title=_("Longest time between meetings, in months")
    )
    extraordinary_meetings = Option(ALLOWED, title=_("Meetings as needed"))
    meetings_public = Option(PUBLICITY, title=_("Public or closed"))
