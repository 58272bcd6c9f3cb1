"""A new electoral term of Žatec and the table of Praha's districts, in the browser."""

from tests.acceptance.hands import person_at
from tests.acceptance.hands import today
import pytest


@pytest.fixture
def coordinator_of_praha(chromium, site):
    page = person_at(chromium, site, "koordinator-praha", java_script_enabled=False)
    yield page
    assert page.refused == []
    page.context.close()


def test_new_term_is_shown_first_and_then_begins(admin, site):
    admin.goto(f"{site}/zatec/people")
    admin.click("#content >> text=Nové volební období")
    admin.wait_for_load_state()
    for box in admin.locator("#content input[id$='-on']").all():
        box.set_checked(box.get_attribute("id") == "rm-on")
    before = set(council(admin))
    continuing = admin.locator("#content input[name^='rm-'][name$='-continues']")
    for box in continuing.all():
        box.check()
    admin.fill("[name=rm-1-name]", "Ing. Vendula Novotná")
    admin.locator("#content button[name=check]").last.click()
    admin.wait_for_load_state()
    preview = admin.inner_text("[aria-labelledby=kpss-preview]")
    assert "Vendula Novotná" in preview
    admin.click("[aria-labelledby=kpss-preview] button[name=save]")
    admin.wait_for_load_state()
    assert "Nové volební období začíná" in admin.inner_text("body")
    admin.goto(f"{site}/zatec/bodies/rm")
    members = admin.inner_text("#content table")
    assert "Vendula Novotná" in members
    for name in before:
        assert name in members
    assert admin.problems == []


def council(page) -> list[str]:
    rows = page.locator("#content tr:has(input[name^='rm-'][name$='-continues'])")
    return [row.splitlines()[0].strip() for row in rows.locator("th").all_inner_texts()]


def test_coordinator_fills_two_vacancies_of_districts_in_one_save(
    coordinator_of_praha, site
):
    page = coordinator_of_praha
    page.goto(f"{site}/praha")
    page.click("#content >> text=Přehled lidí")
    page.click("#content >> text=Tabulka")
    page.wait_for_load_state()
    assert page.locator("#content tbody tr").count() == 57
    assert page.locator("#content tr.table-warning").count() == 3
    page.click("#content >> text=Jen neobsazené")
    page.click("#content >> text=Změnit více najednou")
    page.wait_for_load_state()
    units = [row.get_attribute("id") for row in page.locator("#content tr[id]").all()]
    assert len(units) == 3
    for unit, name in zip(units, ("Bc. Adéla Horáčková", "Ivan Malý"), strict=False):
        page.fill(f"[name={unit}-name]", name)
        page.fill(f"[name={unit}-letter]", "dopis starosty ze dne 1. 11. 2026")
    assert page.input_value("#since") == today().isoformat()
    page.click("#content button[name=save]")
    page.wait_for_load_state()
    assert page.locator("#content tr.table-warning").count() == 1
    table = page.inner_text("#content table")
    assert "Adéla Horáčková" in table
    assert "Ivan Malý" in table
