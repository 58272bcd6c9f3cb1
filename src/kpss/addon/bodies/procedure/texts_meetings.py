"""Sentences of the rules on meetings, by reason code."""

from kpss.addon.i18n import _


MEETINGS = {
    "presiding": _("Meetings are presided over by: ${function}."),
    "presiding.fallback": _(
        "Meetings are presided over by: ${function}, or else ${fallback}."
    ),
    "presiding_fallback": _(
        "When the one who presides is missing, the meeting is presided over by: "
        "${function}."
    ),
    "convener": _("Meetings are convened by: ${function}."),
    "agenda_agreed_by": _("The agenda is agreed by: ${function}."),
    "request_to_convene": _(
        "A meeting is also convened when ${share} of the members ask for it."
    ),
    "urgent_exception.allowed": _("In urgent matters the notice may be shorter."),
    "urgent_exception.not_allowed": _(
        "The notice cannot be shorter even in urgent matters."
    ),
    "meets.least": _("It meets at least ${times} a year."),
    "meets.usually": _("It usually meets once every ${every}."),
    "meets.least_usually": _(
        "It meets at least ${times} a year, usually once every ${every}."
    ),
    "max_interval_months": _("No more than ${months} may pass between two meetings."),
    "extraordinary_meetings.allowed": _("It also meets as needed."),
    "extraordinary_meetings.not_allowed": _("There are no extraordinary meetings."),
    "meetings_public.public": _("Meetings are public."),
    "meetings_public.closed": _("Meetings are closed to the public."),
    "meetings_public.body_decides": _(
        "The members decide whether a meeting is public."
    ),
}

DEADLINES = {
    "invitation_days": _(
        "The invitation is sent at the latest ${days} before the meeting."
    ),
    "invitation_days.same_day": _(
        "The invitation is sent at the latest on the day of the meeting."
    ),
    "invitation_days_kind.calendar": _(
        "The notice of a meeting is counted in calendar days."
    ),
    "invitation_days_kind.working": _(
        "The notice of a meeting is counted in working days."
    ),
    "papers_days": _("The papers are sent at the latest ${days} before the meeting."),
    "papers_days.same_day": _(
        "The papers are sent at the latest on the day of the meeting."
    ),
    "papers_days_kind.calendar": _(
        "The time for sending the papers is counted in calendar days."
    ),
    "papers_days_kind.working": _(
        "The time for sending the papers is counted in working days."
    ),
    "proposals_days": _(
        "Members make proposals to the agenda at the latest ${days} before the meeting."
    ),
    "proposals_days.same_day": _(
        "Members make proposals to the agenda at the latest on the day of the meeting."
    ),
    "proposals_days_kind.calendar": _(
        "The time for proposals to the agenda is counted in calendar days."
    ),
    "proposals_days_kind.working": _(
        "The time for proposals to the agenda is counted in working days."
    ),
    "apology_days": _("Apologies are made at the latest ${days} before the meeting."),
    "apology_days.same_day": _(
        "Apologies are made at the latest on the day of the meeting."
    ),
    "apology_days_kind.calendar": _(
        "The time for apologies is counted in calendar days."
    ),
    "apology_days_kind.working": _(
        "The time for apologies is counted in working days."
    ),
    "minutes_days": _("The minutes are made within ${within} after the meeting."),
    "minutes_days.same_day": _("The minutes are made on the day of the meeting."),
    "minutes_days_kind.calendar": _(
        "The time for the minutes is counted in calendar days."
    ),
    "minutes_days_kind.working": _(
        "The time for the minutes is counted in working days."
    ),
}

MINUTES = {
    "minutes_verifiers.one": _("The minutes are verified by: ${function}."),
    "minutes_verifiers.all": _("The minutes are verified together by: ${functions}."),
    "minutes_recipients": _("The minutes are sent to: ${recipients}."),
    "minutes_approved_next.yes": _("The next meeting approves the minutes."),
    "minutes_approved_next.no": _("The next meeting does not approve the minutes."),
    "numbering_pattern": _(
        "Resolutions are numbered by the pattern ${pattern}, for example ${example}."
    ),
    "numbering_period.calendar_year": _(
        "The numbers of resolutions begin anew every calendar year."
    ),
    "numbering_period.electoral_term": _(
        "The numbers of resolutions begin anew every electoral term."
    ),
    "numbering_period.continuous": _(
        "The numbers of resolutions go on without interruption."
    ),
}
