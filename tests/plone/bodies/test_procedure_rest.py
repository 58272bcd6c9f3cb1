"""``kpss.Rules`` over REST: every rule is kept and read, bad values are refused."""

from ast import literal_eval
from kpss.addon.bodies.rules.procedure import RULES
import pytest


ROOT = "/mesto/bodies/rs"
RULES_URL = f"{ROOT}/pravidla"

#: A value for every rule.
ALL = {
    "quorum": ">1/2",
    "majority": ">=4/7",
    "majority_basis": "present",
    "tie_rule": "rejected",
    "equal_votes": "yes",
    "votes_per_organisation": 1,
    "declared_interest": "excluded",
    "proxies": 0,
    "election_quorum": ">=2/3",
    "election_majority": ">1/2",
    "election_majority_basis": "present",
    "leader_selection": "elected_by_members",
    "leader_confirmed_by": "rada",
    "leader_term_months": 12,
    "leader_term_end": "same_day",
    "recall": "same_as_election",
    "recall_reasons": "závažné neplnění povinností",
    "chair_powers": ["convenes", "presides"],
    "presiding": "koordinator",
    "presiding_fallback": "vedouci",
    "convener": "koordinator",
    "agenda_agreed_by": "vedouci",
    "request_to_convene": ">=1/3",
    "invitation_days": 7,
    "invitation_days_kind": "calendar",
    "papers_days": 5,
    "papers_days_kind": "working",
    "proposals_days": 10,
    "proposals_days_kind": "working",
    "apology_days": 0,
    "apology_days_kind": "working",
    "urgent_exception": "allowed",
    "usual_interval_months": 3,
    "min_meetings_per_year": 2,
    "max_interval_months": 6,
    "extraordinary_meetings": "allowed",
    "meetings_public": "closed",
    "admission": "application",
    "appointed_by": "rada",
    "trial_meetings": 2,
    "voluntary": "yes",
    "ex_officio": [
        {
            "kind": "members_of",
            "function": None,
            "body": "zastupitelstvo",
            "seats": 2,
            "note": "po jednom",
        }
    ],
    "seats": [{"party": "poskytovatel", "number": None}],
    "composition_check": "off",
    "composition_parties": ["poskytovatel"],
    "merge_parties": "no",
    "max_per_organisation": 2,
    "max_per_organisation_party": "poskytovatel",
    "transferable": "yes",
    "substitutes": "not_allowed",
    "max_unexcused_absences": 5,
    "absence_consequence": "proposed",
    "guests": "without_vote",
    "permanent_guests": ["koordinator"],
    "guests_text": "odborníci",
    "papers_to_all": "yes",
    "delegation": "allowed",
    "minutes_verifiers": ["koordinator", "vedouci"],
    "minutes_days": 7,
    "minutes_days_kind": "calendar",
    "minutes_recipients": ["koordinator", "rada"],
    "minutes_approved_next": "yes",
    "numbering_pattern": "{number}/{year:2}",
    "numbering_period": "calendar_year",
}


@pytest.fixture
def town(functional_portal, rest):
    """A process with an assembly, a council and a steering group."""
    add(
        rest,
        "/",
        {
            "@type": "kpss.Process",
            "id": "mesto",
            "title": "Plánování",
            "municipality": "Město",
            "functions": [
                {"id": "koordinator", "title": "Koordinátor", "kind": "coordinator"},
                {"id": "vedouci", "title": "Vedoucí", "kind": "leader"},
            ],
            "parties": [{"id": "poskytovatel", "title": "Poskytovatel"}],
        },
    )
    for body, kind in (
        ("zastupitelstvo", "assembly"),
        ("rada", "council"),
        ("rs", "steering"),
    ):
        data = {"@type": "kpss.Body", "id": body, "title": body.title(), "kind": kind}
        add(rest, "/mesto/bodies", data)
    return functional_portal


def add(rest, where, data):
    answer = rest.post(where, json=data)
    assert answer.status_code == 201, answer.text
    return answer.json()


def add_rules(rest, **data):
    data = {"@type": "kpss.Rules", "id": "pravidla", "title": "Pravidla", **data}
    return add(rest, ROOT, data)


def errors(answer):
    assert answer.status_code == 400, answer.text
    found = answer.json().get("errors") or literal_eval(answer.json()["message"])
    return {error["field"]: error["message"] for error in found}


def test_every_rule_is_kept_as_it_was_sent(town, rest):
    assert set(ALL) == set(RULES)
    add_rules(rest, **ALL)
    items = rest.get(f"{ROOT}/@procedure").json()["items"]
    assert {name: item["value"] for name, item in items.items()} == ALL
    assert all(item["sentence"] for item in items.values())


