"""A town whose groups meet; what the tests of meetings, votes and minutes share."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.progress import perform
from kpss.addon.meetings.times import now
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.restapi.testing import RelativeSession
from tests.plone.kept import keep
from tests.plone.rights.conftest import PASSWORD
from tests.plone.rights.conftest import Town
from tests.plone.roster.town import session
from zope.globalrequest import setRequest
import pytest
import transaction


#: Accounts: body and function.
PEOPLE = {
    "koordinatorka": ("odbor", "koordinator"),
    "referentka": ("odbor", "referent"),
    "predsedkyne": ("ks", "predseda"),
    "clen-ks": ("ks", None),
    "clenka-ks": ("ks", None),
    "vedouci": ("seniori", "vedouci"),
    "clenka": ("seniori", None),
    "cizi": ("rodiny", None),
}
#: Rules of the group that the tests ask about most.
RULES = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "present",
    "meetings_public": "public",
}


def add_meeting(body, *, days=14, hour=15, **fields):
    """A planned meeting so many days from today."""
    start = now().replace(hour=hour, minute=0, second=0, microsecond=0)
    fields = {"start": start + timedelta(days=days), "place": "Radnice", **fields}
    return createContentInContainer(body, "kpss.Meeting", **fields)


def add_item(meeting, title="Návrh plánu", **fields):
    return createContentInContainer(meeting, "kpss.AgendaItem", title=title, **fields)


def bring(meeting, *transitions):
    """Move it on whatever the rules say: to what a test is about."""
    for transition in transitions:
        perform(meeting, transition)
    return meeting


def at(year, month, day, hour=15) -> datetime:
    return now().replace(
        year=year, month=month, day=day, hour=hour, minute=0, second=0, microsecond=0
    )


def build(portal) -> Town:
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Prague")
    town = Town(portal)
    for user_id, (body, function) in PEOPLE.items():
        town.sit(body, user_id, function, since=date(2020, 1, 1))
    town.rules("seniori", **RULES)
    api.content.transition(town.process, "publish")
    return town


@pytest.fixture(scope="class")
def town(functional_portal_class):
    portal = functional_portal_class
    with api.env.adopt_user(username=SITE_OWNER_NAME), api.env.adopt_roles(["Manager"]):
        keep(portal, "town with meetings", lambda: build(portal))
    return Town.of(portal["beroun"])


@pytest.fixture
def written(town):
    """What is written in a test is committed, so that sessions see it."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        yield town
    transaction.commit()


@pytest.fixture(scope="class")
def people(town):
    """Memberships in the group of seniors, see ``mailing.add_people``."""
    from tests.plone.meetings.mailing import add_people

    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        found = add_people(town)
    transaction.commit()
    return found


@pytest.fixture
def post(town, functional_portal_class, tmp_path, monkeypatch):
    """The post office, see ``tests.plone.notices``."""
    from tests.plone.meetings.mailing import open_post

    # A browser of the test before has put its own away
    setRequest(town.process.REQUEST)
    return open_post(functional_portal_class, tmp_path, monkeypatch)


@pytest.fixture(scope="class")
def as_user(town, functional_portal_class):
    """Sessions of accounts; None: nobody."""
    sessions = {}

    def found(name, accept="application/json"):
        if name not in sessions:
            made = RelativeSession(functional_portal_class.absolute_url())
            if name == "owner":
                made = session(functional_portal_class, user="owner")
            elif name is not None:
                made.auth = (name, PASSWORD)
            sessions[name] = made
        sessions[name].headers["Accept"] = accept
        return sessions[name]

    yield found
    for one in sessions.values():
        one.close()
