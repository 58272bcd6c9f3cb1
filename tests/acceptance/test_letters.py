"""Letters, proposals, versions and old documents in the browser; axe, widths, Czech."""

from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
from tests.acceptance.test_people_pages import check
from tests.acceptance.test_people_pages import readers  # noqa: F401
import pytest
import time


PLAN = "beroun/documents/realizacni-plan-2027"
PAGES = (
    ("vedouci-skupiny", "beroun/@@kpss-my-notices"),
    ("referentka", f"{PLAN}/@@kpss-pass-on"),
    ("koordinatorka", f"{PLAN}/@@kpss-versions"),
    ("koordinatorka", "beroun/documents/@@kpss-enter-approved"),
    ("koordinatorka", "beroun/documents/organizacni-struktura/@@kpss-correct-dates"),
    ("clenka-skupiny", "beroun/bodies/ps-seniori/@@kpss-propose"),
    ("clenka-skupiny", "beroun/bodies/ps-seniori"),
)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize(("name", "path"), PAGES)
def test_page_passes_axe_fits_and_is_czech(readers, site, size, name, path):  # noqa: F811
    page = readers(name, size)
    answer = page.goto(f"{site}/{path}")
    assert answer.status == 200
    check(page)


def letters_of(admin, site: str, word: str) -> list[str]:
    """Lines of the administrator's page that hold the word, when they were sent."""
    for _attempt in range(30):
        admin.goto(f"{site}/@@kpss-letters")
        found = [
            one
            for one in admin.locator("details.kpss-letter > summary").all_inner_texts()
            if word in one
        ]
        if found and all("odeslán" in one for one in found):
            return found
        time.sleep(1)
    return found


def test_member_puts_forward_an_idea_and_the_leader_is_told(chromium, site, admin):
    member = Hand(person_at(chromium, site, "clenka-skupiny"))
    page = member.page
    page.goto(f"{site}/beroun/bodies/ps-seniori")
    member.click("text=Předložit námět nebo podklad")
    page.fill("[name=title]", "Lavičky před úřadem")
    page.fill("[name=text]", "Starší lidé nemají kde počkat.")
    member.click("main button[name=save]")
    assert member.counted() == 2
    assert member.heading() == "Lavičky před úřadem"
    assert page.problems == [] and page.refused == []
    page.context.close()
    sent = letters_of(admin, site, "Lavičky")
    assert any("vedouci-skupiny@" in one for one in sent), sent
    check(admin)
    visitor = open_page(chromium, viewport=WIDE)
    visitor.goto(f"{site}/beroun/bodies/ps-seniori")
    assert "Lavičky" not in visitor.inner_text("body")
    visitor.context.close()


def test_clerk_passes_a_resolution_on_without_scripts(chromium, site, admin):
    clerk = Hand(person_at(chromium, site, "referentka", java_script_enabled=False))
    page = clerk.page
    page.goto(f"{site}/{PLAN}")
    clerk.click("text=Předat členům orgánů")
    page.check("[name='bodies:list'][value=ps-seniori]")
    page.fill("[name=message]", "Prosíme o vyjádření do pátku.")
    clerk.click("main button[name=save]")
    assert "Odesílá se." in page.inner_text("body")
    page.context.close()
    sent = letters_of(admin, site, "pro vaši informaci")
    assert any("vedouci-skupiny@" in one for one in sent), sent
