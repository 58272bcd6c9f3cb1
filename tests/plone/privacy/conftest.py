"""The marked town, built once for a class."""

from plone import api
from tests.plone.privacy.town import Town
import pytest
import transaction


@pytest.fixture(scope="class")
def town(functional_portal_class):
    with api.env.adopt_roles(["Manager"]):
        town = Town(functional_portal_class)
    transaction.commit()
    return town
