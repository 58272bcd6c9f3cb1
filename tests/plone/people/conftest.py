"""The process of the memberships' tests, committed for browsers and REST."""

from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.kept import keep
from tests.plone.membership.conftest import add_member
from tests.plone.membership.conftest import fill
import pytest


@pytest.fixture
def process(portal):
    with api.env.adopt_roles(["Manager"]):
        yield fill(portal)


@pytest.fixture
def town(functional_portal):
    """A public process with one member in the working group."""
    portal = functional_portal

    def make():
        process = fill(portal)
        api.content.transition(process, "publish")
        add_member(process["bodies"]["ps"], "jana", function="vedouci")

    login(portal.aq_parent, SITE_OWNER_NAME)
    keep(portal, "town with one member", make)
    login(portal, TEST_USER_NAME)
    return portal["mesto"]
