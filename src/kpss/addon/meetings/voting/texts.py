"""Votes in the words of readers."""

from collections.abc import Iterator
from collections.abc import Mapping
from kpss.addon.i18n import _
from typing import Any
from zope.i18nmessageid import Message


METHOD_TITLES = {
    "open": _("vote_open", default="open vote"),
    "named": _("vote_named", default="vote by name"),
    "secret": _("vote_secret", default="secret vote"),
    "agreed": _("vote_agreed", default="agreed without objection"),
}
RESULT_TITLES = {
    "passed": _("result_passed", default="Passed"),
    "failed": _("result_failed", default="Not passed"),
    "invalid": _("result_invalid", default="Invalid"),
}
CHOICE_TITLES = {
    "for": _("choice_for", default="for"),
    "against": _("choice_against", default="against"),
    "abstained": _("choice_abstained", default="abstained"),
    "not_voted": _("choice_not_voted", default="did not vote"),
}

#: Why a result is what it is.
EXPLANATIONS = {
    "passed.of_present": _("Passed: ${required} of ${base} present needed."),
    "failed.of_present": _("Not passed: ${required} of ${base} present needed."),
    "passed.of_answered": _("Passed: ${required} of ${base} who voted needed."),
    "failed.of_answered": _("Not passed: ${required} of ${base} who voted needed."),
    "passed.of_all_members": _("Passed: ${required} of all ${base} members needed."),
    "failed.of_all_members": _(
        "Not passed: ${required} of all ${base} members needed."
    ),
    "passed.of_valid_votes": _("Passed: ${required} of ${base} valid votes needed."),
    "failed.of_valid_votes": _(
        "Not passed: ${required} of ${base} valid votes needed."
    ),
    "no_quorum": _(
        "Invalid: with ${present} of ${members} members there is no quorum."
    ),
    "quorum_not_set": _("The rules set no quorum."),
    "majority_not_set": _("The rules set no majority; the result is as recorded."),
    "excluded": _("Not voting because of a declared interest: ${number}."),
    "tie_rejected": _("It was a tie."),
    "tie_repeat_vote": _("It was a tie: the vote is to be repeated."),
    "tie_chair_decides_for": _("It was a tie; who presides decided for."),
    "tie_chair_decides_against": _("It was a tie; who presides decided against."),
    "tie_lot_for": _("It was a tie; the lot decided for."),
    "tie_lot_against": _("It was a tie; the lot decided against."),
    "tie_secret": _(
        "It was a tie in a secret vote, in which nobody's vote can decide."
    ),
    "tie_partial": _(
        "It was a tie; who presides declared an interest and cannot decide."
    ),
    "tie_not_set": _("It was a tie; the rules do not say what follows."),
}

_DECIDED = _("It was a tie; who presides decided.")
#: For those who are not inside: how a person voted is not for them.
OUTSIDE = dict.fromkeys(
    ("tie_chair_decides_for", "tie_chair_decides_against"), _DECIDED
)

#: Why a vote or an interest cannot be recorded.
FLAWS = {
    "more_votes_than_present": _(
        "There are ${votes} votes, but only ${eligible} may vote."
    ),
    "result_needed": _("The rules set no majority: say whether it was passed."),
    "tie_chair_decides_needed": _("It is a tie: say how the one who presides decided."),
    "tie_lot_needed": _("It is a tie: say what the lot decided."),
    "unknown_method": _("Choose open, by name or secret."),
    "secret_ballots": _("Of a secret vote only the numbers are recorded."),
    "counts_or_ballots": _("Send either numbers or ballots."),
    "ballots_needed": _("Say how each member voted."),
    "count_missing": _("Write the number of votes."),
    "bad_count": _("Write a whole number from 0."),
    "two_links": _("A vote repeats another one or changes its proposal, not both."),
    "unknown_vote": _("There is no such vote on this item."),
    "links_go_round": _("Votes cannot take the place of one another in a circle."),
    "answers_still_come": _(
        "Members may still answer. Record the vote when all have answered, or after "
        "the deadline."
    ),
    "voted_otherwise": _(
        "${name} voted personally, and otherwise; that ballot cannot be changed."
    ),
    "voted_twice": _("${name} stands there twice."),
    "bad_choice": _("Say how ${name} voted: for, against, abstained or not at all."),
    "not_on_roster": _("${name} was not on the roster of the meeting."),
    "guest_has_no_vote": _("${name} is a guest and has no vote."),
    "no_vote": _("${name} has no vote here."),
    "organisation_has_voted": _(
        "The organisation of ${name} has no more votes; others vote for it."
    ),
    "not_present": _("${name} is not there at this item."),
    "has_interest": _("${name} declared an interest and does not vote."),
    "proxy_has_interest": _(
        "${name} votes by proxy, and who casts the vote declared an interest."
    ),
    "interest_not_on_roster": _("This person was not on the roster of the meeting."),
    "interest_of_guest": _("A guest does not vote; no interest is recorded."),
    "interest_excludes": _(
        "By the rules of this body who declared an interest does not vote."
    ),
    "interest_votes": _(
        "By the rules of this body who declared an interest votes all the same."
    ),
    "reason_missing": _("Say why."),
    "resolution_stands": _(
        "A resolution was recorded from this vote; its result cannot be changed."
    ),
    "consideration_stands": _(
        "The result was recorded in the approval of the document already; it cannot be "
        "changed."
    ),
}

#: Buttons for an item that is not voted on.
OUTCOME_BUTTONS = {
    "discussed": _("outcome_button_discussed", default="Discussed"),
    "taken_note": _("outcome_button_taken_note", default="Taken note of"),
    "agreed": _("outcome_button_agreed", default="Agreed without objection"),
    "postponed": _("outcome_button_postponed", default="Postponed"),
    "withdrawn": _("outcome_button_withdrawn", default="Withdrawn"),
}


def counted(counts: Mapping[str, int]) -> Message:
    """Votes in a row; those who did not vote only where there were some."""
    if counts["not_voted"]:
        return _(
            "for ${for}, against ${against}, abstained ${abstained}, did not vote "
            "${not_voted}",
            mapping=dict(counts),
        )
    return _(
        "for ${for}, against ${against}, abstained ${abstained}", mapping=dict(counts)
    )


def not_voting(number: int) -> Message:
    return Message(EXPLANATIONS["excluded"], mapping={"number": number})


def explained(vote: Mapping[str, Any], *, inside: bool = False) -> Iterator[Message]:
    """Sentences on the result, the first one says it; outside nobody's choice."""
    said = EXPLANATIONS if inside else {**EXPLANATIONS, **OUTSIDE}
    if vote["method"] == "agreed":
        yield _("Agreed without objection.")
    for one in vote["explanation"]:
        yield Message(said[one["code"]], mapping=dict(one["params"]))
