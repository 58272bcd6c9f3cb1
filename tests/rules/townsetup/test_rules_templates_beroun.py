"""The template of Beroun says what the rows of its sources say."""

from tests.rules.townsetup.towns import body
from tests.rules.townsetup.towns import chain
from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import DECIDED
from tests.rules.townsetup.towns import default_steps
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import function
from tests.rules.townsetup.towns import MAJORITY_OF_PRESENT
from tests.rules.townsetup.towns import ORDINARY_ELECTION
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import rules
import pytest


GROUPS = ("ps-seniori", "ps-rodiny", "ps-exkluze", "ps-zp")


def test_ber_01_to_14_ten_bodies_stand_in_boxes_in_the_order_of_the_chart():
    chart = [(row["kind"], row["title"]) for row in DATA["beroun"]["bodies"]]
    assert chart == [
        ("assembly", "Zastupitelstvo města Berouna"),
        ("council", "Rada města Berouna"),
        ("commission", "Sociální a zdravotní komise Rady města Berouna"),
        ("steering", "Koordinační skupina KPSS"),
        ("department", "Odbor sociálních věcí a zdravotnictví"),
        ("support", "Externí metodická podpora"),
        ("working_group", "Senioři"),
        ("working_group", "Rodiny s dětmi"),
        ("working_group", "Občané ohrožení sociální exkluzí"),
        ("working_group", "Zdravotně postižení"),
    ]
    parents = {
        name: row.get("parent") for name, row in rows("beroun", "bodies").items()
    }
    assert parents == {
        "zastupitelstvo": None,
        "rada": "zastupitelstvo",
        "komise": "rada",
        "ks": "rada",
        "osvz": "rada",
        "metodika": "rada",
    } | dict.fromkeys(GROUPS, "ks")


@pytest.mark.parametrize(
    ("row_id", "name", "acts", "text"),
    [
        ("BER-01", "rada", ["decides"], "projednávání a rozhodování"),
        (
            "BER-02",
            "komise",
            ["advises"],
            "konzultace, připomínkování, stanoviska pro jednání rady a zastupitelstva",
        ),
        ("BER-03", "ks", ["manages"], "řízení procesu KPSS"),
        (
            "BER-10",
            "osvz",
            ["prepares"],
            "konzultace, příprava materiálů k projednávání rady a zastupitelstva",
        ),
        ("BER-11", "metodika", ["advises"], "metodika procesu KPSS"),
        (
            "BER-12",
            "zastupitelstvo",
            ["decides"],
            "politické projednávání a rozhodování",
        ),
    ],
)
def test_beroun_bodies_act_in_the_words_of_the_chart(row_id, name, acts, text):
    assert (body("beroun", name)["acts"], body("beroun", name)["act_text"]) == (
        acts,
        text,
    )


def test_ber_04_groups_may_change():
    assert DATA["beroun"]["process"]["chart_note"] == (
        "Pracovní skupiny se mohou měnit v rámci procesu KPSS podle potřeby."
    )
    assert not any(body("beroun", name).get("permanent") for name in GROUPS)


def test_ber_05_to_08_groups_are_for_target_groups_of_the_register():
    assert body("beroun", "ps-seniori")["target_groups"] == ["seniori"]
    assert body("beroun", "ps-rodiny")["target_groups"] == ["rodiny-s-ditetem-detmi"]
    assert "osoby-bez-pristresi" in body("beroun", "ps-exkluze")["target_groups"]
    assert len(body("beroun", "ps-zp")["target_groups"]) == 7
    assert all(
        "postizenim" in code for code in body("beroun", "ps-zp")["target_groups"]
    )


def test_ber_09_19_coordinator_has_a_box_of_its_own_and_sits_in_the_department():
    boxes = [row["id"] for row in DATA["beroun"]["functions"] if row.get("own_box")]
    assert boxes == ["koordinator"]
    coordinator = function("beroun", "koordinator")
    assert coordinator["act_text"] == "koordinace procesu KPSS"
    assert (coordinator["kind"], coordinator["body"]) == ("coordinator", "osvz")


def test_ber_13_parties_are_commissioners_providers_and_users_and_users_stay_private():
    assert [row["plural"] for row in DATA["beroun"]["parties"]] == [
        "zadavatelé",
        "poskytovatelé",
        "uživatelé služeb",
    ]
    assert [row["id"] for row in DATA["beroun"]["parties"] if row.get("private")] == [
        "uzivatel"
    ]


