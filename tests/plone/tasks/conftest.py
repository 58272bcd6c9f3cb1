"""A town with people who are responsible for tasks, and a resolution that imposes them."""

from datetime import date
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.restapi.testing import RelativeSession
from tests.plone.kept import keep
from tests.plone.rights.conftest import PASSWORD
from tests.plone.rights.conftest import Town
from tests.plone.roster.town import session
import pytest
import transaction


#: Accounts: body and function.
PEOPLE = {
    "koordinatorka": ("odbor", "koordinator"),
    "garantka": ("odbor", "garant"),
    "predsedkyne": ("ks", "predseda"),
    "clenka-ks": ("ks", None),
    "vedouci": ("seniori", "vedouci"),
    "clenka": ("seniori", None),
    "cizi": ("rodiny", None),
}
DAY = date(2026, 3, 2)


def add_resolution(body, title, *, on=DAY, until="adopt", **fields):
    """A resolution in the state after ``until``: None, adopt, publish."""
    made = createContentInContainer(
        body, "kpss.Resolution", title=title, decided_on=on, **fields
    )
    for transition in ("adopt", "publish"):
        if until is not None:
            api.content.transition(made, transition)
        if until == transition:
            break
    return made


def add_task(process, title="Úkol", **fields):
    return createContentInContainer(
        process["tasks"], "kpss.Task", title=title, **{"body": "seniori", **fields}
    )


def build(portal) -> Town:
    town = Town(portal)
    for user_id, (body, function) in PEOPLE.items():
        town.sit(body, user_id, function)
    api.content.transition(town.process, "publish")
    return town


@pytest.fixture(scope="class")
def town(functional_portal_class):
    portal = functional_portal_class
    with api.env.adopt_user(username=SITE_OWNER_NAME), api.env.adopt_roles(["Manager"]):
        keep(portal, "town with tasks", lambda: build(portal))
    return Town.of(portal["beroun"])


@pytest.fixture
def written(town):
    """What is written in a test is committed, so that sessions see it."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        yield town
    transaction.commit()


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
