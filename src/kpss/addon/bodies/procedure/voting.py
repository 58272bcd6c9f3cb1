"""Rules on quorum, voting, elections and leaders."""

from kpss.addon.bodies.procedure.fields import Count
from kpss.addon.bodies.procedure.fields import Option
from kpss.addon.bodies.procedure.fields import RuleBodyRef
from kpss.addon.bodies.procedure.fields import RuleText
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.procedure.fields import Share
from kpss.addon.bodies.procedure.options import CHAIR_POWERS
from kpss.addon.bodies.procedure.options import INTERESTS
from kpss.addon.bodies.procedure.options import LEADER_SELECTIONS
from kpss.addon.bodies.procedure.options import MAJORITY_BASES
from kpss.addon.bodies.procedure.options import RECALLS
from kpss.addon.bodies.procedure.options import TERM_ENDS
from kpss.addon.bodies.procedure.options import TIE_RULES
from kpss.addon.bodies.procedure.options import YES_NO
from kpss.addon.i18n import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget


class IVotingRules(model.Schema):
    """When the body can decide, and how it votes (BER-54)."""

    model.fieldset(
        "voting",
        label=_("Quorum and voting"),
        order=10,
        fields=[
            "quorum",
            "majority",
            "majority_basis",
            "tie_rule",
            "equal_votes",
            "votes_per_organisation",
            "declared_interest",
            "proxies",
        ],
    )
    quorum = Share(
        title=_("Quorum"),
        description=_("Share of the members with a vote that must be present."),
    )
    majority = Share(
        title=_("Majority"), description=_("Share needed to pass a resolution.")
    )
    majority_basis = Option(
        MAJORITY_BASES,
        title=_("Majority is counted of"),
        description=_("More than half of those present is less than of all members."),
    )
    tie_rule = Option(TIE_RULES, title=_("In a tie"))
    equal_votes = Option(YES_NO, title=_("One member, one vote"))
    votes_per_organisation = Count(
        title=_("Votes of one organisation"),
        description=_("That all its representatives have together."),
    )
    declared_interest = Option(
        INTERESTS,
        title=_("Who declared an interest in an item"),
        description=_(
            "Not set: whoever records the vote says so in each case. The law only asks "
            "members of an assembly to declare it (§ 83 of 128/2000)."
        ),
    )
    proxies = Count(
        minimum=0,
        title=_("Votes that a member may cast for absent members, at most"),
        description=_(
            "By proxy, beside the own vote. Not set or 0: every member votes in person."
        ),
    )


class IElectionRules(model.Schema):
    """Elections, and the leader or chair (ZAT-59..63, PRA-14)."""

    model.fieldset(
        "elections",
        label=_("Elections and leaders"),
        order=20,
        fields=[
            "election_quorum",
            "election_majority",
            "election_majority_basis",
            "leader_selection",
            "leader_confirmed_by",
            "leader_term_months",
            "leader_term_end",
            "recall",
            "recall_reasons",
            "chair_powers",
        ],
    )
    election_quorum = Share(
        title=_("Quorum of an election"),
        description=_("Share of the members that must take part."),
    )
    election_majority = Share(title=_("Majority in an election"))
    election_majority_basis = Option(
        MAJORITY_BASES, title=_("Majority in an election is counted of")
    )
    leader_selection = Option(
        LEADER_SELECTIONS, title=_("How the leader or chair is found")
    )
    leader_confirmed_by = RuleBodyRef(
        title=_("Who appoints the leader or chair"),
        description=_("The powers begin on the day of the appointment."),
    )
    leader_term_months = Count(
        maximum=240, title=_("Term of the leader or chair, in months")
    )
    leader_term_end = Option(
        TERM_ENDS,
        title=_("Last day of a term"),
        description=_(
            "A term of one year from 13 July ends on 13 July, or on the day before."
        ),
    )
    recall = Option(RECALLS, title=_("Recall of the leader or chair"))
    recall_reasons = RuleText(title=_("Reasons for recall"))
    directives.widget("chair_powers", CheckBoxFieldWidget)
    chair_powers = Several(
        title=_("Powers of the leader or chair"), value_type=Option(CHAIR_POWERS)
    )
