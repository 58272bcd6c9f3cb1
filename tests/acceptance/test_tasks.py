"""Beroun's tasks in the browser: imposed, reported, listed; no scripts are needed."""

from axe_playwright_python.sync_playwright import Axe
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.czech import english_left
from tests.acceptance.hands import Hand
from tests.acceptance.hands import log_in
from tests.acceptance.hands import person_at
from tests.acceptance.test_public_pages import RULES
import pytest


TASK = "beroun/tasks/svolat-seniory"
PAGES = (
    "beroun/tasks?show=all",
    TASK,
    f"{TASK}/@@kpss-report",
    "beroun/bodies/ks/realizacni-plan-na-rok-2027",
    "beroun/bodies/ks/realizacni-plan-na-rok-2027/@@kpss-impose",
)


@pytest.fixture
def person(chromium, site):
    """``person("koordinatorka")``: somebody of the demo, without JavaScript."""
    pages = []

    def at(name):
        pages.append(person_at(chromium, site, name, java_script_enabled=False))
        return Hand(pages[-1])

    yield at
    for page in pages:
        page.context.close()


def test_coordinator_imposes_and_the_leader_reports(person, site):
    coordinator = person("koordinatorka")
    page = coordinator.page
    page.goto(f"{site}/beroun/resolutions?year=all&number=11/2026")
    coordinator.click("main ol a")
    coordinator.click("text=Zadat úkol")
    page.fill("#title", "Zveřejnit zápis skupiny")
    page.select_option("#body", "ps-seniori")
    page.fill("#due", "2030-03-01")
    coordinator.click("main button[name=save]")
    assert coordinator.heading() == "Zveřejnit zápis skupiny"
    address = page.url.partition("?")[0]

    leader = person("vedouci-skupiny")
    leader.page.goto(address)
    assert leader.page.locator("main >> text=Zadat úkol").count() == 0
    leader.click("text=Nahlásit plnění")
    leader.page.select_option("#percent", "40")
    leader.page.fill("#note", "Zápis čeká na ověření.")
    leader.click("main button[name=save]")
    text = leader.page.inner_text("main")
    for said in ("rozpracovaný", "40 %", "Zápis čeká na ověření.", "Zimolesná"):
        assert said in text.replace("\u00a0", " "), said
    assert leader.page.refused == [] and page.refused == []

    member = person("clenka-skupiny")
    member.page.goto(address)
    assert "Zápis čeká na ověření." in member.page.inner_text("main")
    assert member.page.locator("text=Nahlásit plnění").count() == 0


def test_task_waits_for_another_and_a_loop_is_refused(person, site):
    coordinator = person("koordinatorka")
    page = coordinator.page
    page.goto(f"{site}/{TASK}/edit")
    page.get_by_label("Předložit realizační plán na rok 2027 radě města").check()
    coordinator.click("[name='form.buttons.save']")
    assert "proto na něj tento úkol čekat nemůže" in page.inner_text("main")
    page.goto(f"{site}/beroun/tasks/dotaznik-poskytovatelum/edit")
    page.get_by_label("Sestavit přehled dobrovolnických organizací").check()
    coordinator.click("[name='form.buttons.save']")
    assert "čeká na jiný úkol" in page.inner_text("main")


def test_visitor_reads_few_words(visitor, site):
    visitor.goto(f"{site}/beroun/tasks?show=overdue")
    text = visitor.inner_text("main")
    assert "Projednat večerní pečovatelskou službu" in text
    assert "6 dní po termínu" in text
    for hidden in ("Zimolesná", "60", "Údaje přišly", "čeká na"):
        assert hidden not in text, hidden
    visitor.goto(f"{site}/{TASK}")
    assert "login" in visitor.url or "require" in visitor.url
    visitor.goto(f"{site}/namest/tasks?show=all")
    assert "0 úkolů" in visitor.inner_text("main").replace("\u00a0", " ")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_accessible_also_on_a_phone(chromium, site, path):
    page = open_page(chromium, viewport=NARROW)
    log_in(page, site, "koordinatorka", "koordinatorka")
    page.goto(f"{site}/{path}")
    found = Axe().run(page, context="main", options=RULES)
    assert [one["id"] for one in found.response["violations"]] == []
    assert english_left(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.context.close()