def test_rules_can_be_sent_back_as_they_were_read(town, rest):
    add_rules(rest, **ALL)
    read = rest.get(RULES_URL).json()
    answer = rest.patch(RULES_URL, json={name: read[name] for name in RULES})
    assert answer.status_code == 204, answer.text
    items = rest.get(f"{ROOT}/@procedure").json()["items"]
    assert {name: item["value"] for name, item in items.items()} == ALL


def test_rules_that_nobody_sent_are_not_set(town, rest):
    read = add_rules(rest)
    assert [read[name] for name in RULES] == [None] * len(RULES)
    items = rest.get(f"{ROOT}/@procedure").json()["items"]
    assert {name: items[name]["value"] for name in RULES} == dict.fromkeys(RULES)


@pytest.mark.parametrize("empty", [None, "", []])
def test_empty_value_unsets_a_rule(town, rest, empty):
    add_rules(rest, guests_text="odborníci")
    assert rest.patch(RULES_URL, json={"guests_text": empty}).status_code == 204
    assert rest.get(RULES_URL).json()["guests_text"] is None


BAD = [
    ("quorum", "half", "half is not a share"),
    ("quorum", ">=3/2", ">=3/2 is not a share"),
    ("quorum", 0.5, "0.5 is not a share"),
    ("quorum", [">1/2", ">1/2"], "is not a share"),
    ("quorum", {"a": 1}, "is not a share"),
    (
        "majority_basis",
        "half",
        "half is not one of: present, all_members, valid_votes.",
    ),
    ("equal_votes", True, "True is not one of: yes, no."),
    ("tie_rule", ["lot"], "is not one of"),
    ("votes_per_organisation", 0, "0 is not a whole number from 1 to 100."),
    ("votes_per_organisation", True, "True is not a whole number"),
    ("votes_per_organisation", 1.5, "1.5 is not a whole number"),
    ("min_meetings_per_year", "two", "two is not a whole number"),
    ("invitation_days", -1, "-1 is not a whole number from 0 to 365."),
    ("invitation_days", 10**30, "is not a whole number"),
    ("presiding", "nobody", "There is no nobody in this process."),
    ("leader_confirmed_by", "nobody", "There is no body nobody in this process."),
    ("max_per_organisation_party", "koordinator", "There is no koordinator"),
    ("permanent_guests", ["koordinator", "nobody"], "There is no nobody"),
    ("minutes_recipients", ["nobody"], "There is no nobody"),
    ("chair_powers", ["convenes", "flies"], "flies is not one of"),
    ("composition_parties", {"a": 1}, "There is no"),
    ("ex_officio", "chair", "A row is an object with: kind, function"),
    ("ex_officio", [{"kind": "king"}], "king is not one of"),
    ("ex_officio", [{"kind": "function"}], "needs a function."),
    ("ex_officio", [{"kind": "members_of"}], "needs the other body."),
    ("ex_officio", [{"kind": "chair", "who": 1}], "A row has no who"),
    ("ex_officio", [{"kind": "chair", "note": 5}], "5 is not a text."),
    ("ex_officio", [{"kind": "chair", "seats": "2"}], "is not a whole number"),
    ("seats", [{"party": "nobody"}], "There is no nobody in this process."),
    (
        "seats",
        [{"party": "poskytovatel"}, {"party": "poskytovatel", "number": 1}],
        "The party poskytovatel has two rows.",
    ),
    ("guests_text", 5, "5 is not a text."),
    ("guests_text", "x" * 5001, "The text has 5001 characters"),
    ("numbering_pattern", "{year}", "needs {number}"),
    ("numbering_pattern", "{number}/{month}", "{month} is not known"),
    ("numbering_pattern", 5, "5 is not a text."),
    ("sources", {"nothing": "x"}, "There is no rule nothing."),
    ("sources", {"quorum": 5}, "5 is not a text."),
    ("sources", "default", "wrong type"),
]


def test_bad_values_are_refused_with_a_sentence_naming_the_field(town, rest):
    add_rules(rest)
    wrong = []
    for field, value, part in BAD:
        answer = rest.patch(RULES_URL, json={field: value})
        found = errors(answer)
        if set(found) != {field} or part not in found[field]:
            wrong.append((field, value, found))
    assert wrong == []
    assert rest.get(RULES_URL).json()["quorum"] is None


def test_last_day_before_the_first_is_refused_at_its_field(town, rest):
    add_rules(rest, valid_from="2020-07-13")
    found = errors(rest.patch(RULES_URL, json={"valid_to": "2020-07-12"}))
    assert found == {"valid_to": "The last day in force is before the first."}


def test_nothing_is_saved_when_one_of_several_values_is_bad(town, rest):
    add_rules(rest)
    answer = rest.patch(RULES_URL, json={"quorum": ">1/2", "min_meetings_per_year": 0})
    assert errors(answer).keys() == {"min_meetings_per_year"}
    assert rest.get(RULES_URL).json()["quorum"] is None
