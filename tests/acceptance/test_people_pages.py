"""Every page about people: readable by everybody, wide and narrow, in Czech."""

from axe_playwright_python.sync_playwright import Axe
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
from tests.acceptance.czech import english_left
from tests.acceptance.hands import log_in
from tests.acceptance.test_public_pages import FRAME
from tests.acceptance.test_public_pages import RULES
import pytest


#: The toolbar is Plone's matter too.
OURS = {"exclude": [*FRAME["exclude"], ["#edit-zone"]]}
#: Of each town the bodies that have people of all kinds.
BODIES = (
    "beroun/bodies/ks",
    "beroun/bodies/ps-seniori",
    "beroun/bodies/zastupitelstvo",
    "zatec/bodies/rs",
    "zatec/bodies/zm",
    "namest/bodies/rs",
    "praha/bodies/ps-kpss",
)
MANAGING = (
    "people",
    "people?q=a&no_consent=1",
    "@@kpss-import-members",
    "@@kpss-new-term",
    "@@kpss-units",
    "@@kpss-units-edit",
)
#: By the name of the account: what she or he reads. Both coordinators have their
#: rights from a membership, the administrator stands for towns without an account.
PAGES = {
    None: (*BODIES, "beroun/people", "beroun/@@kpss-me"),
    "koordinatorka": (
        *(body for body in BODIES if body.startswith("beroun")),
        *(f"beroun/{page}" for page in MANAGING),
        "beroun/@@kpss-me",
        "beroun/@@kpss-my-contact",
        "beroun/bodies/ps-seniori/@@kpss-add-member",
        "beroun/bodies/ps-seniori?on=2021-06-01",
    ),
    "koordinator-praha": (
        "praha/bodies/ps-kpss",
        *(f"praha/{page}" for page in MANAGING),
    ),
    "admin": (
        "zatec/bodies/rs",
        "zatec/bodies/rs/@@kpss-add-member",
        "zatec/people",
        "zatec/@@kpss-new-term",
        "namest/bodies/rs",
        "namest/people",
    ),
    "vedouci-skupiny": ("beroun/bodies/ps-seniori", "beroun/@@kpss-me"),
}
#: A membership and a person, reached as the coordinator reaches them.
TABLE = """\
Jméno;Příjmení;Orgán;Funkce;Od;Hlas
Alena;Nová;ps-exkluze;;1. 2. 2025;ano
Alena;;ps-exkluze;;13/45/2025;ano
;Bezejmenná;nikde;;1. 2. 2025;možná
"""


@pytest.fixture(scope="module")
def readers(chromium, site):
    """Pages of those who are logged in, by name and width."""
    pages = {}

    def page_of(name, size):
        if (name, size["width"]) not in pages:
            page = open_page(chromium, viewport=size)
            if name:
                log_in(page, site, name, name)
            pages[name, size["width"]] = page
        return pages[name, size["width"]]

    yield page_of
    for page in pages.values():
        page.context.close()


@pytest.fixture(params=[WIDE, NARROW], ids=["1280", "390"])
def size(request):
    return request.param


def check(page) -> None:
    """Axe, one heading of the first order, no sideways scrolling, Czech only."""
    assert page.get_attribute("html", "lang") == "cs"
    assert page.locator("h1").count() == 1
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    problems = [f"{widths[0]} px wide on {widths[1]}"] * (widths[0] > widths[1])
    problems += [f"English: {text}" for text in english_left(page)]
    result = Axe().run(page, context=OURS, options=RULES)
    if result.violations_count:
        problems.append(result.generate_report())
    assert not problems, "\n".join(problems)
    assert page.problems == []


@pytest.mark.parametrize(
    ("name", "path"),
    [(name, path) for name, paths in PAGES.items() for path in paths],
)
def test_page_passes_axe_fits_and_is_czech(readers, site, size, name, path):
    page = readers(name, size)
    page.goto(f"{site}/{path}")
    check(page)


@pytest.mark.parametrize(
    "link", ["Upravit", "Ukončit", "Předat"], ids=["edit", "end", "transfer"]
)
def test_form_of_a_membership(readers, site, size, link):
    page = readers("koordinatorka", size)
    page.goto(f"{site}/beroun/bodies/ps-seniori")
    page.locator(f"#content tr:has-text('Březolesná') >> a:has-text('{link}')").click()
    page.wait_for_load_state()
    if link == "Upravit":
        # The membership itself; the form is Plone's
        page.goto(page.url.removesuffix("/edit") + "/view")
    else:
        check(page)
        page.locator(
            "#content form button[name=save]"
        ).first.scroll_into_view_if_needed()
        return
    check(page)
    page.click("#content >> text=Zneplatnit")
    page.wait_for_load_state()
    check(page)


def test_page_of_a_person(readers, site, size):
    page = readers("koordinatorka", size)
    page.goto(f"{site}/beroun/people?q=brezolesna")
    page.click("#content tbody a >> nth=0")
    page.wait_for_load_state()
    assert "Božena Březolesná" in page.inner_text("h1")
    check(page)


def test_preview_of_an_import_with_errors(readers, site, size):
    page = readers("koordinatorka", size)
    page.goto(f"{site}/beroun/@@kpss-import-members")
    file = {"name": "lide.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.set_input_files("input[name=file]", file)
    page.click("button[name=preview]")
    page.wait_for_load_state()
    check(page)


@pytest.mark.parametrize("path", ["bodies/ps-seniori/@@kpss-add-member"])
def test_refused_form_keeps_its_shape(readers, site, size, path):
    page = readers("koordinatorka", size)
    page.goto(f"{site}/beroun/{path}")
    page.fill("#given_name", "Jen jméno")
    page.fill("#valid_from", "")
    page.click("#content button[name=save]")
    page.wait_for_load_state()
    assert page.locator("#content [role=alert]").count() > 0
    check(page)
