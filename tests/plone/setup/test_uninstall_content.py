"""After uninstalling, content stays readable: in the browser, over REST, and as objects."""

from Acquisition import aq_base
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield import RichTextValue
from plone.dexterity.content import Container
from plone.testing.zope import Browser
import json
import pytest
import transaction


PATHS = {
    "mesto": "Plánování",
    "mesto/bodies": "Bodies and working groups",
    "mesto/bodies/rs": "Řídicí skupina",
    "mesto/bodies/rs/rules": "Pravidla jednání",
    "mesto/providers/kraj": "Kraj",
}


@pytest.fixture
def uninstalled(functional_portal):
    """A site with a process, from which the add-on was removed."""
    portal = functional_portal
    login(portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
    )
    process.manage_setLocalRoles("nekdo", ["KPSS Coordinator", "Reader"])
    body = api.content.create(
        process["bodies"],
        "kpss.Body",
        id="rs",
        title="Řídicí skupina",
        kind="steering",
        tasks=["plánovat", "hodnotit"],
        mission=RichTextValue("<p>Řídí proces.</p>", "text/html", "text/x-html-safe"),
    )
    api.content.create(body, "kpss.Rules", id="rules", title="Pravidla jednání")
    api.content.create(
        process["providers"], "kpss.Organisation", id="kraj", title="Kraj"
    )
    api.content.transition(process, "publish")
    applyProfile(portal, "kpss.addon:uninstall")
    transaction.commit()
    return portal


@pytest.fixture
def browser(functional_app):
    browser = Browser(functional_app)
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.handleErrors = False
    return browser


def test_everything_opens_in_the_browser_with_its_texts(uninstalled, browser):
    for path, title in PATHS.items():
        browser.open(f"{uninstalled.absolute_url()}/{path}")
        assert title in browser.contents
    browser.open(f"{uninstalled.absolute_url()}/mesto/bodies/rs")
    for text in ("Řídí proces.", "plánovat", "hodnotit"):
        assert text in browser.contents


def test_containers_still_show_what_they_hold(uninstalled):
    assert list(uninstalled["mesto"]["bodies"].objectIds()) == ["rs"]


def test_everything_opens_over_rest(uninstalled, browser):
    browser.addHeader("Accept", "application/json")
    for path, title in PATHS.items():
        browser.open(f"{uninstalled.absolute_url()}/{path}")
        assert json.loads(browser.contents)["title"] == title


def test_objects_need_no_class_of_ours(uninstalled):
    for path in PATHS:
        obj = uninstalled.unrestrictedTraverse(path)
        assert type(aq_base(obj)).__module__ == "plone.dexterity.content"


def test_nobody_coordinates_any_more(uninstalled):
    local = uninstalled["mesto"].__ac_local_roles__
    assert local["nekdo"] == ["Reader"]


def test_types_without_content_are_gone(uninstalled):
    assert "kpss.WorkingGroup" not in uninstalled.portal_types
    assert "kpss.Body" in uninstalled.portal_types


def test_installing_again_makes_the_content_ours(uninstalled):
    applyProfile(uninstalled, "kpss.addon:default")
    body = uninstalled["mesto"]["bodies"]["rs"]
    assert type(aq_base(body)).__module__ == "kpss.addon.bodies.body"
    assert body.kind == "steering"
    assert isinstance(body, Container)
