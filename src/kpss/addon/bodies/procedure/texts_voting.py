"""Sentences of the rules on quorum, voting, elections and leaders, by reason code.

The grammatical gender of the body is not known; no sentence depends on it.
"""

from kpss.addon.bodies.procedure.words import Counted
from kpss.addon.bodies.procedure.words import GENITIVE
from kpss.addon.bodies.procedure.words import MASCULINE
from kpss.addon.i18n import _


VOTING = {
    "quorum": _("A quorum needs the presence of ${share} of the members."),
    "majority": _("A resolution needs ${share} of the votes."),
    "majority.of_present": _(
        "A resolution needs the consent of ${share} of the members present."
    ),
    "majority.of_all_members": _(
        "A resolution needs the consent of ${share} of all members."
    ),
    "majority.of_valid_votes": _("A resolution needs ${share} of the valid votes."),
    "majority.unanimous": _("A resolution needs the consent of all members."),
    "majority_basis.present": _("A majority is counted of the members present."),
    "majority_basis.all_members": _("A majority is counted of all members."),
    "majority_basis.valid_votes": _("A majority is counted of the valid votes."),
    "tie_rule.rejected": _("In a tie the proposal is not passed."),
    "tie_rule.chair_decides": _("In a tie the vote of the one who presides decides."),
    "tie_rule.repeat_vote": _("In a tie the vote is repeated."),
    "tie_rule.lot": _("In a tie the lot decides."),
    "equal_votes.yes": _("Every member has one vote."),
    "equal_votes.no": _("The votes of the members do not all count the same."),
    "votes_per_organisation": Counted(
        _(
            "votes_per_organisation_one",
            default="All representatives of one organisation have ${number} vote "
            "together.",
        ),
        _(
            "votes_per_organisation_few",
            default="All representatives of one organisation have ${number} votes "
            "together.",
        ),
        _(
            "votes_per_organisation_many",
            default="All representatives of one organisation have ${number} votes "
            "together.",
        ),
        MASCULINE,
    ),
    "declared_interest.excluded": _(
        "Who declared an interest in an item does not vote on it and is not counted "
        "among those present."
    ),
    "declared_interest.votes": _(
        "Who declared an interest in an item votes on it all the same."
    ),
    "declared_interest.each_case": _(
        "Whether somebody votes who declared an interest in an item is decided in each "
        "case."
    ),
    "proxies": Counted(
        _(
            "proxies_one",
            default="A member may vote by proxy for ${number} absent member at most.",
        ),
        _(
            "proxies_few",
            default="A member may vote by proxy for ${number} absent members at most.",
        ),
        _(
            "proxies_many",
            default="A member may vote by proxy for ${number} absent members at most.",
        ),
        GENITIVE,
    ),
    "proxies.none": _("Every member votes in person; there are no proxies."),
}

ELECTIONS = {
    "election_quorum": _(
        "An election is valid when ${share} of the members take part in it."
    ),
    "election_majority": _("To be elected, one needs ${share} of the votes."),
    "election_majority.of_present": _(
        "To be elected, one needs the votes of ${share} of the members present."
    ),
    "election_majority.of_all_members": _(
        "To be elected, one needs the votes of ${share} of all members."
    ),
    "election_majority.of_valid_votes": _(
        "To be elected, one needs ${share} of the valid votes."
    ),
    "election_majority.unanimous": _(
        "To be elected, one needs the votes of all members."
    ),
    "election_majority_basis.present": _(
        "In an election the majority is counted of the members present."
    ),
    "election_majority_basis.all_members": _(
        "In an election the majority is counted of all members."
    ),
    "election_majority_basis.valid_votes": _(
        "In an election the majority is counted of the valid votes."
    ),
    "leader_term_end.same_day": _(
        "A term ends on the day with the same number as the day on which it began."
    ),
    "leader_term_end.day_before": _(
        "A term ends on the day before the day with the same number as the day on "
        "which it began."
    ),
    "recall.same_as_election": _(
        "The leader or chair may be recalled under the same conditions as for the "
        "election."
    ),
    "recall.majority_of_members": _(
        "The leader or chair may be recalled by a majority of the members."
    ),
    "recall.by_confirming_body": _(
        "The leader or chair may be recalled by the body that made the appointment."
    ),
    "recall.by_named_body": _("The leader or chair may be recalled by ${body}."),
    "recall.not_possible": _(
        "The leader or chair cannot be recalled before the end of the term."
    ),
    "recall_reasons": _("Reasons for recall: ${text}."),
    "chair_powers": _("Powers of the leader or chair: ${powers}."),
}

#: How the leader is found, who appoints, for how long; in all combinations.
LEADERS = {
    "leader.confirmed": _(
        "The leader or chair is appointed by ${body} and has the powers from the day "
        "of the appointment."
    ),
    "leader.term": _("The leader or chair is in office for ${term}."),
    "leader.confirmed.term": _(
        "The leader or chair is appointed for ${term} by ${body} and has the powers "
        "from the day of the appointment."
    ),
    "leader.elected_by_members": _("The leader or chair is elected by the members."),
    "leader.elected_by_members.term": _(
        "The leader or chair is elected by the members for ${term}."
    ),
    "leader.elected_by_members.confirmed": _(
        "The leader or chair is elected by the members, then appointed by ${body}, and "
        "has the powers from the day of the appointment."
    ),
    "leader.elected_by_members.confirmed.term": _(
        "The leader or chair is elected by the members for ${term}, then appointed by "
        "${body}, and has the powers from the day of the appointment."
    ),
    "leader.appointed": _("The leader or chair is appointed."),
    "leader.appointed.term": _("The leader or chair is appointed for ${term}."),
    "leader.appointed.confirmed": _("The leader or chair is appointed by ${body}."),
    "leader.appointed.confirmed.term": _(
        "The leader or chair is appointed for ${term} by ${body}."
    ),
    "leader.by_office": _("The leader or chair is so by virtue of an office."),
    "leader.by_office.term": _(
        "The leader or chair is so by virtue of an office, for ${term}."
    ),
    "leader.by_office.confirmed": _(
        "The leader or chair is so by virtue of an office and is appointed by ${body}."
    ),
    "leader.by_office.confirmed.term": _(
        "The leader or chair is so by virtue of an office and is appointed for ${term} "
        "by ${body}."
    ),
}
