"""Who a row speaks of, and what a cell names."""

from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.choices import BASES
from kpss.addon.bodies.importing.rules.choices import Option
from kpss.addon.bodies.importing.rules.choices import Options
from kpss.addon.bodies.importing.rules.matching import People
from kpss.addon.bodies.importing.rules.matching import Somebody
from kpss.addon.bodies.importing.rules.verdicts import compare
from kpss.addon.bodies.importing.rules.verdicts import worst
import pytest


def somebody(id="", given="Jana", family="Nováková", user=None, mail=()):
    return Somebody(id, given, family, user, frozenset(mail), f"Ing. {given} {family}")


@pytest.fixture
def people():
    people = People()
    for one in (
        somebody("p-1", user="jana", mail=["jana@x.cz"]),
        somebody("p-2", "Petr", "Malý", mail=["urad@x.cz"]),
        somebody("p-3", "Petr", "Malý"),
        somebody("p-4", "Eva", "Žáková", mail=["urad@x.cz"]),
    ):
        people.add(one)
    return people


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (somebody(user="jana", family="Malá"), "p-1"),
        (somebody(mail=["JANA@x.cz"], family="Malá"), "p-1"),
        (somebody(), "p-1"),
        (somebody(given="Jána"), None),
        (somebody(given="Eva", family="Žáková"), "p-4"),
        (somebody(given="Petr", family="Malý", mail=["urad@x.cz"]), "p-2"),
        (somebody(user="jina"), None),
        (somebody(given="Karel", family="Nový"), None),
    ],
)
def test_person_is_found(people, row, found):
    match = people.match(row)
    assert match.candidates == ()
    assert (match.found.id if match.found else None) == found


def test_namesakes_are_not_decided(people):
    match = people.match(somebody(given="Petr", family="Malý"))
    assert match.found is None
    assert {one.id for one in match.candidates} == {"p-2", "p-3"}


def test_shared_address_of_an_office_makes_nobody_the_same(people):
    match = people.match(somebody(given="Karel", family="Nový", mail=["jana@x.cz"]))
    assert match.found is None and match.shared.id == "p-1"


@pytest.mark.parametrize(
    "text",
    ["Jana Nováková", "Nováková Jana", "ing. jana novakova", "jana", "jana@X.cz"],
)
def test_person_is_called_in_several_ways(people, text):
    assert [one.id for one in people.whom(text)] == ["p-1"]


def test_name_of_two_calls_both(people):
    assert {one.id for one in people.whom("Petr Malý")} == {"p-2", "p-3"}
    assert people.whom("Nikdo") == []


OPTIONS = Options(
    [
        Option("rada", "Rada města", ("RM",)),
        Option("ps-1", "Senioři"),
        Option("ps-2", "Senioři"),
    ]
)


@pytest.mark.parametrize("text", ["rada", "Rada města", "RADA MESTA", "rm"])
def test_choice_is_found_by_id_title_or_abbreviation(text):
    assert OPTIONS.find(text).id == "rada"


def test_unknown_choice_is_none():
    assert OPTIONS.find("Komise") is None


def test_title_of_two_is_refused_and_both_are_named():
    with pytest.raises(CellRefused) as refusal:
        OPTIONS.find("senioři")
    assert refusal.value.params["names"] == ["Senioři (ps-1)", "Senioři (ps-2)"]
    assert OPTIONS.find("ps-2").id == "ps-2"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("volba", "election"),
        ("Přihláška", "application"),
        ("z funkce", "ex_officio"),
        ("delegation", "delegation"),
        ("Jmenována", "appointment"),
    ],
)
def test_basis_has_words(text, basis):
    assert BASES.find(text).id == basis


@pytest.mark.parametrize(
    ("value", "current", "exists", "verdict"),
    [
        ("a", None, False, "new"),
        ("a", "a", True, "same"),
        ("a", None, True, "new"),
        ("a", "b", True, "changed"),
        (False, True, True, "changed"),
        (True, False, True, "changed"),
    ],
)
def test_verdict_on_a_value(value, current, exists, verdict):
    assert compare(value, current, exists=exists) == verdict


def test_row_is_as_grave_as_its_gravest_cell():
    assert worst(["same", "error", "new"]) == "error"
    assert worst([]) == "same"
