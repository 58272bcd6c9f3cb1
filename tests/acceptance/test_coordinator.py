"""The coordinator of one section: no right on the site, every step by clicks."""

from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
from tests.acceptance.hands import add_account
from tests.acceptance.hands import Hand
from tests.acceptance.hands import log_in
from tests.acceptance.hands import person_at
import pytest


#: Nobody of the demo: the role comes from the tab Sharing only.
NAME, FULL_NAME = "jana-koordinatorka", "Jana Koordinátorka"


@pytest.fixture(scope="module")
def role(chromium, site):
    """Given by the administrator on the tab Sharing of Beroun's section."""
    add_account(site, NAME, FULL_NAME)
    admin = open_page(chromium, viewport=WIDE)
    log_in(admin, site, "admin", "admin")
    admin.goto(f"{site}/beroun")
    admin.click("#edit-zone >> text=Sdílení")
    admin.fill("#sharing-user-group-search", NAME)
    admin.click("#sharing-search-button")
    row = admin.locator(f"tr:has-text('{FULL_NAME}')")
    row.locator("[name*='role_KPSS Coordinator']").check()
    assert row.locator("input[type=checkbox]:checked").count() == 1
    admin.click("#sharing-save-button")
    admin.wait_for_load_state()
    admin.context.close()


@pytest.fixture
def hand(role, chromium, site):
    """The coordinator's hand on the site's front page, after she logged in."""
    page = person_at(chromium, site, NAME)
    yield Hand(page)
    page.context.close()


def test_coordinator_does_her_work_without_rights_on_the_site(hand, plain, site):
    assert hand.page.get_attribute("html", "lang") == "cs"
    # Each begins where the one before ended; the number is its clicks
    tasks = (
        (founds_a_group, 3),
        (edits_its_mission, 4),
        (closes_another, 4),
        (finds_it_in_the_archive_and_reopens_it, 5),
        (hides_the_process, 3),
        (publishes_the_process, 2),
    )
    for task, clicks in tasks:
        task(hand)
        assert (task.__name__, hand.counted()) == (task.__name__, clicks)
        plain.goto(f"{site}/beroun")
        seen = plain.locator(".kpss-home").count() == 1
        assert seen == (task is not hides_the_process), task.__name__
    assert hand.page.problems == []
    assert hand.page.refused == []


def test_coordinator_of_beroun_has_nothing_in_the_rest_of_the_site(hand, site):
    hand.page.goto(f"{site}/zatec")
    assert "Žatec" in hand.page.inner_text("#content")
    assert hand.page.locator("text=Založit pracovní skupinu").count() == 0
    assert hand.page.locator("#edit-zone >> text=Úpravy").count() == 0
    hand.page.goto(f"{site}/@@overview-controlpanel")
    assert hand.page.refused


def founds_a_group(hand):
    hand.click("#portal-globalnav >> text=Beroun")
    hand.click("#content >> text=Založit pracovní skupinu")
    hand.page.fill("input[name='form.widgets.title']", "Mladí dospělí")
    hand.click("#form-buttons-save")
    assert "Mladí dospělí" in hand.heading()
    assert "Koordinační skupina KPSS" in hand.page.inner_text(".kpss-path")


def edits_its_mission(hand):
    hand.click("#edit-zone >> text=Úpravy")
    hand.click("#content >> text=Poslání a úkoly")
    hand.page.frame_locator("[id*=mission] iframe").locator("body").click()
    hand.clicks += 1
    hand.page.keyboard.type("Pomáháme mladým lidem do samostatného života.")
    hand.click("#form-buttons-save")
    mission = hand.page.inner_text("[aria-labelledby=kpss-mission]")
    assert "Pomáháme mladým lidem do samostatného života." in mission


def closes_another(hand):
    hand.click("#portal-globalnav >> text=Beroun")
    assert "Mladí dospělí" in hand.page.inner_text("#kpss-open")
    hand.click("#kpss-open >> text=Rodiny s dětmi")
    hand.click("#content >> text=Ukončit nebo sloučit")
    hand.page.fill("input[name='form.widgets.valid_to']", "2020-12-31")
    hand.click("#form-buttons-close")
    assert "Činnost skončila" in hand.page.inner_text("#content [role=note]")


def finds_it_in_the_archive_and_reopens_it(hand):
    hand.click("#portal-breadcrumbs >> text=Orgány a pracovní skupiny")
    assert hand.page.locator("#content a:has-text('Rodiny s dětmi')").count() == 0
    hand.click("#content >> text=Archiv orgánů")
    hand.click("#content a:has-text('Rodiny s dětmi')")
    hand.click("#edit-zone >> text=Stav:")
    hand.click("#edit-zone >> text=Znovu otevřít")
    assert hand.page.locator("#content [role=note]").count() == 0


def hides_the_process(hand):
    hand.click("#portal-globalnav >> text=Beroun")
    hand.click("#edit-zone >> text=Stav:")
    hand.click("#edit-zone >> text=Skrýt před veřejností")


def publishes_the_process(hand):
    hand.click("#edit-zone >> text=Stav:")
    hand.click("#edit-zone >> text=Zveřejnit")
