"""A process with two bodies, two people and what they are."""

from plone import api
from plone.dexterity.utils import createContentInContainer
import datetime
import pytest


FUNCTIONS = [
    {"id": "vedouci", "title": "vedoucí", "kind": "leader", "body": None},
    {"id": "predseda-rs", "title": "předseda", "kind": "chair", "body": "rs"},
]
PARTIES = [{"id": "zadavatele", "title": "Zadavatel", "private": False}]


def fill(portal):
    """The process; called inside the roles of a Manager."""
    process = api.content.create(
        portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        functions=FUNCTIONS,
        parties=PARTIES,
        units=[{"id": "stred", "title": "Střed"}],
    )
    bodies, people = process["bodies"], process["people"]
    api.content.create(bodies, "kpss.WorkingGroup", id="ps", title="Senioři")
    api.content.create(bodies, "kpss.Body", id="rs", title="Řídicí skupina")
    api.content.create(process["providers"], "kpss.Organisation", id="dum", title="Dům")
    api.content.create(
        people, "kpss.Person", id="jana", given_name="Jana", family_name="Nováková"
    )
    api.content.create(
        people, "kpss.Person", id="petr", given_name="Petr", family_name="Čáp"
    )
    return process


def add_member(body, person, **values):
    """A membership since 2024."""
    values = {"valid_from": datetime.date(2024, 1, 1), "basis": "other", **values}
    # plone.api takes no field called function
    return createContentInContainer(body, "kpss.Membership", person=person, **values)


@pytest.fixture
def process(portal):
    with api.env.adopt_roles(["Manager"]):
        yield fill(portal)
