"""The submission of Beroun's implementation plan and the office's Word template (BER-17)."""

from axe_playwright_python.sync_playwright import Axe
from kpss.addon.printing.word.rendering import default_template
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.hands import Hand
from tests.acceptance.hands import log_in
from tests.acceptance.hands import person_at
from tests.acceptance.test_public_pages import RULES
import pytest


PLAN = "beroun/documents/realizacni-plan-2027"
PAGES = (PLAN, f"{PLAN}/@@kpss-submission", "beroun/@@kpss-templates")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def clerk(chromium, site):
    page = person_at(chromium, site, "referentka")
    yield Hand(page)
    page.context.close()


@pytest.fixture
def coordinator(chromium, site):
    page = person_at(chromium, site, "koordinatorka")
    yield Hand(page)
    page.context.close()


def test_clerk_downloads_the_package_with_three_clicks(clerk, site):
    clerk.page.goto(f"{site}/beroun/documents/realizacni-plan-2027")
    clerk.click("main >> text=Podklad pro jednání")
    page = clerk.page
    assert clerk.heading() == "Podklad pro jednání"
    text = page.inner_text("main")
    for said in ("Rada města Berouna", "Důvodová zpráva", "01 Podklad pro jednání.pdf"):
        assert said in text, said
    for kind, beginning in (("PDF", b"%PDF"), ("DOCX", b"PK"), ("ZIP", b"PK")):
        with page.expect_download() as started:
            page.click(f"main a:has-text('{kind}')")
        download = started.value
        assert download.suggested_filename.startswith("Podklad pro jednání Realizační")
        with open(download.path(), "rb") as file:
            assert file.read(4).startswith(beginning), kind
    assert page.problems == [] and page.refused == []


def test_visitor_is_offered_no_package(visitor, site):
    visitor.goto(f"{site}/beroun/documents")
    assert "Podklad pro jednání" not in visitor.inner_text("body")
    visitor.goto(f"{site}/{PLAN}/submission.pdf")
    assert "login" in visitor.url or "require" in visitor.url


def test_wrong_template_is_refused_and_a_good_one_is_used(coordinator, site):
    hand, page = coordinator, coordinator.page
    page.goto(f"{site}/beroun")
    hand.click("text=Šablony úřadu pro Word")
    assert "Používá se výchozí šablona." in page.inner_text("main")
    field = "input[name=submission_template]"
    wrong = {"name": "sablona.docx", "mimeType": DOCX, "buffer": b"neni to docx"}
    page.set_input_files(field, files=[wrong])
    hand.click("main button[name=save]")
    assert "Soubor nelze otevřít jako DOCX" in page.inner_text("main")
    assert "Používá se výchozí šablona." in page.inner_text("main")
    good = {**wrong, "buffer": default_template()}
    page.set_input_files(field, files=[good])
    hand.click("main button[name=save]")
    assert "Používá se vaše vlastní šablona." in page.inner_text("main")
    page.check("text=Používat zase výchozí šablonu")
    hand.click("main button[name=save]")
    assert "Používá se výchozí šablona." in page.inner_text("main")


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_accessible_also_on_a_phone(chromium, site, path):
    page = open_page(chromium, viewport=NARROW)
    log_in(page, site, "koordinatorka", "koordinatorka")
    page.goto(f"{site}/{path}")
    found = Axe().run(page, context="main", options=RULES)
    assert [one["id"] for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.context.close()
