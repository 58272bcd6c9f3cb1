"""Sentences about convening, answers and changes, made of codes."""

from collections.abc import Callable
from datetime import datetime
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.rules.invitation_changes import Difference
from kpss.addon.meetings.rules.notice import Finding
from kpss.addon.meetings.rules.replies import Forecast
from kpss.addon.meetings.rules.replies import Refused
from kpss.addon.meetings.rules.roster_changes import Change
from zope.i18nmessageid import Message


#: Answers, as the person gives them and as others read them.
REPLIES = (
    ("coming", _("answer_coming", default="I will come")),
    ("online", _("answer_online", default="I will join online")),
    ("excused", _("answer_excused", default="I apologise, I cannot come")),
    ("substitute", _("answer_substitute", default="I send a substitute")),
)
REPLY_TITLES = {
    "coming": _("said_coming", default="comes"),
    "online": _("said_online", default="joins online"),
    "excused": _("said_excused", default="is excused"),
    "substitute": _("said_substitute", default="sends a substitute"),
}
#: What was sent.
SENT = {
    "invitation": _("sent_invitation", default="invitation"),
    "change": _("sent_change", default="change"),
    "papers": _("sent_papers", default="papers added"),
    "cancellation": _("sent_cancellation", default="cancellation"),
    "withdrawal": _("sent_withdrawal", default="invited no more"),
}
#: Who gets it.
KINDS = {
    "member": _("member"),
    "substitute": _("substitute"),
    "guest": _("permanent guest"),
    "presides": _("kind_presides", default="presides"),
    "invited": _("invited guest"),
}


def _days(params) -> Message:
    """Seven calendar days, three working days."""
    mapping = {"number": params["days"]}
    if params["kind"] == "working":
        return plural(
            params["days"],
            _("working_day_one", default="${number} working day", mapping=mapping),
            _("working_day_few", default="${number} working days", mapping=mapping),
            _("working_day_many", default="${number} working days", mapping=mapping),
        )
    return plural(
        params["days"],
        _("calendar_day_one", default="${number} day", mapping=mapping),
        _("calendar_day_few", default="${number} days", mapping=mapping),
        _("calendar_day_many", default="${number} days", mapping=mapping),
    )


def _short(found: Finding) -> Message:
    mapping = {"days": _days(found.params), "latest": day(found.params["latest"])}
    if found.refuses:
        return _(
            "short_notice_refused",
            default=(
                "The rules ask for an invitation ${days} before the meeting; it was to "
                "go by ${latest}, and they allow no exception. Move the meeting."
            ),
            mapping=mapping,
        )
    return _(
        "short_notice_warned",
        default=(
            "The rules ask for an invitation ${days} before the meeting; it was to go "
            "by ${latest}."
        ),
        mapping=mapping,
    )


def _late_papers(found: Finding) -> Message:
    return _(
        "late_papers",
        default=(
            "The rules ask for papers ${days} before the meeting; they were to go by "
            "${latest}."
        ),
        mapping={"days": _days(found.params), "latest": day(found.params["latest"])},
    )


def _without_address(found: Finding) -> Message:
    return plural(
        found.params["number"],
        _("without_address_one", default="One of those invited has no e-mail address."),
        _(
            "without_address_few",
            default="${number} of those invited have no e-mail address.",
        ),
        _(
            "without_address_many",
            default="${number} of those invited have no e-mail address.",
        ),
    )


FINDINGS: dict[str, Message | Callable[[Finding], Message]] = {
    "no_agenda": _("There is no item on the agenda yet."),
    "no_recipient": _("Nobody who is to be invited has an e-mail address."),
    "short_notice": _short,
    "late_papers": _late_papers,
    "without_address": _without_address,
}


def finding_text(found: Finding) -> Message:
    said = FINDINGS[found.code]
    return said(found) if callable(said) else said


FLAWS = {
    "begun": _("The meeting has begun or is over; answers are closed."),
    "not_a_reply": _("Choose one of the answers."),
    "not_online": _("This meeting cannot be joined online."),
    "too_long": _("reply_too_long", default="At most ${maximum} characters, please."),
    "no_substitutes": _("A substitute cannot be sent here."),
    "substitute_missing": _("Choose the substitute, or write the name."),
    "not_a_substitute": _("Choose somebody else who is on the roster of the meeting."),
    "substitute_of_another": _("This substitute stands in for another member."),
}


