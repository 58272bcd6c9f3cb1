"""Headings in any order and spelling; what is missing, unknown or there twice."""

from kpss.addon.bodies.importing.rules.columns import COLUMNS
from kpss.addon.bodies.importing.rules.headings import column_named
from kpss.addon.bodies.importing.rules.headings import fold
from kpss.addon.bodies.importing.rules.headings import heading_row
from kpss.addon.bodies.importing.rules.headings import recognise
import pytest


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Příjmení", "family_name"),
        ("PRIJMENI", "family_name"),
        (" prijmeni: ", "family_name"),
        ("Surname", "family_name"),
        ("Pozice / úřad", "office"),
        ("úřední email", "office_email"),
        ("Pracovní e-mail", "office_email"),
        ("Úřední telefon", "office_phone"),
        ("Pracovní telefon", "office_phone"),
        ("Městská část", "unit"),
        ("Jmenován(a) dne", "appointed_on"),
        ("jmenovana dne", "appointed_on"),
        ("valid_from", "valid_from"),
        ("Hlas (ano/ne)", "voting"),
        ("Poznámka", None),
        ("", None),
    ],
)
def test_heading_is_recognised(heading, name):
    assert column_named(heading) == name


def test_no_heading_means_two_columns():
    headings = [fold(one) for column in COLUMNS for one in set(column.headings)]
    of_column = {(fold(one), c.name) for c in COLUMNS for one in c.headings}
    assert len(set(headings)) == len(of_column)


def test_order_does_not_matter_and_unknown_ones_are_told():
    found = recognise(["Od", "Poznámka", "Orgán", "Příjmení", "Jméno", ""])
    assert found.places == {
        "valid_from": 0,
        "body": 2,
        "family_name": 3,
        "given_name": 4,
    }
    assert found.unknown == (1,)
    assert found.missing == () and found.twice == ()


def test_two_headings_of_one_column_are_told():
    assert recognise(["Jméno", "Příjmení", "First name"]).twice == ((0, 2),)


@pytest.mark.parametrize(
    ("headings", "missing"),
    [
        (["Jméno", "Příjmení"], ()),
        (["Jméno"], ("family_name",)),
        (["Jméno", "Příjmení", "Orgán"], ("valid_from",)),
        (["Jméno", "Příjmení", "Funkce"], ("body", "valid_from")),
        (["Něco"], ("given_name", "family_name")),
    ],
)
def test_missing_columns_are_named(headings, missing):
    assert recognise(headings).missing == missing


def test_help_is_passed_over_in_silence():
    assert recognise(["Jméno", "Příjmení", "Nápověda: orgány", "Help: x"]).unknown == ()


def test_title_above_the_headings_does_not_matter():
    assert heading_row([[""], ["Seznam členů", ""], ["Jméno", "Příjmení"]]) == 2


def test_without_known_headings_the_first_row_counts():
    assert heading_row([[""], ["Něco", "Jiného"], ["a", "b"]]) == 1
    assert heading_row([["", " "]]) is None
