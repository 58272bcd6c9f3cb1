"""The coordinator edits a chain in the browser, with and without scripts."""

from tests.acceptance.hands import ask
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
import pytest


NAME = "organizacni-struktura"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def hand(request, chromium, site):
    """The coordinator, in a browser with scripts and in one without."""
    page = person_at(chromium, site, "koordinatorka", java_script_enabled=request.param)
    yield Hand(page)
    page.context.close()


def read(site: str) -> list[dict]:
    return ask(f"{site}/beroun/chains/{NAME}")["steps"]


def test_coordinator_adds_a_step_moves_it_and_takes_it_away(hand, site):
    before, page = read(site), hand.page
    page.goto(f"{site}/beroun/chains")
    hand.click(f"section#{NAME} >> text=Upravit řetězec")
    # The first of the blank rows; without scripts it opens all the same
    hand.click(f"#kpss-step-{len(before)} > summary")
    new = f"step-{len(before)}"
    page.select_option(f"[name={new}-actor]", "body:komise")
    page.select_option(f"[name={new}-act]", "advises")
    page.check(f"[name={new}-skip]")
    hand.click("button[name=save]")
    text = page.inner_text("body")
    assert "potřebuje lhůtu" in text
    # What was typed is there, and the row is open
    assert page.input_value(f"[name={new}-actor]") == "body:komise"
    page.fill(f"[name={new}-days]", "15")
    page.fill(f"[name={new}-order]", "2")
    hand.click("button[name=save]")
    assert page.url.split("?")[0].endswith(f"/beroun/chains/{NAME}")
    steps = page.locator("ol.kpss-chain > li")
    assert "do 15 dnů" in steps.nth(1).inner_text()
    assert [step["body"] for step in read(site)] == ["ks", "komise", "ks"]

    hand.click("text=Upravit řetězec")
    page.select_option("[name=step-1-act]", "")
    hand.click("button[name=save]")
    assert read(site) == before


def test_empty_form_of_a_new_chain_leads_to_the_title(hand, site):
    page = hand.page
    page.goto(f"{site}/beroun/chains")
    hand.click("text=Přidat řetězec")
    assert page.locator("h1").count() == 1
    hand.click("button[name=save]")
    assert page.locator(".alert-danger a[href='#title']").count() == 1
