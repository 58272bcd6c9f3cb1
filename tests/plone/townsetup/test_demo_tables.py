"""The tables of the demo's people: all invented, contacts that lead to nobody."""

from kpss.addon.townsetup.demo_accounts import accounts
from kpss.addon.townsetup.demo_files import FOLDER
from kpss.addon.townsetup.demo_files import rows_of
from kpss.addon.townsetup.shipped import BLANK
from kpss.addon.townsetup.shipped import shipped_templates
import pytest


TOWNS = [template.id for template in shipped_templates() if template.id != BLANK]


def test_names_differ_between_towns():
    towns = {
        name: {row["Příjmení"] for row in rows_of(f"people/{name}.csv")}
        for name in TOWNS
    }
    for name, surnames in towns.items():
        others = set().union(*(towns[one] for one in TOWNS if one != name))
        assert not surnames & others


def test_readers_of_the_tables_are_told_that_all_people_are_invented():
    text = (FOLDER / "people" / "README.md").read_text("utf-8")
    assert "vymyšlení" in text


@pytest.mark.parametrize("name", TOWNS)
def test_contacts_lead_to_nobody(name):
    for row in rows_of(f"people/{name}.csv"):
        for heading, cell in row.items():
            if "mail" in heading and cell:
                assert cell.endswith(".example")
            if "telefon" in heading and cell:
                assert cell.startswith("+420 000")


def test_every_account_is_of_the_person_called_so():
    people = {
        row["Uživatelský účet"]: row
        for name in TOWNS
        for row in rows_of(f"people/{name}.csv")
        if row.get("Uživatelský účet")
    }
    named = {one.name: one for one in accounts() if one.town}
    assert people.keys() == named.keys()
    for name, row in people.items():
        assert f"{row['Jméno']} {row['Příjmení']}" in named[name].full_name
