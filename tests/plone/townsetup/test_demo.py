"""The distribution ``kpss-demo``, here with one town: a Czech site with a public section."""

from AccessControl.SecurityManagement import newSecurityManager
from kpss.addon.i18n import translate
from kpss.addon.process.sections import SECTIONS
from kpss.addon.townsetup import demo as demo_module
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.distribution.api import distribution
from plone.distribution.api import site as site_api
from zope.component.hooks import setSite
import logging
import pytest


TOWN = "namest"
ANSWERS = {
    "site_id": "ukazka",
    "title": "Město – intranet a web",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": True,
}


@pytest.fixture(scope="class")
def demo(functional_app_class):
    """The site as the screen of new sites makes it, with the lines of its log."""
    app = functional_app_class
    owner = app.acl_users.getUserById(SITE_OWNER_NAME)
    newSecurityManager(None, owner.__of__(app.acl_users))
    # As in zope.conf; with the layer's 400 objects the new site is put away too soon
    app._p_jar._cache.cache_size = 30_000
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    demo_module.logger.addHandler(handler)
    demo_module.logger.setLevel(logging.INFO)
    one_town = [one for one in shipped_templates() if one.id == TOWN]
    patch = pytest.MonkeyPatch()
    patch.setattr(demo_module, "shipped_templates", lambda: one_town)
    try:
        created = site_api.create(app, "kpss-demo", ANSWERS)
        setSite(created)
        yield created, lines
    finally:
        patch.undo()
        demo_module.logger.removeHandler(handler)
        setSite(None)


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
    def test_town_has_a_public_section(self, demo):
        site, _lines = demo
        assert api.content.get_state(site[TOWN]) == "public"
        pages = site[TOWN].objectValues()
        documents = [page for page in pages if page.portal_type == "Document"]
        assert documents
        assert {api.content.get_state(page) for page in documents} == {"published"}

    def test_folders_are_named_in_the_language_of_the_site(self, demo):
        site, _lines = demo
        assert api.portal.get_default_language() == "cs"
        for name, (title, *_rest) in SECTIONS.items():
            assert site[TOWN][name].title == translate(title, "cs")

    def test_log_tells_how_many_people_the_town_has(self, demo):
        site, lines = demo
        people = len(site[TOWN]["people"].objectIds())
        assert people > 20
        assert len(lines) == 1
        assert f"{people} people" in lines[0]

    def test_home_page_leads_to_the_section(self, demo):
        site, _lines = demo
        page = site[site.getDefaultPage()]
        assert api.content.get_state(page) == "published"
        assert f'href="{TOWN}"' in page.text.raw

    def test_home_page_says_that_all_people_are_invented(self, demo):
        site, _lines = demo
        text = site[site.getDefaultPage()].text.output
        assert "Všichni lidé v ukázce jsou vymyšlení" in text

    def test_no_user_is_created(self, demo):
        site, _lines = demo
        assert list(site.acl_users.source_users.listUserIds()) == []
        linked = [one.user_id for one in site[TOWN]["people"].objectValues()]
        assert not any(linked)

    def test_stock_content_has_the_simple_workflow(self, demo):
        site, _lines = demo
        chain = site.portal_workflow.getDefaultChain()
        assert chain == ("simple_publication_workflow",)
