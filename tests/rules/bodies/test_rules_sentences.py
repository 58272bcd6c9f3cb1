"""What the rules say, as reason codes with parameters."""

from kpss.addon.bodies.rules.procedure import PartySeats
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.said import Days
from kpss.addon.bodies.rules.said import Said
from kpss.addon.bodies.rules.sentences import sentences
from kpss.addon.bodies.rules.shares import parse
import pytest


HALF = parse(">1/2")
TWO_THIRDS = parse(">=2/3")
ALL = parse(">=1/1")


def said(values):
    return [(s.code, s.rules, dict(s.params)) for s in sentences(procedure(values))]


def test_rules_that_are_not_set_say_nothing():
    assert sentences(Procedure()) == []


@pytest.mark.parametrize(
    "values, code, params",
    [
        ({"quorum": ">1/2"}, "quorum", {"share": HALF}),
        ({"majority": ">1/2"}, "majority", {"share": HALF}),
        ({"tie_rule": "lot"}, "tie_rule.lot", {}),
        ({"equal_votes": "yes"}, "equal_votes.yes", {}),  # BER-54
        ({"votes_per_organisation": 1}, "votes_per_organisation", {"number": 1}),
        ({"proxies": 2}, "proxies", {"number": 2}),
        ({"proxies": 0}, "proxies.none", {}),
        # ZAT-61, ZAT-63
        ({"election_quorum": ">=2/3"}, "election_quorum", {"share": TWO_THIRDS}),
        ({"recall": "same_as_election"}, "recall.same_as_election", {}),
        ({"recall_reasons": "neplnění"}, "recall_reasons", {"text": "neplnění"}),
        ({"chair_powers": ["convenes"]}, "chair_powers", {"powers": ("convenes",)}),
        # BER-69, PRA-17
        ({"presiding": "koordinator"}, "presiding", {"function": "koordinator"}),
        ({"convener": "koordinator"}, "convener", {"function": "koordinator"}),
        (
            {"request_to_convene": ">=1/3"},
            "request_to_convene",
            {"share": parse(">=1/3")},
        ),
        # BER-56, BER-57, BER-58
        ({"extraordinary_meetings": "allowed"}, "extraordinary_meetings.allowed", {}),
        ({"usual_interval_months": 3}, "meets.usually", {"every": 3}),
        ({"min_meetings_per_year": 2}, "meets.least", {"times": 2}),
        ({"max_interval_months": 3}, "max_interval_months", {"months": 3}),
        # BER-53, BER-67, ZAT-68, PRA-11
        ({"admission": "by_vote"}, "admission.by_vote", {}),
        ({"admission": "open"}, "admission.open", {}),
        ({"admission": "application"}, "admission.application", {}),
        ({"admission": "ex_officio"}, "admission.ex_officio", {}),
        ({"appointed_by": "rada"}, "appointed_by", {"body": "rada"}),
        ({"trial_meetings": 3}, "trial_meetings", {"number": 3}),
        # ZAT-64, ZAT-65, ZAT-66, ZAT-67, ZAT-70, ZAT-71
        ({"max_per_organisation": 2}, "max_per_organisation", {"number": 2}),
        ({"voluntary": "yes"}, "voluntary.yes", {}),
        ({"transferable": "yes"}, "transferable.yes", {}),
        ({"max_unexcused_absences": 5}, "absences", {"number": 5}),
        ({"guests": "without_vote"}, "guests.without_vote", {}),
        # PRA-36
        ({"composition_check": "off"}, "composition_check.off", {}),
        # BER-55
        ({"papers_to_all": "yes"}, "papers_to_all.yes", {}),
        (
            {"minutes_recipients": ["odbor"]},
            "minutes_recipients",
            {"recipients": ("odbor",)},
        ),
        ({"numbering_period": "electoral_term"}, "numbering_period.electoral_term", {}),
        (
            {"numbering_pattern": "{number}/{year:2}"},
            "numbering_pattern",
            {"pattern": "{number}/{year:2}", "example": "12/26"},
        ),
    ],
)
def test_a_rule_alone_makes_its_own_sentence(values, code, params):
    assert said(values) == [(code, tuple(values), params)]


