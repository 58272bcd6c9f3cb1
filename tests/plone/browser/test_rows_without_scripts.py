"""Grids of rows without JavaScript: rows are added and deleted, nothing is lost.

The test browser runs no scripts and sends what stands in ``<noscript>``.
"""

from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction


UNITS = [{"id": "stred", "title": "Střed"}, {"id": "sever", "title": "Sever"}]
PARTY = {
    "id": "uzivatel",
    "title": "Uživatel služeb",
    "plural": None,
    "description": None,
    "counts_as": None,
    "private": True,
}


@pytest.fixture
def process(functional_portal):
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        units=UNITS,
        parties=[PARTY],
    )
    transaction.commit()
    return process


@pytest.fixture
def form(process, manager):
    """The edit form of the process."""
    manager.open(f"{process.absolute_url()}/edit")
    return manager


def cell(browser, grid, number, name):
    many = ":list" if name in ("kind", "own_box", "function") else ""
    return browser.getControl(name=f"form.widgets.{grid}.{number}.widgets.{name}{many}")


def delete(browser, grid, *numbers):
    browser.getControl(name=f"form.widgets.{grid}.delete").value = [
        str(number) for number in numbers
    ]


def saved(browser, process, grid) -> list[str]:
    """Ids of the rows after saving."""
    browser.getControl("Save").click()
    assert "invalid-feedback" not in browser.contents
    transaction.begin()
    return [row["id"] for row in getattr(process, grid) or ()]


def test_untouched_form_keeps_every_row_as_it_was(process, form):
    assert saved(form, process, "units") == ["stred", "sever"]
    assert process.units == UNITS
    assert process.parties == [PARTY]
    assert not process.functions


def test_two_rows_are_added_at_once(process, form):
    for number, name in ((2, "jih"), (3, "zapad")):
        cell(form, "units", number, "id").value = name
        cell(form, "units", number, "title").value = name.capitalize()
    assert saved(form, process, "units") == ["stred", "sever", "jih", "zapad"]
    assert process.units[3] == {"id": "zapad", "title": "Zapad"}


def test_first_row_of_an_empty_grid(process, form):
    cell(form, "functions", 0, "id").value = "garant"
    cell(form, "functions", 0, "title").value = "Garant"
    cell(form, "functions", 0, "kind").value = ["guarantor"]
    cell(form, "functions", 0, "own_box").value = ["selected"]
    assert saved(form, process, "functions") == ["garant"]
    assert process.functions[0]["own_box"] is True


def test_deleted_row_goes_and_the_next_takes_its_place(process, form):
    delete(form, "units", 0)
    assert saved(form, process, "units") == ["sever"]


def test_all_rows_are_deleted(process, form):
    delete(form, "units", 0, 1)
    delete(form, "parties", 0)
    assert saved(form, process, "units") == []
    assert not process.parties


def test_rows_to_delete_are_called_by_their_titles(form):
    assert "1. Střed" in form.contents
    assert "2. Sever" in form.contents
    assert "1. Uživatel služeb" in form.contents


def test_form_that_comes_back_neither_loses_nor_doubles_a_row(process, form):
    delete(form, "units", 0)
    cell(form, "units", 2, "id").value = "Bad Id"
    cell(form, "units", 2, "title").value = "Jih"
    form.getControl("Save").click()
    assert "Bad Id is not an id" in form.contents
    transaction.begin()
    assert process.units == UNITS
    ids = [cell(form, "units", number, "id").value for number in range(4)]
    assert ids == ["sever", "Bad Id", "", ""]
    assert form.getControl(name="form.widgets.units.count").value == "2"
    cell(form, "units", 1, "id").value = "jih"
    assert saved(form, process, "units") == ["sever", "jih"]


def test_error_elsewhere_keeps_the_new_row(process, form):
    cell(form, "units", 3, "id").value = "jih"
    cell(form, "units", 3, "title").value = "Jih"
    form.getControl(name="form.widgets.ico").value = "12345678"
    form.getControl("Save").click()
    assert cell(form, "units", 2, "title").value == "Jih"
    form.getControl(name="form.widgets.ico").value = ""
    assert saved(form, process, "units") == ["stred", "sever", "jih"]


def test_half_written_new_row_is_asked_for_the_rest(process, form):
    cell(form, "units", 2, "title").value = "Jih"
    form.getControl("Save").click()
    assert "Required input is missing" in form.contents
    assert cell(form, "units", 2, "title").value == "Jih"
    transaction.begin()
    assert process.units == UNITS


def test_what_was_not_chosen_in_a_new_row_does_not_come_back_chosen(process, form):
    cell(form, "functions", 0, "id").value = "garant"
    cell(form, "functions", 0, "title").value = "Garant"
    form.getControl("Save").click()
    assert "Required input is missing" in form.contents
    assert cell(form, "functions", 0, "kind").value == ["--NOVALUE--"]
    form.getControl("Save").click()
    transaction.begin()
    assert not process.functions
    form.goBack(1)
    cell(form, "functions", 0, "kind").value = ["guarantor"]
    assert saved(form, process, "functions") == ["garant"]


def test_process_with_rows_is_added_in_one_form(functional_portal, manager):
    manager.open(f"{functional_portal.absolute_url()}/++add++kpss.Process")
    manager.getControl(name="form.widgets.title").value = "Nový"
    manager.getControl(name="form.widgets.municipality").value = "Lhota"
    cell(manager, "units", 1, "id").value = "jih"
    cell(manager, "units", 1, "title").value = "Jih"
    manager.getControl("Save").click()
    transaction.begin()
    assert functional_portal["novy"].units == [{"id": "jih", "title": "Jih"}]


@pytest.fixture
def rules(process):
    process.functions = [{**dict.fromkeys(FUNCTION), **FUNCTION}]
    body = api.content.create(
        process["bodies"],
        "kpss.Body",
        id="skupina",
        title="Skupina",
        kind="managing",
        acts=["manages"],
    )
    rules = api.content.create(body, "kpss.Rules", id="rad", title="Jednací řád")
    transaction.commit()
    return rules


FUNCTION = {
    "id": "garant",
    "title": "Garant",
    "kind": "guarantor",
    "body": None,
    "office": None,
    "represents_in": None,
    "own_box": False,
    "act_text": None,
    "description": None,
    "tasks": None,
}


def test_membership_by_office_is_written_and_deleted_without_scripts(rules, manager):
    manager.open(f"{rules.absolute_url()}/edit")
    cell(manager, "ex_officio", 0, "kind").value = ["function"]
    cell(manager, "ex_officio", 0, "function").value = ["garant"]
    manager.getControl("Save").click()
    transaction.begin()
    assert [row["function"] for row in rules.ex_officio] == ["garant"]
    manager.open(f"{rules.absolute_url()}/edit")
    delete(manager, "ex_officio", 0)
    manager.getControl("Save").click()
    transaction.begin()
    assert not rules.ex_officio


def test_every_grid_of_the_rules_has_the_part_without_scripts(rules, manager):
    manager.open(f"{rules.absolute_url()}/edit")
    grids = manager.contents.count('class="pat-datagridfield"')
    assert grids >= 2
    assert manager.contents.count('.blank"') == grids
    assert manager.contents.count("/noscript.css?v=") == grids
