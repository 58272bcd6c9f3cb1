"""State × role × permission of people, memberships, rules and pages of a body."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kpss.addon.process.roles import ROLES as OURS
from plone import api
from tests.plone.membership.conftest import add_member
from tests.plone.membership.conftest import fill
import datetime
import pytest


ROLES = {
    "Anonymous",
    "Authenticated",
    "Member",
    "Reader",
    "Editor",
    "Contributor",
    "Reviewer",
    "Owner",
    "Site Administrator",
    "Manager",
    *OURS,
}
COORDINATORS = {"Manager", "Site Administrator", "KPSS Coordinator"}
EXPERTS = COORDINATORS | {"KPSS Guarantor", "KPSS Methodologist"}
MEMBERS = EXPERTS | {"KPSS Body Member", "KPSS Body Chair"}
V, A = "View", "Access contents information"
M, D = "Modify portal content", "Delete objects"
S = "Sharing page: Delegate roles"

#: (what, state) → permission → who has it
TABLE = {
    ("person", "active"): {V: EXPERTS, A: EXPERTS, M: COORDINATORS, D: COORDINATORS},
    ("person", "archived"): {V: EXPERTS, A: EXPERTS, M: COORDINATORS, D: COORDINATORS},
    ("membership", "recorded"): {
        V: MEMBERS,
        A: MEMBERS,
        M: COORDINATORS,
        D: COORDINATORS,
    },
    ("membership", "annulled"): {
        V: EXPERTS,
        A: EXPERTS,
        M: COORDINATORS,
        D: COORDINATORS,
    },
    ("rules", "kept"): {V: ROLES, A: ROLES, M: COORDINATORS, D: COORDINATORS},
    ("body", "public"): {
        V: ROLES,
        M: COORDINATORS | {"Owner", "Editor", "KPSS Body Chair"},
        # For the pages in it; a body that has a member is not deleted by anybody
        D: COORDINATORS | {"KPSS Body Chair"},
        S: COORDINATORS,
    },
    ("body", "internal"): {
        V: MEMBERS | {"Owner", "Editor", "Reader", "Contributor", "Reviewer"},
        M: COORDINATORS | {"Owner", "Editor", "KPSS Body Chair"},
        # For the pages in it; a body that has a member is not deleted by anybody
        D: COORDINATORS | {"KPSS Body Chair"},
        S: COORDINATORS,
    },
    ("body", "archived"): {V: ROLES, M: COORDINATORS, D: COORDINATORS},
    ("body", "archived_internal"): {
        V: MEMBERS | {"Owner", "Editor", "Reader", "Contributor", "Reviewer"},
        M: COORDINATORS,
        D: COORDINATORS,
    },
}
WAYS = {
    "archived": ["archive"],
    "annulled": ["annul"],
    "internal": ["hide"],
    "archived_internal": ["hide", "archive_internal"],
}


@pytest.fixture
def contents(portal):
    """A public process: whatever is hidden is hidden by itself."""
    with api.env.adopt_roles(["Manager"]):
        process = fill(portal)
        api.content.transition(process, "publish")
        body = process["bodies"]["ps"]
        body.valid_to = datetime.date(2020, 1, 1)
        yield {
            "person": process["people"]["jana"],
            "membership": add_member(
                body, "jana", valid_from=datetime.date(2019, 1, 1)
            ),
            "rules": api.content.create(body, "kpss.Rules", id="rules", title="JŘ"),
            "body": body,
            "organisation": process["providers"]["dum"],
            "page": api.content.create(body, "Document", id="zapis", title="Zápis"),
        }


def having(permission, obj):
    """Roles that have the permission here, by themselves or as everybody."""
    roles = set(rolesForPermissionOn(permission, obj))
    return ROLES if "Anonymous" in roles else roles & ROLES


@pytest.mark.parametrize("what, state", TABLE, ids="-".join)
def test_who_may_do_what(contents, what, state):
    obj = contents[what]
    for transition in WAYS.get(state, ()):
        api.content.transition(obj, transition)
    assert api.content.get_state(obj) == state
    table = TABLE[what, state]
    assert {name: having(name, obj) for name in table} == table


@pytest.mark.parametrize(
    "what, transition", [("person", "archive"), ("membership", "annul")]
)
def test_what_was_hidden_by_mistake_comes_back(contents, what, transition):
    obj = contents[what]
    before = api.content.get_state(obj)
    api.content.transition(obj, transition)
    api.content.transition(obj, "restore")
    assert api.content.get_state(obj) == before


def test_internal_page_of_a_public_body_is_read_by_readers_of_the_body(contents):
    page = contents["page"]
    assert api.content.get_state(page) == "private"
    assert "Anonymous" not in having(V, page)
    assert "Reader" in having(V, page)


def test_provider_s_editor_edits_an_organisation_and_does_not_delete_it(contents):
    organisation = contents["organisation"]
    assert "KPSS Provider Editor" in having(M, organisation)
    assert "KPSS Provider Editor" not in having(D, organisation)
    assert "KPSS Provider Editor" not in having(M, contents["body"])


def test_provider_s_editor_is_given_on_the_organisation_only(contents):
    request = contents["body"].REQUEST

    def offered(obj):
        view = api.content.get_view("sharing", obj, request)
        return {role["id"] for role in view.roles()}

    assert "KPSS Provider Editor" in offered(contents["organisation"])
    assert "KPSS Provider Editor" not in offered(contents["body"])


KINDS = ["kpss.Person", "kpss.Membership"]


def found_by(*roles):
    """Types that a user with these roles of the whole site finds."""
    user = api.user.create(username="nekdo", email="nekdo@mesto.example")
    api.user.grant_roles(user=user, roles=list(roles))
    with api.env.adopt_user(user=user):
        return {brain.portal_type for brain in api.content.find(portal_type=KINDS)}


def test_roles_of_the_site_find_nobody(contents):
    assert found_by("Member", "Reader", "Editor", "Contributor", "Reviewer") == set()


def test_the_administrator_finds_people(contents):
    assert found_by("Site Administrator") == set(KINDS)
