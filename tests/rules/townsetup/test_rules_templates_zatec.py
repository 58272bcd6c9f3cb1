"""The template of Žatec: its words, bodies and chains, row by row."""

from datetime import date
from tests.rules.townsetup.towns import body
from tests.rules.townsetup.towns import chain
from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import default_steps
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import function
from tests.rules.townsetup.towns import MAJORITY_OF_PRESENT
from tests.rules.townsetup.towns import ORDINARY_ELECTION
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import rules
import pytest


def test_zat_01_35_40_88_zatec_has_its_own_words():
    process = DATA["zatec"]["process"]
    assert (
        process["title"]
        == "Komunitní plánování sociálních služeb a prorodinných aktivit"
    )
    assert process["labels"] == {
        "managing_body": "Řídící skupina",
        "working_groups": "Cílové pracovní skupiny",
        "meeting": "jednání",
        "catalogue": "Adresář poskytovatelů sociálních a souvisejících služeb",
    }


def test_zat_03_06_users_and_the_public_are_one_party():
    parties = rows("zatec", "parties")
    assert list(parties) == [
        "zadavatel",
        "poskytovatel",
        "uzivatel",
        "verejnost",
        "dalsi-subjekt",
    ]
    assert [key for key, row in parties.items() if "counts_as" in row] == ["verejnost"]
    assert parties["verejnost"]["counts_as"] == "uzivatel"
    assert parties["uzivatel"]["private"] is True


def test_zat_16_24_guarantor_and_coordinator_sit_in_the_department():
    assert (
        function("zatec", "garant")["office"]
        == "vedoucí Odboru sociálních věcí MěÚ Žatec"
    )
    assert function("zatec", "garant")["body"] == "osv"
    assert function("zatec", "koordinator")["body"] == "osv"


def test_zat_18_methodological_support_is_external():
    support = body("zatec", "metodika")
    assert (support["kind"], support["external"]) == ("support", True)
    assert "parent" not in support


def test_zat_26_to_39_all_tasks_of_the_coordinator_are_there():
    assert len(function("zatec", "koordinator")["tasks"]) == 11


def test_zat_39_region_of_the_midterm_plan_is_registered():
    region = rows("zatec", "organisations")["ustecky-kraj"]
    assert (region["kind"], region["ico"]) == ("region", "70892156")


def test_zat_42_to_45_steering_group_consists_of_holders_of_functions():
    seats = rules("zatec", "rs")["ex_officio"]
    assert [{k: v for k, v in seat.items() if k != "note"} for seat in seats] == [
        {"kind": "chair"},
        {"kind": "leaders_of_working_groups"},
        {"kind": "members_of", "body": "zm"},
        {"kind": "function", "function": "garant"},
    ]
    assert rules("zatec", "rs")["admission"] == "ex_officio"


def test_zat_41_46_47_steering_group_is_equal_and_has_guests():
    expected = {
        "equal_votes": "yes",
        "papers_to_all": "yes",
        "guests": "without_vote",
        "composition_check": "on",
        "composition_parties": ["uzivatel", "poskytovatel", "zadavatel"],
        "merge_parties": "yes",
    }
    assert rules("zatec", "rs").items() >= expected.items()
    assert not defaults("zatec", "rs") & set(expected)


def test_zatec_election_of_the_chair_is_default_and_the_term_unset():
    assert defaults("zatec", "rs") == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION)
    assert "leader_term_months" not in rules("zatec", "rs")


