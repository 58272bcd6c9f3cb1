"""The recording forms without JavaScript: grids of rows, seen in a real browser."""

from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
import pytest


def logged_in(chromium, site, **options):
    page = open_page(chromium, viewport=WIDE, **options)
    page.goto(f"{site}/login")
    page.fill("#__ac_name", "admin")
    page.fill("#__ac_password", "admin")
    page.click('[name="buttons.login"]')
    page.wait_for_load_state()
    return page


@pytest.fixture
def editor(chromium, site):
    """The administrator without JavaScript."""
    page = logged_in(chromium, site, java_script_enabled=False)
    yield page
    page.context.close()


def cell(page, grid, number, name):
    return page.locator(f'[name^="form.widgets.{grid}.{number}.widgets.{name}"]').first


def count(page, grid) -> int:
    """Rows that the form holds; the blank ones are not counted."""
    return int(page.locator(f'[name="form.widgets.{grid}.count"]').input_value())


def is_form(page) -> bool:
    """Is the form there still, or again?"""
    return page.locator('[name="form.buttons.save"]').count() > 0


def save(page):
    page.click('[name="form.buttons.save"]')
    page.wait_for_load_state()


def test_row_is_added_and_deleted_without_scripts(editor, site):
    form = f"{site}/zatec/edit"
    editor.goto(form)
    before = count(editor, "units")
    assert editor.locator(".datagridwidget-empty-row:visible").count() == 0
    assert editor.locator(".dgf--row-add:visible").count() == 0
    cell(editor, "units", before, "id").fill("zkusebni-ctvrt")
    cell(editor, "units", before, "title").fill("Zkušební čtvrť")
    save(editor)
    assert not is_form(editor)
    editor.goto(form)
    assert count(editor, "units") == before + 1
    assert cell(editor, "units", before, "title").input_value() == "Zkušební čtvrť"
    editor.get_by_label(f"{before + 1}. Zkušební čtvrť").check()
    save(editor)
    editor.goto(form)
    assert count(editor, "units") == before


def test_form_that_comes_back_keeps_the_new_row_once(editor, site):
    editor.goto(f"{site}/zatec/edit")
    before = count(editor, "units")
    cell(editor, "units", before + 1, "title").fill("Zkušební čtvrť")
    save(editor)
    assert "Toto pole je povinné" in editor.content()
    assert count(editor, "units") == before + 1
    assert cell(editor, "units", before, "title").input_value() == "Zkušební čtvrť"
    assert cell(editor, "units", before + 1, "title").input_value() == ""


def test_saving_untouched_forms_adds_nothing(editor, site):
    form = f"{site}/zatec/edit"
    editor.goto(form)
    grids = ("parties", "functions", "units")
    before = {grid: count(editor, grid) for grid in grids}
    save(editor)
    assert not is_form(editor)
    editor.goto(form)
    assert {grid: count(editor, grid) for grid in grids} == before


def test_rules_take_a_membership_by_office_without_scripts(editor, site):
    form = f"{site}/beroun/bodies/ks/rules/edit"
    editor.goto(form)
    before = count(editor, "ex_officio")
    cell(editor, "ex_officio", before, "note").fill("zkouška")
    save(editor)
    assert is_form(editor)
    assert count(editor, "ex_officio") == before + 1
    cell(editor, "ex_officio", before, "kind").select_option("chair")
    save(editor)
    assert not is_form(editor)
    editor.goto(form)
    assert count(editor, "ex_officio") == before + 1
    editor.locator('[name="form.widgets.ex_officio.delete"]').nth(before).check()
    save(editor)
    editor.goto(form)
    assert count(editor, "ex_officio") == before


def test_scripts_still_add_a_row_and_show_no_blank_ones(chromium, site):
    page = logged_in(chromium, site)
    page.goto(f"{site}/zatec/edit")
    page.wait_for_load_state("networkidle")
    assert page.locator("noscript fieldset").count() == 0
    before = count(page, "units")
    page.get_by_role("link", name="Území").or_(
        page.get_by_role("tab", name="Území")
    ).first.click()
    page.locator("#formfield-form-widgets-units .dgf--row-add:visible").first.click()
    assert count(page, "units") == before + 1
    assert page.problems == []
    page.context.close()
