"""Parts of the minutes in words, in the language of the site.

What is made here is kept as text, so that a later change of the words changes no minutes.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import VERBS
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.voting.texts import counted
from kpss.addon.minutes.rules.building import Fresh
from kpss.addon.minutes.rules.drafting import ATTENDANCE
from kpss.addon.minutes.rules.drafting import Draft
from kpss.addon.minutes.rules.drafting import END
from kpss.addon.minutes.rules.drafting import HEADING
from kpss.addon.minutes.rules.drafting import Line
from kpss.addon.minutes.rules.drafting import TASKS
from plone import api
from typing import Any
from zope.i18nmessageid import Message


Params = Mapping[str, Any]
Told = Message | str

TITLES = {
    HEADING: _("minutes_heading", default="Heading"),
    ATTENDANCE: _("Attendance"),
    TASKS: _("Tasks"),
    END: _("minutes_end", default="End"),
}
#: A verb that says nothing of what was resolved.
OTHER_VERB = "other"
STATUSES = {
    "present": _("Present"),
    "online": _("Present online"),
    "excused": _("Excused"),
    "absent": _("Absent"),
    "unknown": _("Attendance not recorded"),
    "guests": _("Guests"),
}
METHODS = {
    "open": _("Open vote"),
    "named": _("Vote by name"),
    "secret": _("Secret vote"),
}
CHOICES = {
    "for": _("ballots_for", default="for"),
    "against": _("ballots_against", default="against"),
    "abstained": _("ballots_abstained", default="abstained"),
    "not_voted": _("ballots_not_voted", default="did not vote"),
}


def worded(drafts: Iterable[Draft]) -> list[Fresh]:
    """Parts in words, as they are kept."""
    return [
        Fresh(
            one.key,
            one.kind,
            one.title if one.title is not None else said(TITLES[one.kind]),
            in_words(one.lines),
            None if one.public is None else in_words(one.public),
            one.publicity,
        )
        for one in drafts
    ]


def in_words(lines: Iterable[Line]) -> str:
    return "\n".join(said(SENTENCES[one.code](one.params)) for one in lines)


def said(text: Told) -> str:
    return translate(text, api.portal.get_default_language())


def _filled(message: Message) -> Callable[[Params], Message]:
    return lambda params: Message(message, mapping=dict(params))


def _status(params: Params) -> Told:
    title = said(STATUSES[params["status"]])
    return _(
        "minutes_status",
        default="${title} (${count}):",
        mapping={"title": title, "count": params["count"]},
    )


def _number(params: Params) -> Told:
    title = said(STATUSES[params["status"]])
    return _(
        "minutes_number",
        default="${title}: ${count}",
        mapping={"title": title, "count": params["count"]},
    )


def _attendee(params: Params) -> Told:
    one = params["attendee"]
    beside = [one.function, one.party]
    if one.instead:
        beside.append(said(_("represented by ${name}", mapping={"name": one.instead})))
    if one.proxy:
        beside.append(said(_("vote given to ${name}", mapping={"name": one.proxy})))
    beside += one.stays
    return _listed(one.name, beside)


def _listed(name: str, beside: Iterable[str | None]) -> str:
    known = ", ".join(one for one in beside if one)
    return f"– {name} ({known})" if known else f"– {name}"


def _quorum(met: Message, not_met: Message) -> Callable[[Params], Told]:
    """Two sentences on a quorum, one of them as it was judged."""

    def sentence(params: Params) -> Told:
        is_met = params["present"] >= params["required"] and params["members"] > 0
        return Message(met if is_met else not_met, mapping=dict(params))

    return sentence


def _vote(params: Params) -> Told:
    """How it was voted on, the numbers and why the result is what it is."""
    vote = params["vote"]
    method = said(METHODS.get(vote.method, vote.method))
    asked = f"{method} – {vote.question}" if vote.question else method
    counts = {
        "for": vote.votes_for,
        "against": vote.against,
        "abstained": vote.abstained,
        "not_voted": vote.not_voted or 0,
    }
    # A question has its own sign at the end
    colon = "" if asked.endswith("?") else ":"
    return " ".join([f"{asked}{colon} {said(counted(counts))}.", *vote.explained])


def _ballots(params: Params) -> Told:
    choice = said(CHOICES.get(params["choice"], params["choice"]))
    return f"– {choice}: {params['names']}"


def _resolution(params: Params) -> Told:
    """The text alone: it begins with who resolves and how; the verb where there is none."""
    one = params["resolution"]
    verb = said(title_of(VERBS, one.verb or "")) if one.verb != OTHER_VERB else ""
    with_verb = verb and not one.text
    mapping = {
        "number": one.number or "",
        "verb": verb,
        "text": one.text or one.title or "",
    }
    if one.number and with_verb:
        return _("Resolution ${number} (${verb}): ${text}", mapping=mapping)
    if one.number:
        return _("Resolution ${number}: ${text}", mapping=mapping)
    if with_verb:
        return _("Resolution (${verb}): ${text}", mapping=mapping)
    return _("Resolution: ${text}", mapping=mapping)


def _task(params: Params) -> Told:
    one = params["task"]
    beside = [one.responsible]
    if one.due:
        beside.append(said(_("to be done by ${day}", mapping={"day": one.due})))
    known = "; ".join(each for each in beside if each)
    title = f"{one.title} ({known})" if known else one.title
    return _("Task: ${title}", mapping={"title": title})


def _outcome(params: Params) -> Told:
    return _(
        "Outcome: ${outcome}.",
        mapping={"outcome": said(title_of(OUTCOMES, params["outcome"]))},
    )


SENTENCES: dict[str, Callable[[Params], Told]] = {
    "body": _filled(_("Body: ${body}")),
    "when": _filled(_("Held on ${day} from ${start}.")),
    "day": _filled(_("Held on ${day}.")),
    "sat": _filled(_("Held on ${day} from ${start} to ${end}, then adjourned.")),
    "deadline": _filled(
        _("Decided outside a meeting; votes were taken until ${until}.")
    ),
    "place": _filled(_("Place: ${place}")),
    "presiding": _filled(_("Presided: ${name}")),
    "minute_taker": _filled(_("Minutes taken by: ${name}")),
    "status": _status,
    "attendee": _attendee,
    "number": _number,
    "guest": lambda params: f"– {params['name']}",
    "quorum_at_start": _quorum(
        _(
            "At the beginning ${present} of ${members} members with a vote present, "
            "${required} needed: the body is quorate."
        ),
        _(
            "At the beginning ${present} of ${members} members with a vote present, "
            "${required} needed: the body is not quorate."
        ),
    ),
    "came": _filled(
        _(
            "${whole} of ${members} members with a vote were there at some time of the "
            "meeting."
        )
    ),
    "answered": _quorum(
        _(
            "${present} of ${members} members with a vote answered, ${required} needed: "
            "the body could decide."
        ),
        _(
            "${present} of ${members} members with a vote answered, ${required} needed: "
            "the body could not decide."
        ),
    ),
    "quorum": _quorum(
        _(
            "At the vote ${present} of ${members} members with a vote present, "
            "${required} needed: the body is quorate."
        ),
        _(
            "At the vote ${present} of ${members} members with a vote present, "
            "${required} needed: the body is not quorate."
        ),
    ),
    "presenter": _filled(_("Presented by: ${name}")),
    "text": lambda params: params["text"],
    "interest": _filled(_("Declared an interest: ${name} – ${reason}")),
    "agreed": lambda params: " ".join(params["vote"].explained),
    "vote": _vote,
    "ballots": _ballots,
    "resolution": _resolution,
    "task": _task,
    "postponed": _filled(_("Postponed to the meeting on ${to}.")),
    "outcome": _outcome,
    "end": _filled(_("The meeting ended at ${end}.")),
}
