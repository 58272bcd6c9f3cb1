"""Plone's test layers; the tests beside this folder need no Plone."""

from kpss.addon.testing import FUNCTIONAL_TESTING
from kpss.addon.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


globals().update(
    fixtures_factory(((INTEGRATION_TESTING, "integration"), (FUNCTIONAL_TESTING, "functional")))
)
