"""The overview of people: search without diacritics, filters that come in the address."""

from tests.acceptance.hands import person_at
import pytest


@pytest.fixture
def overview(chromium, site):
    page = person_at(chromium, site, "koordinatorka", java_script_enabled=False)
    page.goto(f"{site}/beroun")
    page.click("#content >> text=Přehled lidí")
    page.wait_for_load_state()
    yield page
    assert page.refused == []
    page.context.close()


def names(page) -> list[str]:
    return page.locator("#content tbody th a").all_inner_texts()


def show(page) -> list[str]:
    page.click("#content form button:has-text('Zobrazit')")
    page.wait_for_load_state()
    return names(page)


@pytest.mark.parametrize(
    "typed", ["březolesná", "brezolesna", "BREZO", "bozena brezolesna"]
)
def test_search_needs_no_diacritics(overview, typed):
    overview.fill("#kpss-q", typed)
    assert show(overview) == ["Božena Březolesná"]
    assert overview.inner_text("[role=status]") == "1 osoba"


def test_filters_narrow_and_stay_in_the_form(overview):
    everybody = names(overview)
    assert len(everybody) > 30
    overview.select_option("#kpss-body", label="Senioři")
    group = show(overview)
    assert "Božena Březolesná" in group
    assert 0 < len(group) < len(everybody)
    overview.check("#kpss-no-consent")
    silent = show(overview)
    assert "Božena Březolesná" not in silent
    assert set(silent) < set(group)
    assert silent
    overview.check("#kpss-no-account")
    assert show(overview) == silent
    assert overview.is_checked("#kpss-no-consent")
    overview.fill("#kpss-q", "nikdo takový")
    assert show(overview) == []
    assert overview.inner_text("[role=status]") == "0 osob"


def test_ending_terms_are_marked(chromium, site):
    """In a town where no other journey closes groups."""
    overview = person_at(chromium, site, "admin")
    overview.goto(f"{site}/zatec/people")
    overview.select_option("#kpss-term", index=1)
    found = show(overview)
    assert found
    assert overview.locator("#content tbody .badge").count() >= len(found)
    overview.context.close()


def test_czech_order_of_family_names(overview):
    families = [name.split(",")[0].split()[-1] for name in names(overview)]
    assert families.index("Habřinolesná") < families.index("Horolesný")
    first = [family[0] for family in families]
    assert first.index("Č") > first.index("B") if "Č" in first else True
