"""A town whose people have accounts."""

from datetime import date
from functools import partial
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.testing.zope import Browser
import pytest
import transaction


PASSWORD = "Tajemstvi-12345"
FUNCTIONS = [
    {"id": "vedouci", "title": "Vedoucí", "kind": "leader"},
    {"id": "predseda", "title": "Předsedkyně", "kind": "chair", "body": "ks"},
    {"id": "predseda-komise", "title": "Předseda", "kind": "chair", "body": "komise"},
    {"id": "koordinator", "title": "Koordinátor", "kind": "coordinator"},
    {"id": "garant", "title": "Garant", "kind": "guarantor", "body": "odbor"},
    {"id": "metodik", "title": "Metodik", "kind": "methodologist"},
    {"id": "referent", "title": "Referentka", "kind": "clerk", "body": "odbor"},
    {"id": "tajemnik", "title": "Tajemnice", "kind": "secretary", "body": "rada"},
    {"id": "zapis", "title": "Zapisovatel", "kind": "secretary", "body": "ks"},
    {"id": "host", "title": "Stálý host", "kind": "permanent_guest"},
    # Called as the groups that every body has
    {"id": "member", "title": "Vedoucí člen", "kind": "chair"},
]
BODIES = [
    ("rada", "Rada", "council"),
    ("komise", "Komise", "commission"),
    ("odbor", "Odbor", "department"),
    ("ks", "Koordinační skupina", "steering"),
    ("seniori", "Senioři", "working_group"),
    ("rodiny", "Rodiny", "working_group"),
]
#: Leaders of working groups are members of the steering group (BER-63).
LEADERS = [{"kind": "leaders_of_working_groups"}]


def browser_of(portal, user: str | None = None, password: str = PASSWORD) -> Browser:
    """A browser of an account of the town, or of a visitor; commits what was made."""
    transaction.commit()
    browser = Browser(portal.aq_parent)
    if user:
        browser.addHeader("Authorization", f"Basic {user}:{password}")
    return browser


class Town:
    """A process and short ways to put people into it."""

    def __init__(self, portal, id="beroun", municipality="Beroun", container=None):
        self.portal = portal
        self.process = api.content.create(
            portal if container is None else container,
            "kpss.Process",
            id=id,
            title="Plánování",
            municipality=municipality,
            functions=[dict(row) for row in FUNCTIONS],
        )
        self.bodies = self.process["bodies"]
        for body_id, title, kind in BODIES:
            is_group = kind == "working_group"
            createContentInContainer(
                self.bodies,
                "kpss.WorkingGroup" if is_group else "kpss.Body",
                id=body_id,
                title=title,
                kind=kind,
            )
        self.rules("ks", ex_officio=[dict(row) for row in LEADERS])
        self.rules("komise", leader_confirmed_by="rada")

    @classmethod
    def of(cls, process):
        """A process that is there already."""
        town = cls.__new__(cls)
        town.portal = api.portal.get()
        town.process, town.bodies = process, process["bodies"]
        return town

    def __getitem__(self, body_id):
        return self.bodies[body_id]

    def rules(self, body_id, **values):
        body = self.bodies[body_id]
        return createContentInContainer(body, "kpss.Rules", title="Pravidla", **values)

    def person(self, user_id):
        """The person of an account; both are made when there are none."""
        if api.user.get(userid=user_id) is None:
            api.user.create(
                username=user_id, email=f"{user_id}@mesto.example", password=PASSWORD
            )
        people = self.process["people"]
        for person in people.objectValues():
            if person.user_id == user_id:
                return person
        return createContentInContainer(
            people,
            "kpss.Person",
            given_name="Jana",
            family_name=user_id.capitalize(),
            user_id=user_id,
        )

    def sit(self, body_id, user_id, function=None, since=date(2020, 1, 1), **values):
        """A membership of the person with the account."""
        return createContentInContainer(
            self.bodies[body_id],
            "kpss.Membership",
            person=self.person(user_id).getId(),
            function=function,
            valid_from=since,
            **values,
        )

    def page(self, body_id, id="zapis"):
        """An internal page of the body: a stock page that is private."""
        return api.content.create(
            self.bodies[body_id], "Document", id=id, title="Interní poznámky"
        )


def may(user_id, permission, obj):
    """Whether the user has the permission now; nothing is remembered from before."""
    forget(obj)
    with api.env.adopt_user(username=user_id):
        return bool(api.user.has_permission(permission, obj=obj))


def forget(obj):
    """Throw away what was remembered on the request, as the next request would."""
    from zope.annotation.interfaces import IAnnotations

    annotations = IAnnotations(obj.REQUEST)
    for key in list(annotations):
        if key.startswith("borg.localrole"):
            del annotations[key]


@pytest.fixture
def town(portal):
    with api.env.adopt_roles(["Manager"]):
        yield Town(portal)


@pytest.fixture
def town_on_server(functional_portal):
    with api.env.adopt_roles(["Manager"]):
        yield Town(functional_portal)


@pytest.fixture
def browse(functional_portal):
    """``browse(user)``: a browser of the user; commits what was made so far."""
    return partial(browser_of, functional_portal)
