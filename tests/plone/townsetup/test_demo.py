"""The distribution ``kpss-demo``: a Czech site with a public section for each town."""

from AccessControl.SecurityManagement import newSecurityManager
from kpss.addon.i18n import translate
from kpss.addon.process.sections import SECTIONS
from kpss.addon.townsetup.shipped import BLANK
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.distribution.api import distribution
from plone.distribution.api import site as site_api
from Products.CMFPlone.browser.navigation import CatalogNavigationTabs
from zope.component.hooks import setSite
import logging
import pytest


TOWNS = [template.id for template in shipped_templates() if template.id != BLANK]
ANSWERS = {
    "site_id": "ukazka",
    "title": "Město – intranet a web",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": True,
}


@pytest.fixture(scope="class")
def demo(functional_app_class):
    """The site as ``make run`` creates it, with the lines of its log."""
    app = functional_app_class
    owner = app.acl_users.getUserById(SITE_OWNER_NAME)
    newSecurityManager(None, owner.__of__(app.acl_users))
    # As in zope.conf; with the layer's 400 objects the new site is put away too soon
    app._p_jar._cache.cache_size = 30_000
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = logging.getLogger("kpss.addon.demo")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        created = site_api.create(app, "kpss-demo", ANSWERS)
        setSite(created)
        yield created, lines
    finally:
        logger.removeHandler(handler)
        setSite(None)


def test_distribution_is_offered_in_czech():
    found = distribution.get("kpss-demo")
    assert found.title == "Ukázkové město – komunitní plánování"
    assert found.headless is False
    schema = found.schema
    assert schema["definitions"]["languages"]["default"] == "cs"
    assert schema["definitions"]["timezones"]["default"] == "Europe/Prague"


class TestDemoSite:
    def test_every_town_has_a_public_section(self, demo):
        site, _lines = demo
        states = {name: api.content.get_state(site[name]) for name in TOWNS}
        assert states == dict.fromkeys(TOWNS, "public")
        pages = [page for name in TOWNS for page in site[name].objectValues()]
        documents = [page for page in pages if page.portal_type == "Document"]
        assert documents
        assert {api.content.get_state(page) for page in documents} == {"published"}

    def test_folders_are_named_in_the_language_of_the_site(self, demo):
        site, _lines = demo
        assert api.portal.get_default_language() == "cs"
        for name, (title, *_rest) in SECTIONS.items():
            assert site[TOWNS[0]][name].title == translate(title, "cs")

    def test_log_tells_of_every_town(self, demo):
        _site, lines = demo
        assert len(lines) == len(TOWNS)

    def test_navigation_names_the_towns(self, demo):
        site, _lines = demo
        tabs = CatalogNavigationTabs(site, site.REQUEST).topLevelTabs()
        titles = {template.id: template.title for template in shipped_templates()}
        assert [tab["name"] for tab in tabs if tab["id"].startswith("mesto-")] == [
            titles[name] for name in TOWNS
        ]

    def test_home_page_leads_to_the_sections(self, demo):
        site, _lines = demo
        page = site[site.getDefaultPage()]
        assert api.content.get_state(page) == "published"
        for name in TOWNS:
            assert f'href="{name}"' in page.text.raw

    def test_no_user_is_created(self, demo):
        site, _lines = demo
        assert list(site.acl_users.source_users.listUserIds()) == []

    def test_stock_content_has_the_simple_workflow(self, demo):
        site, _lines = demo
        chain = site.portal_workflow.getDefaultChain()
        assert chain == ("simple_publication_workflow",)
