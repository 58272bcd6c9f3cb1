"""The process is edited with ordinary forms; saving unchanged changes nothing."""

from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction


ROWS = {
    "parties": [
        {
            "id": "uzivatel",
            "title": "Uživatel služeb",
            "plural": "uživatelé",
            "description": None,
            "counts_as": None,
            "private": True,
        }
    ],
    "units": [{"id": "stred", "title": "Střed"}],
    "document_kinds": [{"id": "zadosti", "title": "Žádosti o dotaci"}],
    "functions": [
        {
            "id": "garant",
            "title": "Garant",
            "kind": "guarantor",
            "body": None,
            "office": "vedoucí odboru",
            "represents_in": None,
            "public": True,
            "own_box": True,
            "act_text": None,
            "description": None,
            "tasks": "plánuje\nhodnotí",
        }
    ],
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
        stages=[{"id": "prvni", "title": "První"}],
        **ROWS,
    )
    transaction.commit()
    return process


def plain(rows):
    return [{key: value or None for key, value in row.items()} for row in rows or ()]


def test_saving_an_unchanged_form_changes_nothing(process, manager):
    manager.open(f"{process.absolute_url()}/edit")
    manager.getControl("Save").click()
    transaction.begin()
    for name, rows in ROWS.items():
        assert plain(getattr(process, name)) == plain(rows)
    assert process.stages == [{"id": "prvni", "title": "První"}]


def test_process_without_rows_is_saved(functional_portal, process, manager):
    for name in ROWS:
        setattr(process, name, None)
    transaction.commit()
    manager.open(f"{process.absolute_url()}/edit")
    manager.getControl(name="form.widgets.abbreviation").value = "KPSS"
    manager.getControl("Save").click()
    transaction.begin()
    assert process.abbreviation == "KPSS"
    assert not process.functions


def test_process_is_added_through_the_form_with_its_folders(functional_portal, manager):
    manager.open(f"{functional_portal.absolute_url()}/++add++kpss.Process")
    manager.getControl(name="form.widgets.title").value = "Plánování péče"
    manager.getControl(name="form.widgets.municipality").value = "Lhota"
    manager.getControl("Save").click()
    transaction.begin()
    process = functional_portal["planovani-pece"]
    assert sorted(process.objectIds()) == [
        "bodies",
        "chains",
        "documents",
        "people",
        "providers",
        "tasks",
    ]


@pytest.mark.parametrize(
    "field, value, words",
    [
        ("ico", "12345678", "not a valid identification number"),
        ("title", "Plán 🙂", "cannot be used"),
        ("title", "x" * 5000, "5000 characters"),
    ],
)
def test_bad_input_keeps_what_was_typed(process, manager, field, value, words):
    manager.open(f"{process.absolute_url()}/edit")
    manager.getControl(name="form.widgets.lead").value = "Společně plánujeme."
    manager.getControl(name=f"form.widgets.{field}").value = value
    manager.getControl("Save").click()
    assert words in manager.contents
    assert manager.getControl(name=f"form.widgets.{field}").value == value
    assert manager.getControl(name="form.widgets.lead").value == "Společně plánujeme."
    transaction.begin()
    assert process.title == "Plánování"


def test_ico_typed_with_spaces_is_stored_as_eight_digits(process, manager):
    manager.open(f"{process.absolute_url()}/edit")
    manager.getControl(name="form.widgets.ico").value = "64 581"
    manager.getControl("Save").click()
    transaction.begin()
    assert process.ico == "00064581"


@pytest.mark.parametrize("words", ["řídicí skupina", "Řídící", "ridici", "pecuj"])
def test_search_finds_both_spellings_and_without_diacritics(process, words):
    api.content.create(
        process["bodies"],
        "kpss.Body",
        title="Řídící skupina",
        tasks=["pomáhá pečujícím"],
    )
    found = api.content.find(
        SearchableText=words.split()[0] + "*", portal_type="kpss.Body"
    )
    assert [brain.Title for brain in found] == ["Řídící skupina"]


def test_rows_with_the_same_id_are_refused_in_the_form(process, manager):
    process.parties = [*process.parties, {**process.parties[0], "id": "druha"}]
    transaction.commit()
    manager.open(f"{process.absolute_url()}/edit")
    manager.getControl(name="form.widgets.parties.1.widgets.id").value = "uzivatel"
    manager.getControl("Save").click()
    assert "uzivatel is used twice" in manager.contents
    transaction.begin()
    assert process.parties[1]["id"] == "druha"
