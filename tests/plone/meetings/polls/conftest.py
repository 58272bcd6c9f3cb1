"""The group of seniors with people to be asked, and its polls."""

from kpss.addon.meetings.polling.kept import KEY
from plone import api
from tests.plone.meetings.mailing import add_people
from tests.plone.meetings.mailing import open_post
from tests.plone.meetings.polling import begun
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import setRequest
import pytest
import transaction


@pytest.fixture
def post(town, functional_portal_class, tmp_path, monkeypatch):
    setRequest(town.process.REQUEST)
    return open_post(functional_portal_class, tmp_path, monkeypatch)


@pytest.fixture(scope="class")
def people(town):
    """UIDs of people by what is special about them."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        seats = add_people(town)
    transaction.commit()
    section = town.process["people"]
    return {name: section[one.person].UID() for name, one in seats.items()}


@pytest.fixture
def body(people, post, written):
    """Without any polls."""
    IAnnotations(written["seniori"]).pop(KEY, None)
    transaction.commit()
    return written["seniori"]


@pytest.fixture
def poll(body):
    found = begun(body)
    transaction.commit()
    return found
