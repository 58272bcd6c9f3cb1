"""Sentences about date polls, made of codes."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.polling.kept import Proposed
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.polls import Tally
from kpss.addon.meetings.rules.replies import Forecast
from kpss.addon.meetings.rules.replies import Refused
from zope.i18nmessageid import Message


#: As the person answers, and as others read it.
ANSWERS = (
    (rules.YES, _("date_yes", default="Yes, it suits me")),
    (rules.IF_NEEDED, _("date_if_needed", default="If need be")),
    (rules.NO, _("date_no", default="No, I cannot")),
)
SAID = {
    rules.YES: _("said_date_yes", default="yes"),
    rules.IF_NEEDED: _("said_date_if_needed", default="if need be"),
    rules.NO: _("said_date_no", default="no"),
}
STATES = {
    rules.OPEN: _("poll_open", default="open"),
    rules.CHOSEN: _("poll_chosen", default="date chosen"),
    rules.CANCELLED: _("poll_cancelled", default="cancelled"),
}
#: In the middle of a sentence, from Monday.
WEEKDAYS = (
    _("weekday_0", default="Monday"),
    _("weekday_1", default="Tuesday"),
    _("weekday_2", default="Wednesday"),
    _("weekday_3", default="Thursday"),
    _("weekday_4", default="Friday"),
    _("weekday_5", default="Saturday"),
    _("weekday_6", default="Sunday"),
)
#: What was sent.
ASKED, REMINDER, CHOSEN, CANCELLED = "asked", "reminder", "chosen", "cancelled"

FLAWS = {
    "too_few": _("Propose at least two dates."),
    "too_many": _("dates_too_many", default="Propose at most ${most} dates."),
    "past": _("This time has passed."),
    "twice": _("This date is proposed twice."),
    "until_past": _("This day has passed."),
    "until_late": _("Answers are to end before the day of the first date."),
    rules.CHOSEN: _("The date has been chosen; answers are closed."),
    rules.CANCELLED: _("The poll was cancelled; answers are closed."),
    "over": _("The time for answers is over. Call the office that has asked you."),
    "no_such_date": _("This date is not among those that were proposed."),
    "no_such_answer": _(
        "answers_allowed", default="Choose one of the answers: ${allowed}."
    ),
    "too_long": _("reply_too_long", default="At most ${maximum} characters, please."),
    "nothing_said": _("Answer at least for one of the dates."),
}


def flaw_text(flaw: Refused) -> Message:
    return Message(FLAWS[flaw.code], mapping=flaw.params)


def refusal(flaw: Refused, field: str | None = None) -> Refusal:
    """``field``: where it is to be mended, if not where the rule says."""
    where = flaw.name if field is None else field
    return Refusal(where, flaw_text(flaw), flaw.code, dict(flaw.params))


def date_text(one: Proposed, *, where: bool = True) -> Message:
    """When and where; the day of the week is what people think of first."""
    when = {
        "weekday": WEEKDAYS[one.start.weekday()],
        "when": span(one.start, one.end),
    }
    if not (one.place and where):
        return _("proposed_when", default="${weekday} ${when}", mapping=when)
    return _(
        "proposed_when_where",
        default="${weekday} ${when}, ${place}",
        mapping={**when, "place": one.place},
    )


def tally_text(found: Tally) -> Message:
    return _(
        "poll_tally",
        default="yes ${yes}, if need be ${if_needed}, no ${no}, no answer ${silent}",
        mapping={
            "yes": found.yes,
            "if_needed": found.if_needed,
            "no": found.no,
            "silent": found.silent,
        },
    )


def forecast_text(found: Forecast) -> Message:
    """6 of 9 would come; 5 are enough for a quorum."""
    mapping = {"coming": found.coming, "members": found.members}
    if found.needed is None:
        return _(
            "poll_forecast_open",
            default="${coming} of ${members} with a vote would come.",
            mapping=mapping,
        )
    mapping["needed"] = found.needed
    if not found.missing:
        return _(
            "poll_forecast_quorate",
            default=(
                "${coming} of ${members} would come; ${needed} are enough for a quorum."
            ),
            mapping=mapping,
        )
    mapping["missing"] = found.missing
    if not found.reachable:
        return _(
            "poll_forecast_lost",
            default=(
                "${coming} of ${members} would come; ${needed} are needed for a quorum "
                "and it cannot be reached any more."
            ),
            mapping=mapping,
        )
    return _(
        "poll_forecast_missing",
        default=(
            "${coming} of ${members} would come so far; ${missing} to a quorum, which "
            "needs ${needed}."
        ),
        mapping=mapping,
    )


def sent_text(number: int) -> Message:
    return plural(
        number,
        _("poll_mails_one", default="${number} mail is on its way."),
        _("poll_mails_few", default="${number} mails are on their way."),
        _("poll_mails_many", default="${number} mails are on their way."),
    )