def flaw_text(flaw: Refused) -> Message:
    return Message(FLAWS[flaw.code], mapping=flaw.params)


def forecast_text(found: Forecast) -> Message:
    """So far 5 of 9 will come, 1 is missing to a quorum."""
    mapping = {"coming": found.coming, "members": found.members}
    if found.missing is None:
        return _(
            "forecast_open",
            default=(
                "So far ${coming} of ${members} will come; the rules set no quorum."
            ),
            mapping=mapping,
        )
    if not found.missing:
        return _(
            "forecast_quorate",
            default="So far ${coming} of ${members} will come; that makes a quorum.",
            mapping=mapping,
        )
    mapping["missing"] = found.missing
    if not found.reachable:
        return _(
            "forecast_lost",
            default=(
                "So far ${coming} of ${members} will come; ${missing} are missing to a "
                "quorum and so many have not even left their answer open."
            ),
            mapping=mapping,
        )
    return _(
        "forecast_missing",
        default="So far ${coming} of ${members} will come; ${missing} to a quorum.",
        mapping=mapping,
    )


#: Translates into the language of who reads.
Said = Callable[[Message | str], str]


def _from_to(what: Message, before: str, after: str) -> Message:
    """A fact that was something and is something else; all in one language already."""
    mapping = {"what": what, "before": before, "after": after}
    if not before:
        return _("${what}: ${after}", mapping=mapping)
    if not after:
        return _("fact_gone", default="${what}: no longer ${before}", mapping=mapping)
    return _(
        "fact_changed",
        default="${what}: ${after} (it was ${before})",
        mapping=mapping,
    )


def _time(value: str | None, said: Said) -> str:
    return said(moment(datetime.fromisoformat(value))) if value else ""


def _moved(what: Message):
    def text(params: dict, said: Said) -> Message:
        return _from_to(
            what, _time(params["before"], said), _time(params["after"], said)
        )

    return text


def _changed(what: Message):
    def text(params: dict, said: Said) -> Message:
        return _from_to(what, params["before"] or "", params["after"] or "")

    return text


DIFFERENCES: dict[str, Message | Callable[[dict, Said], Message]] = {
    "start": _moved(_("Begins")),
    "end": _moved(_("Ends")),
    "place": _changed(_("Place")),
    "online": _("The address for joining online is another one."),
    "note": _("The message to those who are invited has changed."),
    "item_added": _("item_added", default="New item: ${title}"),
    "item_removed": _("item_removed", default="Taken off the agenda: ${title}"),
    "item_renamed": _("item_renamed", default="Item “${before}” is now “${after}”"),
    "text_changed": _("text_changed", default="Item “${title}”: another text"),
    "proposal_changed": _(
        "proposal_changed", default="Item “${title}”: another proposed resolution"
    ),
    "order": _("The order of the agenda has changed."),
    "paper_added": _("paper_added", default="New paper: ${title} (${item})"),
    "paper_changed": _("paper_changed", default="Changed paper: ${title} (${item})"),
    "paper_removed": _("paper_removed", default="Withdrawn paper: ${title} (${item})"),
}


def difference_text(one: Difference, said: Said = translate) -> str:
    """Times are translated first: one message twice in another cannot be."""
    found = DIFFERENCES[one.code]
    if callable(found):
        return said(found(one.params, said))
    return said(Message(found, mapping=one.params))


CHANGED_FIELDS = {
    "kind": _("seat_kind", default="place on the roster"),
    "voting": _("seat_voting", default="vote"),
    "functions": _("seat_functions", default="function"),
    "party": _("seat_party", default="party"),
    "organisation": _("seat_organisation", default="organisation"),
    "substitute_of": _("seat_substitute_of", default="whom a substitute stands in for"),
}


def change_text(one: Change) -> Message:
    """For those inside: who came, who left, what changed."""
    mapping = {"name": one.item["name"]}
    if one.what == "came":
        return _("roster_came", default="New on the roster: ${name}", mapping=mapping)
    if one.what == "left":
        return _(
            "roster_left", default="No longer on the roster: ${name}", mapping=mapping
        )
    what = ", ".join(translate(CHANGED_FIELDS[name]) for name in one.fields)
    return _(
        "roster_changed",
        default="Changed: ${name} (${what})",
        mapping={**mapping, "what": what},
    )
