"""What all retries could not write is told as such: nothing was saved, send it again."""

from kpss.addon.interfaces import IKpssContent
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.interfaces import IDexterityContent
from tests.plone.rights.conftest import browser_of
from tests.plone.rights.conftest import Town
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import pytest
import transaction


@pytest.fixture(scope="class")
def places(functional_portal_class):
    """One of ours and a stock page."""
    portal = functional_portal_class
    with api.env.adopt_roles(["Manager"]):
        town = Town(portal)
        document = api.content.create(portal, "Document", id="stranka", title="Stránka")
    transaction.commit()
    return {"ours": town["seniori"], "stock": document}


@pytest.fixture
def conflicts(places):
    """Whatever is saved ends in a conflict, at each retry; answers how often."""
    tried = []

    def conflict(obj, event):
        tried.append(obj.getId())
        raise ConflictError("forced")

    sites, wanted = getGlobalSiteManager(), (IDexterityContent, IObjectModifiedEvent)
    sites.registerHandler(conflict, wanted)
    yield tried
    sites.unregisterHandler(conflict, wanted)


@pytest.fixture
def saved(functional_portal_class, places, conflicts):
    """The page after an edit form with another title was sent."""

    def opened(name, field):
        browser = browser_of(
            functional_portal_class, SITE_OWNER_NAME, SITE_OWNER_PASSWORD
        )
        browser.addHeader("Accept", "text/html")
        browser.handleErrors, browser.raiseHttpErrors = True, False
        browser.open(f"{places[name].absolute_url()}/edit")
        browser.getControl(name=f"form.widgets.{field}").value = "Jinak"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        return browser

    return opened


class TestConflict:
    def test_says_that_nothing_was_saved_and_what_to_do(self, saved, places, conflicts):
        browser = saved("ours", "subtitle")
        assert len(conflicts) > 1
        assert browser.headers["Status"].startswith("503")
        assert browser.headers["Retry-After"] == "1"
        assert "Others are writing here just now" in browser.contents
        assert "what you typed goes with it" in browser.contents
        assert "ConflictError" not in browser.contents
        # A whole page of the site, with its ways out
        assert 'id="portal-logo"' in browser.contents
        assert IKpssContent.providedBy(places["ours"])
        assert places["ours"].subtitle != "Jinak"

    def test_a_page_that_is_not_ours_is_answered_as_by_the_site(self, saved, places):
        browser = saved("stock", "IDublinCore.title")
        assert browser.headers["Status"].startswith("500")
        assert "Others are writing here" not in browser.contents
        assert "sorry, but there seems to be an error" in browser.contents
        assert places["stock"].title == "Stránka"
