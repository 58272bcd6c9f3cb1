"""The distribution ``kpss-demo``, here with one town: a Czech site with a public section."""

from datetime import date
from kpss.addon.i18n import translate
from kpss.addon.process.sections import SECTIONS
from plone import api
from plone.distribution.api import distribution
from Products.CMFPlone.browser.navigation import CatalogNavigationTabs
import pytest


TOWN = "namest"


@pytest.fixture(scope="class")
def site(demo_log, demo_of):
    """As the screen of new sites makes it."""
    return demo_of(TOWN, accounts=False)


def test_distribution_is_offered_in_czech():
    found = distribution.get("kpss-demo")
    assert found.title == "Ukázkové město – komunitní plánování"
    assert found.headless is False
    schema = found.schema
    assert schema["definitions"]["languages"]["default"] == "cs"
    assert schema["definitions"]["timezones"]["default"] == "Europe/Prague"


def test_accounts_with_known_passwords_are_made_only_when_asked_for():
    found = distribution.get("kpss-demo")
    assert found.schema["properties"]["demo_accounts"]["default"] is False


class TestDemoSite:
    def test_town_has_a_public_section(self, site):
        assert api.content.get_state(site[TOWN]) == "public"
        pages = site[TOWN].objectValues()
        documents = [page for page in pages if page.portal_type == "Document"]
        assert documents
        assert {api.content.get_state(page) for page in documents} == {"published"}

    def test_folders_are_named_in_the_language_of_the_site(self, site):
        assert api.portal.get_default_language() == "cs"
        for name, (title, *_rest) in SECTIONS.items():
            assert site[TOWN][name].title == translate(title, "cs")

    def test_log_tells_how_many_people_the_town_has(self, site, demo_log):
        people = len(site[TOWN]["people"].objectIds())
        assert people > 20
        assert len(demo_log) == 1
        assert f"{people} people" in demo_log[0]

    def test_home_page_leads_to_the_section(self, site):
        page = site[site.getDefaultPage()]
        assert api.content.get_state(page) == "published"
        assert f'href="{TOWN}"' in page.text.raw

    def test_home_page_says_that_all_people_are_invented(self, site):
        text = site[site.getDefaultPage()].text.output
        assert "Všichni lidé v ukázce jsou vymyšlení" in text

    def test_no_user_is_created(self, site):
        assert list(site.acl_users.source_users.listUserIds()) == []
        linked = [one.user_id for one in site[TOWN]["people"].objectValues()]
        assert not any(linked)

    def test_stock_content_has_the_simple_workflow(self, site):
        chain = site.portal_workflow.getDefaultChain()
        assert chain == ("simple_publication_workflow",)

    def test_navigation_names_the_town(self, site):
        tabs = CatalogNavigationTabs(site, site.REQUEST).topLevelTabs()
        assert "Náměšť nad Oslavou" in [tab["name"] for tab in tabs]

    @pytest.mark.parametrize(
        "day,missing",
        [(date(2026, 6, 30), []), (date(2026, 7, 1), ["uzivatel"])],
    )
    def test_steering_group_misses_the_party_of_users_of_services(
        self, roster, day, missing
    ):
        """NAM-25."""
        warnings = roster(TOWN, "rs", day).warnings
        assert {one.code for one in warnings} <= {"party_missing"}
        assert [one.params["party"] for one in warnings] == missing
