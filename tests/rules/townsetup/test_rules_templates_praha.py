"""The template of Praha says what the rows of its sources say."""

from tests.rules.townsetup.towns import body
from tests.rules.townsetup.towns import chain
from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import default_steps
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import function
from tests.rules.townsetup.towns import MAJORITY_OF_PRESENT
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import rules
import re
import unicodedata


NAMED_DISTRICTS = (
    *("Běchovice", "Benice", "Březiněves", "Čakovice", "Ďáblice", "Dolní Chabry"),
    *("Dolní Měcholupy", "Dolní Počernice", "Dubeč", "Klánovice", "Koloděje"),
    *("Kolovraty", "Královice", "Křeslice", "Kunratice", "Libuš", "Lipence"),
    *("Lochkov", "Lysolaje", "Nebušice", "Nedvězí", "Petrovice", "Přední Kopanina"),
    *("Řeporyje", "Satalice", "Slivenec", "Suchdol", "Šeberov", "Štěrboholy", "Troja"),
    *("Újezd", "Velká Chuchle", "Vinoř", "Zbraslav", "Zličín"),
)


def test_pra_12_26_praha_has_57_districts_and_exactly_22_numbered_names():
    units = DATA["praha"]["territory"]["units"]
    titles = [unit["title"] for unit in units]
    assert len(titles) == len(set(titles)) == 57
    numbered = [title for title in titles if re.search(r"\d", title)]
    assert numbered == [f"Praha {number}" for number in range(1, 23)]
    assert titles[22:] == [f"Praha-{name}" for name in NAMED_DISTRICTS]


def test_pra_26_ids_of_districts_are_their_transliterated_names():
    for unit in DATA["praha"]["territory"]["units"]:
        plain = (
            unicodedata.normalize("NFD", unit["title"])
            .encode("ascii", "ignore")
            .decode()
        )
        assert unit["id"] == plain.lower().replace(" ", "-")
    ids = [unit["id"] for unit in DATA["praha"]["territory"]["units"]]
    assert {"praha-22", "praha-dablice", "praha-predni-kopanina", "praha-ujezd"} <= set(
        ids
    )


def test_pra_27_28_33_35_37_what_praha_calls_things():
    process = DATA["praha"]["process"]
    assert DATA["praha"]["territory"]["kind"] == "capital"
    assert process["title"] == "Plánování sociálních služeb"
    assert process["labels"]["meeting"] == "setkání"
    assert process["portal_url"].endswith("//www.socialni.praha.eu")
    glossary = rows("praha", "pages")["vysvetleni-pojmu"]["text"]
    assert len(re.findall(r"<li>", glossary)) == 8
    kinds = {row["kind"] for row in DATA["praha"]["functions"]}
    assert not kinds & {"guarantor", "methodologist"}


def test_pra_02_03_04_group_is_permanent_established_by_the_commission_and_advises():
    group = body("praha", "ps-kpss")
    assert group["title"] == "Pracovní skupina koordinátorů plánování sociálních služeb"
    assert group["abbreviation"] == "PS KPSS"
    assert group["permanent"] is True
    assert group["established_by"] == "komise"
    assert group["acts"] == ["initiates", "advises"]
    assert len(group["tasks"]) == 4


def test_pra_11_14_17_19_36_rules_of_the_group():
    expected = MAJORITY_OF_PRESENT | {
        "equal_votes": "yes",
        "leader_selection": "elected_by_members",
        "leader_confirmed_by": "komise",
        "chair_powers": ["verifies_minutes", "informs_parent"],
        "convener": "koordinator-hmp",
        "admission": "ex_officio",
        "composition_check": "off",
        "permanent_guests": ["koordinator-hmp"],
        "minutes_verifiers": ["predseda", "koordinator-hmp"],
    }
    found = rules("praha", "ps-kpss")
    assert {
        key: value for key, value in found.items() if key != "ex_officio"
    } == expected
    (seat,) = found["ex_officio"]
    assert (seat["kind"], seat["function"]) == ("function", "koordinator-mc")
    assert defaults("praha", "ps-kpss") == set(MAJORITY_OF_PRESENT) | {
        "equal_votes",
        "permanent_guests",
    }


def test_pra_13_22_two_levels_of_coordinators():
    assert function("praha", "koordinator-hmp")["kind"] == "city_coordinator"
    assert function("praha", "koordinator-mc")["kind"] == "district_coordinator"


def test_pra_16_representative_of_the_group_is_a_member_of_the_commission():
    representative = function("praha", "zastupce-v-komisi")
    assert (representative["body"], representative["represents_in"]) == (
        "ps-kpss",
        "komise",
    )
    assert rules("praha", "komise")["ex_officio"] == [
        {"kind": "representatives", "function": "zastupce-v-komisi"}
    ]


def test_pra_20_group_approves_its_own_rules_of_procedure():
    assert rows("praha", "chains")["jednaci-rad"]["document_kinds"] == [
        "rules_of_procedure"
    ]
    assert chain("praha", "jednaci-rad") == [("ps-kpss", "decides")]


def test_pra_25_commission_approves_the_organisation_structure():
    assert chain("praha", "organizacni-struktura") == [("komise", "decides")]
    assert default_steps("praha", "organizacni-struktura") == []


def test_pra_10_recommendations_are_addressed_to_districts_or_the_city():
    note = rows("praha", "chains")["podnety-a-doporuceni"]["steps"][0]["note"]
    assert "městské části" in note and "hlavní město Prahu" in note


def test_pra_10_recommendations_begin_in_the_group_and_the_commission_decides():
    assert chain("praha", "podnety-a-doporuceni") == [
        ("ps-kpss", "initiates"),
        ("komise", "decides"),
    ]
    assert default_steps("praha", "podnety-a-doporuceni") == [1]


def test_districts_are_units_of_territory_and_not_organisations():
    kinds = [row["kind"] for row in DATA["praha"]["organisations"]]
    assert kinds == ["municipality", "office"]
