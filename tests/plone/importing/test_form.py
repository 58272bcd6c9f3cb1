"""The form in the browser: without JavaScript, nothing recorded that was not shown."""

from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.process.template_content import add_content
from plone import api
from tests.plone.importing.conftest import press_import
from tests.plone.importing.conftest import upload
from tests.plone.importing.conftest import workbook
from zExceptions import Forbidden
import datetime
import pytest
import transaction


ROWS = """\
Jméno;Příjmení;Orgán;Funkce;Strana;Organizace;Od
Jana;Nováková;ps-seniori;vedoucí;poskytovatel;Charita;1. 1. 2024
Petr;Malý;ps-seniori;;zadavatelé;Nová škola;1. 1. 2024
"""


def recorded(process):
    return [
        one
        for body in process["bodies"].objectValues()
        for one in body.objectValues()
        if one.portal_type == "kpss.Membership"
    ]


def test_preview_shows_every_row_and_records_nothing(form, town):
    upload(form, ROWS)
    assert "2 new people" in form.contents and "2 new memberships" in form.contents
    assert "1 new organisation" in form.contents
    assert "Nováková" in form.contents
    assert not len(town["people"]) and recorded(town) == []


def test_import_records_what_was_shown_and_the_ledger_follows(form, town):
    upload(form, ROWS)
    press_import(form)
    assert form.url == town["people"].absolute_url()
    assert "The table was imported: 1 new organisation, 2 new people" in form.contents
    transaction.begin()
    assert {one.title for one in recorded(town)} == {
        "Jana Nováková – Vedoucí",
        "Petr Malý",
    }
    assert "nova-skola" in town["providers"].objectIds()
    assert len(ledger().people(town.UID())) == 2
    states = {api.content.get_state(one) for one in recorded(town)}
    assert states == {"recorded"}
    assert api.content.get_state(town) == "internal"


def test_the_same_file_twice_changes_nothing(form, town):
    upload(form, ROWS)
    press_import(form)
    form.open(f"{town.absolute_url()}/@@kpss-import-members")
    upload(form, ROWS)
    assert "2 rows are already recorded." in form.contents
    assert "there is nothing to import" in form.contents
    assert 'name="apply"' not in form.contents


def test_changed_cell_says_what_is_there_now(form, town):
    upload(form, ROWS)
    press_import(form)
    form.open(f"{town.absolute_url()}/@@kpss-import-members")
    upload(form, ROWS.replace("poskytovatel", "zadavatel"))
    assert "will change" in form.contents
    assert "now: poskytovatel" in form.contents
    press_import(form)
    assert "1 changed membership" in form.contents
    transaction.begin()
    assert {one.party for one in recorded(town)} == {"zadavatel"}


def test_xlsx_is_read(form, town):
    data = workbook(
        ("Příjmení", "Jméno", "Orgán", "Od"),
        ("Žáková", "Eva", "Rada města", datetime.date(2022, 10, 20)),
    )
    upload(form, data, "lide.xlsx", "application/vnd.openxmlformats")
    press_import(form)
    transaction.begin()
    [one] = recorded(town)
    assert one.valid_from == datetime.date(2022, 10, 20)


def test_errors_name_row_and_column_and_nothing_can_be_imported(form, town):
    upload(form, ROWS.replace(";1. 1. 2024\nPetr", ";30. 2. 2024\nPetr"))
    assert "row 2, column Od:" in form.contents
    assert "The calendar has no day" in form.contents
    assert 'name="apply"' not in form.contents


def test_what_changed_since_the_preview_is_refused_and_shown_anew(form, town):
    upload(form, ROWS)
    add_content(
        town["people"], "kpss.Person", "p-0", given_name="Jana", family_name="Nováková"
    )
    transaction.commit()
    form.raiseHttpErrors = False
    press_import(form)
    assert form.headers["status"].startswith("409")
    assert "The data changed since you saw the preview" in form.contents
    transaction.begin()
    assert recorded(town) == [] and len(town["people"]) == 1
    press_import(form)
    transaction.begin()
    assert len(recorded(town)) == 2 and len(town["people"]) == 2


def test_apply_with_another_table_than_shown_is_refused(form, town):
    upload(form, ROWS)
    shown = form.getControl(name="digest").value
    upload(form, ROWS.replace("Malý", "Velký"))
    form.getControl(name="digest").value = shown
    form.raiseHttpErrors = False
    press_import(form)
    assert form.headers["status"].startswith("409")
    transaction.begin()
    assert recorded(town) == []


@pytest.mark.parametrize("spoiled", ["x", "eJwDAAAAAAE=", "W10="])
def test_table_spoiled_on_the_way_is_told(form, town, spoiled):
    upload(form, ROWS)
    form.getControl(name="table").value = spoiled
    press_import(form)
    assert "The table was lost on the way" in form.contents


def test_nothing_chosen_is_told(form):
    form.getControl(name="preview").click()
    assert "Choose a file with the table." in form.contents


def test_form_without_its_token_is_refused(form, town):
    upload(form, ROWS)
    table = form.getControl(name="table").value
    digest = form.getControl(name="digest").value
    with pytest.raises(Forbidden):
        form.post(
            f"{town.absolute_url()}/@@kpss-import-members",
            f"apply=1&digest={digest}&table={table}",
        )


def test_reading_the_address_never_records(form, town):
    upload(form, ROWS)
    digest = form.getControl(name="digest").value
    form.open(f"{town.absolute_url()}/@@kpss-import-members?apply=1&digest={digest}")
    transaction.begin()
    assert recorded(town) == []


@pytest.mark.parametrize("view", ["kpss-import-members", "kpss-import-sample.csv"])
def test_visitor_is_sent_away(visitor, town, view):
    api.content.transition(town, "publish")
    transaction.commit()
    visitor.handleErrors = True
    visitor.open(f"{town.absolute_url()}/@@{view}")
    assert "login" in visitor.url


def test_many_rows_are_shown_on_demand(form, town):
    rows = "".join(f"Jan;Novák{n}\n" for n in range(230))
    upload(form, "Jméno;Příjmení\n" + rows)
    assert "Novák199" in form.contents and "Novák200<" not in form.contents
    form.getControl(name="all").click()
    assert "Novák229" in form.contents
    press_import(form)
    transaction.begin()
    assert len(town["people"]) == 230


def test_page_has_its_own_title(form):
    assert "<title>Import people and memberships" in form.contents
