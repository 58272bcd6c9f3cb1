"""The template of Náměšť nad Oslavou says what the rows of its sources say."""

from tests.rules.townsetup.towns import chain
from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import default_steps
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import MAJORITY_OF_PRESENT
from tests.rules.townsetup.towns import ORDINARY_ELECTION
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import rules
import re


def test_nam_01_publicity_is_the_whole_sentence():
    assert DATA["namest"]["process"]["publicity"] == (
        "Tento projekt je spolufinancován Evropskou unií (Evropským sociálním fondem), "
        "státním rozpočtem České republiky a Krajem Vysočina"
    )
    assert rows("namest", "organisations")["kraj-vysocina"]["ico"] == "70890749"


def test_nam_02_to_17_starting_page_has_the_whole_text():
    (page,) = DATA["namest"]["pages"]
    assert page["id"] == "co-je-komunitni-planovani"
    headings = re.findall(r"<h2>(.*?)</h2>", page["text"])
    assert headings == [
        "Co je komunitní plánování?",
        "Cíl komunitního plánování",
        "Podstata komunitního plánování",
        "Kdo se účastní přípravy komunitního plánu?",
        "Jaký přínos má komunitní plánování pro obec?",
        "Etapy komunitního plánování",
    ]
    for row_id, words in (
        ("NAM-05", "ale i které služby jsou nadbytečné"),
        ("NAM-06", "svobodnou rozpravu o důležitých otázkách života v obci"),
        ("NAM-14", "umožňuje objevovat nové lidské, materiální i finanční zdroje"),
        (
            "NAM-17",
            "legitimizuje činnost a rozhodování řídicích a zastupitelských orgánů",
        ),
        (
            "NAM-46",
            "podmíněn finančními a lidskými zdroji dostupnými v obci nebo v kraji",
        ),
    ):
        assert words in page["text"], row_id


def test_nam_08_to_12_four_parties_take_part_in_groups():
    parties = ["zadavatel", "poskytovatel", "uzivatel", "verejnost"]
    assert list(rows("namest", "parties")) == parties
    assert not any("counts_as" in row for row in DATA["namest"]["parties"])
    assert rules("namest", "ps")["composition_parties"] == parties


def test_nam_19_three_stages_with_fifteen_steps():
    assert [len(stage["steps"]) for stage in DATA["namest"]["stages"]] == [5, 5, 5]


def test_nam_20_29_36_stages_are_called_as_in_the_source():
    assert [stage["title"] for stage in DATA["namest"]["stages"]] == [
        "Příprava a způsob organizačního zajištění procesu KPSS",
        "Analýzy, získávání podkladů",
        "Tvorba koncepce KPSS, připomínkování, vlastní plán, aktualizace",
    ]


def namest_steps():
    return {
        step["id"]: step
        for stage in DATA["namest"]["stages"]
        for step in stage["steps"]
    }


def test_nam_21_39_41_three_steps_are_closed_by_the_assembly():
    gates = {key: row for key, row in namest_steps().items() if "gate" in row}
    assert {key: row["gate"] for key, row in gates.items()} == {
        "schvaleni-projektu": "zastupitelstvo",
        "schvaleni-koncepce": "zastupitelstvo",
        "schvaleni-planu": "zastupitelstvo",
    }
    assert [key for key, row in gates.items() if row["gate_source"] == "default"] == [
        "schvaleni-planu"
    ]


def test_nam_22_34_40_steps_establish_bodies_and_name_who_works():
    steps = namest_steps()
    assert {key: row["creates"] for key, row in steps.items() if "creates" in row} == {
        "ustaveni-ridici-skupiny": "rs",
        "ustaveni-pracovnich-skupin": "ps",
    }
    assert steps["rozpracovani-koncepce"]["by"] == "ps"


def test_nam_26_38_41_steps_require_training_hearing_and_the_way_of_updating():
    steps = namest_steps()
    assert {
        key: row["requires"] for key, row in steps.items() if "requires" in row
    } == {
        "proskoleni-ridici-skupiny": ["training"],
        "verejne-setkani": ["hearing"],
        "schvaleni-planu": ["update_method"],
    }


def test_nam_23_to_25_seats_of_the_steering_group_are_without_numbers_and_the_public():
    assert rules("namest", "rs")["seats"] == [
        {"party": "zadavatel"},
        {"party": "poskytovatel"},
        {"party": "uzivatel"},
    ]
    assert defaults("namest", "rs") == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION) | {
        "admission"
    }


def test_nam_45_bodies_of_namest():
    assert [(row["id"], row["kind"]) for row in DATA["namest"]["bodies"]] == [
        ("zastupitelstvo", "assembly"),
        ("rada", "council"),
        ("odbor", "department"),
        ("rs", "steering"),
        ("ps", "working_group"),
    ]


def test_nam_21_project_is_approved_by_the_assembly():
    assert chain("namest", "projekt") == [
        ("odbor", "prepares"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "projekt") == [0]


def test_nam_37_to_39_public_speaks_to_the_concept_before_the_assembly_approves():
    assert chain("namest", "koncepce") == [
        ("working_group", "prepares"),
        ("rs", "manages"),
        ("public", "advises"),
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "koncepce") == [0, 1]


def test_nam_40_41_group_makes_the_plan_and_the_assembly_approves_it_by_default():
    assert chain("namest", "plan") == [
        ("working_group", "prepares"),
        ("rs", "manages"),
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "plan") == [1, 4]


def test_nam_28_department_submits_results_to_council_and_assembly():
    assert chain("namest", "vysledky") == [
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