def test_ber_15_guarantor_is_whoever_heads_the_department():
    guarantor = function("beroun", "garant")
    assert guarantor["office"] == "vedoucí odboru sociálních věcí a zdravotnictví"
    assert (guarantor["kind"], guarantor["body"]) == ("guarantor", "osvz")


def test_ber_18_methodologist_belongs_to_the_external_support():
    assert function("beroun", "metodik")["body"] == "metodika"
    assert len(function("beroun", "metodik")["tasks"]) == 3
    assert body("beroun", "metodika")["external"] is True


def test_ber_20_to_41_all_tasks_of_the_coordinator_are_there():
    tasks = function("beroun", "koordinator")["tasks"]
    assert len(tasks) == 14
    assert any("Radniční list" in task for task in tasks)
    assert tasks[-2:] == ["koordinátor/ka se vzdělává", "vede jednání pracovní skupiny"]


def test_ber_42_coordination_group_is_the_supreme_managing_body():
    assert body("beroun", "ks")["supreme"] is True


def test_ber_43_three_parties_are_represented_in_the_coordination_group():
    expected = {
        "composition_check": "on",
        "composition_parties": ["uzivatel", "poskytovatel", "zadavatel"],
    }
    assert rules("beroun", "ks").items() >= expected.items()


def test_ber_46_53_54_55_group_delegates_admits_by_vote_and_its_members_are_equal():
    expected = {
        "delegation": "allowed",
        "admission": "by_vote",
        "equal_votes": "yes",
        "papers_to_all": "yes",
    }
    assert rules("beroun", "ks").items() >= expected.items()
    assert not defaults("beroun", "ks") & set(expected)


def test_ber_49_coordinator_and_methodologist_are_guests_of_the_coordination_group():
    assert rules("beroun", "ks")["guests"] == "without_vote"
    assert rules("beroun", "ks")["permanent_guests"] == ["koordinator", "metodik"]


def test_ber_56_coordination_group_also_meets_as_needed():
    assert rules("beroun", "ks")["extraordinary_meetings"] == "allowed"


def test_ber_57_58_coordination_group_meets_twice_a_year_usually_every_three_months():
    assert rules("beroun", "ks")["usual_interval_months"] == 3
    assert rules("beroun", "ks")["min_meetings_per_year"] == 2


def test_ber_60_the_department_gets_the_minutes_to_pass_them_on():
    assert rules("beroun", "ks")["minutes_recipients"] == ["osvz"]


def test_ber_63_68_leaders_of_groups_are_members_of_the_coordination_group():
    assert rules("beroun", "ks")["ex_officio"] == [
        {"kind": "leaders_of_working_groups"}
    ]


def test_beroun_quorum_and_majority_of_the_coordination_group_are_default():
    assert rules("beroun", "ks").items() >= MAJORITY_OF_PRESENT.items()
    assert defaults("beroun", "ks") == set(MAJORITY_OF_PRESENT)


@pytest.mark.parametrize("name", GROUPS)
def test_ber_66_67_69_groups_are_open_and_the_coordinator_presides(name):
    assert rules("beroun", name) == MAJORITY_OF_PRESENT | ORDINARY_ELECTION | {
        "presiding": "koordinator",
        "convener": "koordinator",
        "admission": "open",
        "composition_check": "on",
        "composition_parties": ["poskytovatel", "uzivatel", "zadavatel"],
    }
    assert defaults("beroun", name) == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION)
    assert body("beroun", name)["open_to_all"] is True


@pytest.mark.parametrize("name", GROUPS)
def test_ber_70_to_78_groups_have_the_eight_tasks(name):
    assert len(body("beroun", name)["tasks"]) == 8
    assert body("beroun", name)["tasks"][-2] == "návrh realizačního plánu"


def test_beroun_outputs_go_from_the_group_to_the_assembly():
    assert chain("beroun", "vystupy") == [
        ("working_group", "prepares"),
        ("ks", "manages"),
        ("osvz", "prepares"),
        ("komise", "advises"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("beroun", "vystupy") == []


def test_ber_45_46_coordination_group_approves_by_resolution_and_may_delegate():
    step = rows("beroun", "chains")["vystupy"]["steps"][1]
    assert step["resolution_required"] is True
    assert step["delegation"] is True
    assert step["outcomes"] == DECIDED


def test_ber_52_coordination_group_proposes_and_approves_the_structure():
    row = rows("beroun", "chains")["organizacni-struktura"]
    assert row["document_kinds"] == ["organisation_structure"]
    assert chain("beroun", "organizacni-struktura") == [
        ("ks", "prepares"),
        ("ks", "decides"),
    ]