@pytest.mark.parametrize(
    "values, code, params",
    [
        # BER-57 and BER-58 are one sentence
        (
            {"usual_interval_months": 3, "min_meetings_per_year": 2},
            "meets.least_usually",
            {"times": 2, "every": 3},
        ),
        # ZAT-62
        (
            {"election_majority": ">1/2", "election_majority_basis": "present"},
            "election_majority.of_present",
            {"share": HALF},
        ),
        (
            {"majority": ">1/2", "majority_basis": "all_members"},
            "majority.of_all_members",
            {"share": HALF},
        ),
        (
            {"majority": ">=1/1", "majority_basis": "all_members"},
            "majority.unanimous",
            {},
        ),
        (
            {"majority": ">=1/1", "majority_basis": "present"},
            "majority.of_present",
            {"share": ALL},
        ),
        # ZAT-59, ZAT-60
        (
            {"leader_selection": "elected_by_members", "leader_term_months": 12},
            "leader.elected_by_members.term",
            {"term": 12},
        ),
        # PRA-14
        (
            {"leader_selection": "elected_by_members", "leader_confirmed_by": "komise"},
            "leader.elected_by_members.confirmed",
            {"body": "komise"},
        ),
        # ZAT-74
        (
            {"presiding": "koordinator", "presiding_fallback": "vedouci"},
            "presiding.fallback",
            {"function": "koordinator", "fallback": "vedouci"},
        ),
        (
            {"invitation_days": 7, "invitation_days_kind": "calendar"},
            "invitation_days",
            {"days": Days(7, "calendar")},
        ),
        (
            {"minutes_days": 10, "minutes_days_kind": "working"},
            "minutes_days",
            {"within": Days(10, "working")},
        ),
        (
            {"apology_days": 0, "apology_days_kind": "working"},
            "apology_days.same_day",
            {},
        ),
        (
            {"admission": "appointed", "appointed_by": "rada"},
            "appointed_by",
            {"body": "rada"},
        ),
        # ZAT-64
        (
            {"max_per_organisation": 2, "max_per_organisation_party": "poskytovatel"},
            "max_per_organisation.party",
            {"number": 2, "party": "poskytovatel"},
        ),
        # ZAT-70
        (
            {"max_unexcused_absences": 5, "absence_consequence": "proposed"},
            "absences.proposed",
            {"number": 5},
        ),
    ],
)
def test_rules_that_belong_together_make_exactly_one_sentence(values, code, params):
    assert said(values) == [(code, tuple(values), params)]


def test_recall_by_the_appointing_body_names_it():
    values = {"leader_confirmed_by": "komise", "recall": "by_confirming_body"}
    assert ("recall.by_named_body", ("recall",), {"body": "komise"}) in said(values)
    assert said({"recall": "by_confirming_body"}) == [
        ("recall.by_confirming_body", ("recall",), {})
    ]


def test_one_verifier_or_several():
    rule = ("minutes_verifiers",)
    assert said({"minutes_verifiers": ["predseda"]}) == [
        ("minutes_verifiers.one", rule, {"function": "predseda"})
    ]
    # PRA-19
    both = ["predseda", "koordinator-hmp"]
    assert said({"minutes_verifiers": both}) == [
        ("minutes_verifiers.all", rule, {"functions": tuple(both)})
    ]


def test_members_by_office_are_said_row_by_row():
    # ZAT-42..45, PRA-11, PRA-16
    rows = [
        {"kind": "chair"},
        {"kind": "leaders_of_working_groups"},
        {"kind": "members_of", "body": "zm"},
        {"kind": "members_of", "body": "zm", "seats": 2, "note": "po jednom za klub"},
        {"kind": "function", "function": "koordinator-mc"},
        {"kind": "representatives", "function": "zastupce"},
    ]
    assert said({"ex_officio": rows}) == [
        ("ex_officio.chair", ("ex_officio",), {}),
        ("ex_officio.leaders_of_working_groups", ("ex_officio",), {}),
        ("ex_officio.members_of", ("ex_officio",), {"body": "zm"}),
        ("ex_officio.members_of.seats", ("ex_officio",), {"body": "zm", "number": 2}),
        ("ex_officio.note", ("ex_officio",), {"text": "po jednom za klub"}),
        ("ex_officio.function", ("ex_officio",), {"function": "koordinator-mc"}),
        ("ex_officio.representatives", ("ex_officio",), {"function": "zastupce"}),
    ]


def test_seats_with_and_without_a_number():
    # NAM-23..25: parties without numbers
    parties = ["zadavatel", "poskytovatel", "uzivatel"]
    assert said({"seats": [{"party": party} for party in parties]}) == [
        ("seats.uncounted", ("seats",), {"parties": tuple(parties)})
    ]
    rows = [{"party": "zadavatel", "number": 2}, {"party": "uzivatel"}]
    assert said({"seats": rows}) == [
        ("seats", ("seats",), {"seats": (PartySeats("zadavatel", 2),)}),
        ("seats.uncounted", ("seats",), {"parties": ("uzivatel",)}),
    ]


DETAILS = {
    "majority_basis": "present",
    "election_majority_basis": "all_members",
    "leader_confirmed_by": "rada",
    "leader_term_months": 12,
    "presiding_fallback": "vedouci",
    "invitation_days_kind": "working",
    "papers_days_kind": "working",
    "proposals_days_kind": "calendar",
    "apology_days_kind": "calendar",
    "minutes_days_kind": "working",
    "appointed_by": "rada",
    "max_per_organisation_party": "poskytovatel",
    "absence_consequence": "automatic",
}


@pytest.mark.parametrize("rule, value", DETAILS.items())
def test_a_detail_without_its_rule_is_said_too(rule, value):
    [sentence] = sentences(procedure({rule: value}))
    assert sentence.rules == (rule,)


def test_sentences_come_in_the_order_of_the_rules():
    order = {
        "quorum": ">1/2",
        "leader_selection": "by_office",
        "min_meetings_per_year": 2,
        "admission": "open",
        "guests": "not_allowed",
        "minutes_days": 7,
    }
    backwards = dict(reversed(order.items()))
    told = [sentence.rules[0] for sentence in sentences(procedure(backwards))]
    assert told == list(order)
    assert told == sorted(told, key=RULES.index)


def test_sentence_without_parameters_has_none():
    assert Said("x", ("quorum",)).params == {}