@pytest.mark.parametrize(
    ("row_id", "name", "parent", "acts", "text"),
    [
        ("ZAT-83", "zm", None, ["decides"], "politické projednávání a rozhodování"),
        ("ZAT-84", "rm", "zm", ["decides"], "politické projednávání a rozhodování"),
        (
            "ZAT-85",
            "komise",
            "rm",
            ["advises"],
            "konzultace, připomínkování, stanoviska a doporučení "
            "pro jednání rady a zastupitelstva",
        ),
        (
            "ZAT-86",
            "osv",
            "komise",
            ["prepares"],
            "konzultace, připomínkování, "
            "příprava materiálů k projednávání orgány města",
        ),
        ("ZAT-87", "rs", "osv", ["manages"], "řízení a metodika procesu"),
        (
            "ZAT-89",
            "ps-pece",
            "rs",
            ["prepares"],
            "zastupování a hájení zájmů uživatelů, poskytovatelů, "
            "participace na tvorbě komunitního plánu a jeho implementace",
        ),
    ],
)
def test_zatec_bodies_stand_in_a_column_with_the_words_of_the_chart(
    row_id, name, parent, acts, text
):
    row = body("zatec", name)
    assert (row.get("parent"), row["acts"], row["act_text"]) == (parent, acts, text)


def test_zat_86_87_words_of_the_chart_about_who_is_inside():
    assert (
        body("zatec", "osv")["composition_text"]
        == "garant, koordinátor komunitního plánování"
    )
    assert body("zatec", "rs")["composition_text"] == (
        "zadavatel, vedoucí pracovních skupin, garant, poskytovatel, uživatel"
    )


def test_zat_93_rules_of_zatec_are_in_force_since_the_council_approved_them():
    for name in ("rs", "ps-pece", "ps-prevence"):
        assert date.fromisoformat(body("zatec", name)["rules"]["valid_from"]) == date(
            2020, 7, 13
        )


def test_zat_98_resolutions_of_the_council_are_numbered_within_the_year():
    assert rules("zatec", "rm")["numbering_pattern"] == "{number}/{year:2}"
    assert defaults("zatec", "rm") == {"numbering_period"}


GENERAL_CHAIN = [
    ("rs", "manages"),
    ("osv", "prepares"),
    ("komise", "advises"),
    ("rm", "decides"),
    ("zm", "decides"),
]


def test_zat_20_to_23_outputs_go_from_the_steering_group_up_to_the_assembly():
    assert chain("zatec", "vystupy") == [("working_group", "prepares"), *GENERAL_CHAIN]


def test_zat_20_21_commission_speaks_on_every_output_that_the_rules_name():
    """Grant programme, applications, distribution, strategic documents, rules."""
    named = {
        "grant_programme",
        "zadosti-o-dotaci",
        "grant_distribution",
        "community_plan",
        "organisational_rules",
        "rules_of_procedure",
    }
    assert rows("zatec", "document_kinds")["zadosti-o-dotaci"]["title"] == (
        "Žádosti o dotaci"
    )
    spoken = {
        kind
        for name, row in rows("zatec", "chains").items()
        for kind in row["document_kinds"]
        if ("komise", "advises") in chain("zatec", name)
    }
    assert named <= spoken


def test_zat_54_grant_rules_and_programme_begin_at_the_steering_group():
    row = rows("zatec", "chains")["dotace"]
    assert row["document_kinds"] == ["grant_rules", "grant_programme"]
    assert chain("zatec", "dotace") == [("rs", "prepares"), *GENERAL_CHAIN]


def test_zat_04_92_93_rules_are_proposed_discussed_and_approved():
    row = rows("zatec", "chains")["organizacni-rad"]
    assert row["purpose"] == "adoption"
    assert chain("zatec", "organizacni-rad") == [
        ("rs", "prepares"),
        ("komise", "advises"),
        ("rm", "decides"),
    ]
    assert row["steps"][1]["outcomes"][0] == "discussed_and_approved"


def test_zat_91_steering_group_alone_decides_on_amendments():
    assert rows("zatec", "chains")["zmeny-organizacniho-radu"]["purpose"] == "amendment"
    assert chain("zatec", "zmeny-organizacniho-radu") == [("rs", "decides")]


def test_no_step_of_zatec_is_default():
    for name in rows("zatec", "chains"):
        assert default_steps("zatec", name) == []
