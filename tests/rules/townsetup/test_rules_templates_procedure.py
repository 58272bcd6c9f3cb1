"""Rules of procedure in the town templates: documented, of their kind, sourced."""

from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import MAJORITY_OF_ALL
from tests.rules.townsetup.towns import ROOT
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import rules
from tests.rules.townsetup.towns import stated
from tests.rules.townsetup.towns import STRINGS
from tests.rules.townsetup.towns import TOWNS
import pytest
import re


SHARES = {"quorum", "majority", "election_quorum", "election_majority"}
NUMBERS = {
    "leader_term_months",
    "invitation_days",
    "usual_interval_months",
    "min_meetings_per_year",
    "max_interval_months",
    "max_per_organisation",
    "max_unexcused_absences",
    "minutes_days",
}
YES_NO = {"equal_votes", "voluntary", "merge_parties", "transferable", "papers_to_all"}
TEXTS = {"recall_reasons", "guests_text", "numbering_pattern"}
BASES = {"present", "all_members", "valid_votes"}
CHOICES = {
    "majority_basis": BASES,
    "election_majority_basis": BASES,
    "leader_selection": {"elected_by_members", "appointed", "by_office"},
    "leader_term_end": {"same_day", "day_before"},
    "recall": {
        "same_as_election",
        "majority_of_members",
        "by_confirming_body",
        "not_possible",
    },
    "invitation_days_kind": {"calendar", "working"},
    "extraordinary_meetings": {"allowed", "not_allowed"},
    "meetings_public": {"public", "closed", "body_decides"},
    "admission": {"open", "application", "by_vote", "ex_officio", "appointed"},
    "composition_check": {"on", "off"},
    "absence_consequence": {"proposed", "automatic"},
    "guests": {"without_vote", "not_allowed"},
    "delegation": {"allowed", "not_allowed"},
    "minutes_days_kind": {"calendar", "working"},
    "numbering_period": {"calendar_year", "electoral_term", "continuous"},
}
POWERS = {
    "convenes",
    "presides",
    "sets_agenda",
    "casting_vote",
    "signs_resolutions",
    "verifies_minutes",
    "represents",
    "informs_parent",
}
EX_OFFICIO = {
    "chair": set(),
    "leaders_of_working_groups": set(),
    "function": {"function"},
    "representatives": {"function"},
    "members_of": {"body"},
}


def all_rules():
    for town in TOWNS:
        for name in rows(town, "bodies"):
            for key, row in stated(town, name).items():
                yield town, name, key, row


def test_every_rule_is_one_of_the_documented_and_has_a_source():
    page = (ROOT / "docs/rules-of-procedure.md").read_text(encoding="utf-8")
    columns = re.findall(r"^\| (`[^|]*) \|", page, re.M)
    documented = set(re.findall(r"`(\w+)`", " ".join(columns)))
    used = {key for _town, _name, key, _row in all_rules()}
    assert used <= documented
    for town, name, key, row in all_rules():
        assert row.get("source"), (town, name, key)


def test_rules_have_values_of_their_kind():
    for town, name, key, row in all_rules():
        value, where = row["value"], (town, name, key)
        functions, bodies = set(rows(town, "functions")), set(rows(town, "bodies"))
        parties = set(rows(town, "parties"))
        if key in SHARES:
            share = re.fullmatch(r">=?([1-9]\d*)/([1-9]\d*)", value)
            assert share and int(share[1]) <= int(share[2]), where
        elif key in NUMBERS:
            assert type(value) is int and value >= 1, where
        elif key in YES_NO:
            assert value in ("yes", "no"), where
        elif key in CHOICES:
            assert value in CHOICES[key], where
        elif key in TEXTS:
            assert value and isinstance(value, str), where
        elif key in ("presiding", "presiding_fallback", "convener"):
            assert value in functions, where
        elif key in ("permanent_guests", "minutes_verifiers"):
            assert value and set(value) <= functions, where
        elif key == "minutes_recipients":
            assert value and set(value) <= functions | bodies, where
        elif key == "leader_confirmed_by":
            assert value in bodies, where
        elif key == "composition_parties":
            assert value and set(value) <= parties, where
        elif key == "max_per_organisation_party":
            assert value in parties, where
        elif key == "chair_powers":
            assert value and set(value) <= POWERS, where
        elif key == "seats":
            assert {seat["party"] for seat in value} <= parties, where
        elif key == "ex_officio":
            for seat in value:
                assert (
                    set(seat) - {"kind", "note", "seats"} == EX_OFFICIO[seat["kind"]]
                ), where
                assert (
                    {seat["function"]} <= functions if "function" in seat else True
                ), where
                assert {seat["body"]} <= bodies if "body" in seat else True, where
        else:
            pytest.fail(f"{where}: no test of this rule's value")


def test_sources_are_for_people_and_never_row_ids():
    for town in TOWNS:
        for text in STRINGS[town]:
            assert not re.search(r"\b(BER|ZAT|NAM|PRA)-\d", text), text


def test_only_well_known_paragraphs_of_the_act_on_municipalities_are_quoted():
    act = "zákona č. 128/2000 Sb."
    allowed = {
        f"{part} {act}" for part in ("§ 87", "§ 92 odst. 3", "§ 93", "§ 95", "§ 101")
    }
    for town in TOWNS:
        for text in STRINGS[town]:
            if "§" in text:
                assert text in allowed
    assert DATA["praha"]["municipality"]["act"] == "131/2000"
    assert "128/2000" not in "".join(STRINGS["praha"])
    assert "§" not in "".join(STRINGS["praha"])


@pytest.mark.parametrize(
    ("town", "assembly", "council"),
    [
        ("beroun", "zastupitelstvo", "rada"),
        ("zatec", "zm", "rm"),
        ("namest", "zastupitelstvo", "rada"),
        ("blank", "zastupitelstvo", "rada"),
    ],
)
def test_assembly_and_council_have_the_rules_of_the_act(town, assembly, council):
    assert rules(town, assembly) == MAJORITY_OF_ALL | {
        "election_majority": ">1/2",
        "election_majority_basis": "all_members",
        "invitation_days": 7,
        "invitation_days_kind": "calendar",
        "max_interval_months": 3,
        "meetings_public": "public",
        "minutes_days": 10,
        "minutes_days_kind": "calendar",
    }
    assert defaults(town, assembly) == set()
    expected = MAJORITY_OF_ALL | {
        "meetings_public": "closed",
        "minutes_days": 7,
        "minutes_days_kind": "calendar",
    }
    assert rules(town, council).items() >= expected.items()
    assert not defaults(town, council) & set(expected)


@pytest.mark.parametrize("town", ["beroun", "zatec", "blank"])
def test_commission_resolves_by_majority_of_all_members(town):
    assert rules(town, "komise") == MAJORITY_OF_ALL
    assert defaults(town, "komise") == {"quorum"}
