"""A process in which a working group's leader sits in the steering group by rule."""

from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest


FUNCTIONS = [
    {"id": "predseda", "title": "Předsedkyně", "kind": "chair"},
    {"id": "vedouci", "title": "Vedoucí", "kind": "leader"},
]
PARTIES = [
    {"id": "zadavatel", "title": "zadavatel"},
    {"id": "uzivatel", "title": "uživatel služeb", "private": True},
]
BY_OFFICE = {
    "kind": "leaders_of_working_groups",
    "function": None,
    "body": None,
    "seats": None,
    "note": None,
}


@pytest.fixture
def process(portal):
    with api.env.adopt_roles(["Manager"]):
        process = api.content.create(
            portal,
            "kpss.Process",
            id="mesto",
            title="Plánování",
            municipality="Město",
            functions=FUNCTIONS,
            parties=PARTIES,
        )
        bodies = process["bodies"]
        steering = api.content.create(
            bodies, "kpss.Body", id="ks", title="Koordinační skupina", kind="steering"
        )
        api.content.create(
            bodies, "kpss.WorkingGroup", id="ps", title="Senioři", kind="working_group"
        )
        api.content.create(
            steering, "kpss.Rules", id="rad", title="Řád", ex_officio=[BY_OFFICE]
        )
        yield process


@pytest.fixture
def person(process):
    """Makes a person; keyword arguments are its fields."""

    def make(given_name, family_name, **fields):
        return createContentInContainer(
            process["people"],
            "kpss.Person",
            given_name=given_name,
            family_name=family_name,
            **fields,
        )

    return make


@pytest.fixture
def member(process):
    """Makes a membership of a person in the body with an id."""

    def make(person, body, valid_from, **fields):
        return createContentInContainer(
            process["bodies"][body],
            "kpss.Membership",
            person=person.getId(),
            valid_from=valid_from,
            **fields,
        )

    return make
