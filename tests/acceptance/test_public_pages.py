"""Public pages of all four towns: readable by everybody, wide and narrow, in Czech."""

from axe_playwright_python.sync_playwright import Axe
from itertools import pairwise
import pytest
import re


PAGES = [
    f"{town}{page}"
    for town, body in (
        ("beroun", "ks"),
        ("zatec", "rs"),
        ("namest", "rs"),
        ("praha", "ps-kpss"),
    )
    for page in (
        "",
        "/organisation",
        "/bodies",
        f"/bodies/{body}",
        "/archive",
        "/providers",
        "/documents",
        "/resolutions?year=all",
        "/tasks?show=all",
        "/chains",
    )
] + [
    "beroun/documents/organizacni-struktura",
    "zatec/chains/vystupy",
    "zatec/documents/organizacni-rad-2020",
    "zatec/documents/organizacni-rad-2015",
    "zatec/documents/jednaci-rad-ridici-skupiny",
    "zatec/documents?what=archive",
    "praha/documents/jednaci-rad",
    "beroun/bodies/ks/realizacni-plan-na-rok-2027",
]
#: WCAG 2.1 AA, as axe names its parts.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}

#: The theme's own frame, whose contrast is Barceloneta's matter, not ours.
FRAME = {
    "exclude": [
        ["#content-header"],
        ["#mainnavigation-wrapper"],
        ["#portal-breadcrumbs"],
        ["#portal-footer-wrapper"],
        ["#edit-bar"],
    ]
}


@pytest.mark.parametrize("path", PAGES)
def test_page_passes_axe_and_fits(visitor, site, path):
    answer = visitor.goto(f"{site}/{path}")
    assert answer.status == 200
    assert visitor.get_attribute("html", "lang") == "cs"
    assert visitor.locator("h1").count() == 1
    result = Axe().run(visitor, context=FRAME, options=RULES)
    assert result.violations_count == 0, result.generate_report()
    widths = visitor.evaluate(
        "[document.documentElement.scrollWidth, window.innerWidth]"
    )
    assert widths[0] <= widths[1], "the page scrolls sideways"
    assert visitor.problems == []


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_in_order(plain, site, path):
    plain.goto(f"{site}/{path}")
    html = plain.locator("#content").first.inner_html()
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    steps = [later - earlier for earlier, later in pairwise(levels)]
    assert all(step <= 1 for step in steps), levels


def test_ber_57_58_sentence_stands_on_the_page_of_the_coordination_group(plain, site):
    plain.goto(f"{site}/beroun/bodies/ks")
    assert (
        "Schází se nejméně dvakrát za rok, obvykle jednou za tři měsíce."
        in plain.content()
    )


def test_nam_01_publicity_stands_on_pages_of_the_section_that_sets_it(plain, site):
    for path, shown in (
        ("namest", True),
        ("namest/bodies/rs", True),
        ("beroun", False),
    ):
        plain.goto(f"{site}/{path}")
        assert ("spolufinancován" in plain.content()) is shown


def test_chart_is_a_readable_list_without_styles_and_scripts(plain, site):
    plain.goto(f"{site}/beroun/organisation")
    names = plain.locator("#content-core ul a").all_inner_texts()
    for name in ("Zastupitelstvo města Berouna", "Koordinační skupina KPSS", "Senioři"):
        assert name in names


def test_site_outside_the_sections_is_untouched(plain, site):
    plain.goto(f"{site}/sitemap")
    assert "kpss.css" not in plain.content()
