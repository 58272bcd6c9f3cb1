"""Without the add-on people log in and share as on any site."""

from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
from tests.plone.rights.conftest import Town
import pytest


PLUGIN = "kpss_memberships"


@pytest.fixture
def uninstalled(functional_portal):
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    town = Town(functional_portal)
    town.sit("odbor", "iva", "koordinator")
    api.user.grant_roles(username="iva", roles=["Editor", "Site Administrator"])
    api.content.create(functional_portal, "Document", id="stranka", title="Stránka")
    applyProfile(functional_portal, "kpss.addon:uninstall")
    return functional_portal


def active(portal) -> list[str]:
    plugins = portal.acl_users.plugins
    return [
        info["id"]
        for info in plugins.listPluginTypeInfo()
        if PLUGIN in plugins.listPluginIds(info["interface"])
    ]


def test_installing_activates_the_plugin_after_the_others(portal):
    """Behind those that look for the roles of groups."""
    assert len(active(portal)) == 4
    assert portal.acl_users.plugins.listPluginIds(IRolesPlugin)[-1] == PLUGIN


def test_installing_twice_adds_it_once(portal):
    login(portal.aq_parent, SITE_OWNER_NAME)
    before = active(portal)
    applyProfile(portal, "kpss.addon:default")
    assert active(portal) == before


def test_plugin_is_gone(uninstalled):
    assert PLUGIN not in uninstalled.acl_users.objectIds()
    assert active(uninstalled) == []


def test_users_log_in_and_share(uninstalled, browse):
    browser = browse("iva")
    site = uninstalled.absolute_url()
    for path in (
        "",
        "/@@personal-information",
        "/stranka/@@sharing",
        "/beroun/@@sharing",
    ):
        browser.open(site + path)
        assert browser.url == site + path


def test_former_coordinator_has_no_rights_from_it(uninstalled):
    user = uninstalled.acl_users.getUserById("iva")
    assert not [one for one in user.getGroups() if one.startswith("kpss:")]
    assert not [
        one for one in user.getRolesInContext(uninstalled["beroun"]) if "KPSS" in one
    ]


def test_installing_again_gives_the_rights_back(uninstalled):
    applyProfile(uninstalled, "kpss.addon:default")
    user = uninstalled.acl_users.getUserById("iva")
    assert "KPSS Coordinator" in user.getRolesInContext(uninstalled["beroun"])
