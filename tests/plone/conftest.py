"""Plone's test layers; the tests beside this folder need no Plone."""

from kpss.addon.testing import FUNCTIONAL_TESTING
from kpss.addon.testing import INTEGRATION_TESTING
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
from plone.testing.zope import Browser
from pytest_plone import fixtures_factory
import pytest


globals().update(
    fixtures_factory(
        ((INTEGRATION_TESTING, "integration"), (FUNCTIONAL_TESTING, "functional"))
    )
)


@pytest.fixture
def visitor(functional_app):
    """A browser of somebody who is not logged in."""
    browser = Browser(functional_app)
    browser.handleErrors = False
    return browser


@pytest.fixture
def manager(functional_app):
    """A browser of the site's owner."""
    browser = Browser(functional_app)
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.handleErrors = False
    return browser


@pytest.fixture
def rest(functional_portal):
    """A REST session of the site's owner; addresses are relative to the site."""
    session = RelativeSession(functional_portal.absolute_url())
    session.headers["Accept"] = "application/json"
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield session
    session.close()


@pytest.fixture
def anonymous_rest(functional_portal):
    """A REST session of nobody."""
    session = RelativeSession(functional_portal.absolute_url())
    session.headers["Accept"] = "application/json"
    yield session
    session.close()
