"""The working groups of Žatec, row by row."""

from tests.rules.townsetup.towns import body
from tests.rules.townsetup.towns import defaults
from tests.rules.townsetup.towns import MAJORITY_OF_PRESENT
from tests.rules.townsetup.towns import rules
import pytest


GROUPS = ("ps-pece", "ps-prevence")


@pytest.mark.parametrize("name", GROUPS)
def test_zat_59_to_62_leader_is_elected_for_a_year_by_two_thirds_attending(name):
    expected = {
        "leader_selection": "elected_by_members",
        "leader_term_months": 12,
        "leader_term_end": "same_day",
        "election_quorum": ">=2/3",
        "election_majority": ">1/2",
        "election_majority_basis": "present",
    }
    assert rules("zatec", name).items() >= expected.items()


@pytest.mark.parametrize("name", GROUPS)
def test_zat_63_leader_is_recalled_under_the_conditions_of_the_election(name):
    assert rules("zatec", name)["recall"] == "same_as_election"
    assert (
        rules("zatec", name)["recall_reasons"]
        == "závažné a opakované neplnění povinností"
    )


@pytest.mark.parametrize("name", GROUPS)
def test_zat_58_64_to_71_membership(name):
    expected = {
        "admission": "application",
        "voluntary": "yes",
        "max_per_organisation": 2,
        "max_per_organisation_party": "poskytovatel",
        "transferable": "yes",
        "max_unexcused_absences": 5,
        "absence_consequence": "proposed",
        "guests": "without_vote",
        "permanent_guests": ["staly-host"],
    }
    assert rules("zatec", name).items() >= expected.items()
    assert "votes_per_organisation" not in rules("zatec", name)
    assert body("zatec", name)["open_to_all"] is True


@pytest.mark.parametrize("name", GROUPS)
def test_zat_57_four_parties_are_represented_in_groups(name):
    assert rules("zatec", name)["composition_parties"] == [
        "poskytovatel",
        "uzivatel",
        "verejnost",
        "zadavatel",
    ]
    assert rules("zatec", name)["merge_parties"] == "no"


@pytest.mark.parametrize("name", GROUPS)
def test_zat_74_coordinator_presides_or_else_the_leader(name):
    assert rules("zatec", name)["presiding"] == "koordinator"
    assert rules("zatec", name)["presiding_fallback"] == "vedouci"


@pytest.mark.parametrize("name", GROUPS)
def test_zatec_defaults_of_the_groups(name):
    assert defaults("zatec", name) == set(MAJORITY_OF_PRESENT) | {
        "leader_term_end",
        "absence_consequence",
    }


def test_zat_72_73_103_groups_are_for_areas_of_services():
    assert body("zatec", "ps-pece")["service_areas"] == ["socialni-pece"]
    prevention = body("zatec", "ps-prevence")
    assert (
        prevention["title"] == "Služby sociální prevence a odborné sociální poradenství"
    )
    assert prevention["subtitle"] == "+ prorodinné aktivity"
    assert prevention["service_areas"] == [
        "socialni-prevence",
        "socialni-poradenstvi",
        "prorodinne-aktivity",
    ]
