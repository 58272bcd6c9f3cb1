"""What the groups may do, in the body, in the process, and nowhere else."""

from datetime import date
from freezegun import freeze_time
from kpss.addon.bodies.rights.localroles import BodyRoles
from kpss.addon.bodies.rights.localroles import ProcessRoles
from plone import api
from Products.CMFCore.indexing import processQueue
from tests.plone.rights.conftest import may
from tests.plone.rights.conftest import Town
from zExceptions import BadRequest
import pytest


VIEW = "View"
EDIT = "Modify portal content"
ADD = "Add portal content"
ADD_PAGE = "plone.app.contenttypes: Add Document"
DELETE = "Delete objects"
PUBLISH = "Review portal content"
MANAGE = "kpss.addon: Manage Process"
SHARE = "Sharing page: Delegate roles"
MEMBERS = "kpss.addon: Manage Members"
ROSTER = "kpss.addon: View Roster"


@pytest.fixture
def internal(town):
    """The town with two internal groups, each with a page; the process is public."""
    api.content.transition(town.process, "publish")
    for body_id in ("seniori", "rodiny"):
        api.content.transition(town[body_id], "hide")
        town.page(body_id)
    return town


@pytest.mark.parametrize("function", [None, "zapis"])
def test_members_read_their_group_and_nothing_else(internal, function):
    internal.sit("seniori", "jana", function)
    group, page = internal["seniori"], internal["seniori"]["zapis"]
    for obj in (group, page):
        assert may("jana", VIEW, obj)
        for permission in (EDIT, ADD, DELETE, PUBLISH, SHARE, MEMBERS, MANAGE):
            assert not may("jana", permission, obj), permission
    assert may("jana", ROSTER, group)
    assert not may("jana", VIEW, internal["rodiny"])
    assert not may("jana", VIEW, internal["rodiny"]["zapis"])
    assert not may("jana", ROSTER, internal["ks"])


def test_permanent_guest_reads_nothing_of_the_group(internal):
    """Guests get what they are sent; that a meeting is held, they may know."""
    internal.sit("seniori", "jana", "host")
    group = internal["seniori"]
    meeting = api.content.create(group, "kpss.Meeting", id="jednani", title="Jednání")
    for obj in (group, group["zapis"]):
        assert not may("jana", VIEW, obj), obj
    assert not may("jana", ROSTER, group)
    assert may("jana", VIEW, meeting)
    assert not may("jana", "kpss.addon: View Meeting Inside", meeting)
    assert not any(may("jana", VIEW, item) for item in meeting.objectValues())


@pytest.mark.parametrize(
    "where, function", [("odbor", "koordinator"), ("odbor", "metodik"), ("ks", None)]
)
def test_guest_keeps_what_something_else_gives(internal, where, function):
    """BER-49: in Beroun the coordinator and the methodologist are guests of the group."""
    internal.rules("seniori", permanent_guests=["koordinator", "metodik"])
    internal.sit(where, "marta", function)
    if where == "ks":
        internal.sit("seniori", "marta")
    internal.sit("seniori", "marta", "host")
    group = internal["seniori"]
    meeting = api.content.create(group, "kpss.Meeting", id="jednani", title="Jednání")
    assert may("marta", VIEW, group)
    assert may("marta", "kpss.addon: View Meeting Inside", meeting)


def test_substitute_reads_the_group(internal):
    member = internal.sit("seniori", "jana")
    internal.sit("seniori", "petr", substitute_of=member.getId())
    assert may("petr", VIEW, internal["seniori"]["zapis"])
    assert not may("petr", EDIT, internal["seniori"]["zapis"])


@pytest.fixture
def led(internal):
    """The seniors have a leader with rules, a member and a page."""
    internal.sit("seniori", "vera", "vedouci")
    internal.sit("seniori", "jana")
    internal.rules("seniori")
    return internal


def test_leader_edits_the_page_of_the_group_and_its_pages(led):
    group = led["seniori"]
    for obj in (group, group["zapis"]):
        assert may("vera", VIEW, obj)
        assert may("vera", EDIT, obj)
    assert may("vera", ADD_PAGE, group)
    with api.env.adopt_user(username="vera"):
        api.content.create(group, "Document", title="Pozvánka")


def test_leader_does_not_delete_publish_or_share_the_group(led):
    group = led["seniori"]
    for permission in (PUBLISH, MANAGE, MEMBERS, SHARE):
        assert not may("vera", permission, group), permission
    assert not may("vera", SHARE, group["zapis"])
    with api.env.adopt_user(username="vera"):
        offered = [
            one["id"] for one in led.portal.portal_workflow.getTransitionsFor(group)
        ]
    assert not offered


def test_leader_deletes_pages_of_the_group_but_not_the_group(led):
    """A group that has a leader has a membership, and what has one is only closed."""
    group = led["seniori"]
    with api.env.adopt_user(username="vera"):
        api.content.delete(group["zapis"])
        assert "zapis" not in group
        with pytest.raises(BadRequest):
            api.content.delete(group)
    assert "seniori" in led.process["bodies"]


def test_leader_does_not_publish_pages(led):
    with api.env.adopt_user(username="vera"):
        tool = led.portal.portal_workflow
        page = led["seniori"]["zapis"]
        assert {one["id"] for one in tool.getTransitionsFor(page)} <= {
            "submit",
            "retract",
        }


def test_leader_edits_neither_rules_nor_memberships(led):
    group = led["seniori"]
    kept = [
        one
        for one in group.objectValues()
        if one.portal_type in ("kpss.Rules", "kpss.Membership")
    ]
    assert len(kept) == 3
    for obj in kept:
        for permission in (EDIT, DELETE):
            assert not may("vera", permission, obj), (obj.portal_type, permission)
    for permission in ("kpss.addon: Add Rules", "kpss.addon: Add Membership"):
        assert not may("vera", permission, group)


def test_leader_has_nothing_in_another_group_nor_outside(led):
    for obj in (led["rodiny"], led["rodiny"]["zapis"]):
        assert not may("vera", VIEW, obj)
    for obj in (led.process, led.bodies, led.portal, led["ks"]):
        for permission in (EDIT, ADD, DELETE, MANAGE):
            assert not may("vera", permission, obj), (obj, permission)


def test_elected_chair_has_only_what_a_member_has(internal):
    """PRA-14"""
    internal.sit(
        "komise",
        "eva",
        "predseda-komise",
        since=date(2024, 1, 1),
        appointed_on=date(2024, 2, 1),
    )
    body = internal["komise"]
    with freeze_time("2024-01-31"):
        assert may("eva", ROSTER, body)
        assert not may("eva", EDIT, body)
    with freeze_time("2024-02-01"):
        assert may("eva", EDIT, body)


def test_function_called_as_a_group_of_all_members_gives_no_more(internal):
    internal.sit("seniori", "jana", "member")
    internal.sit("seniori", "petr")
    for user_id in ("jana", "petr"):
        assert may(user_id, VIEW, internal["seniori"])
        assert not may(user_id, EDIT, internal["seniori"])


def test_coordinator_manages_the_process_from_the_first_day(town):
    town.sit("odbor", "iva", "koordinator", since=date(2024, 3, 1))
    page = api.content.create(town.process, "Document", id="o-nas", title="O nás")
    with freeze_time("2024-02-29"):
        assert not may("iva", VIEW, town.process)
    with freeze_time("2024-03-01"):
        for permission in (VIEW, EDIT, MANAGE, MEMBERS, SHARE):
            assert may("iva", permission, town.process), permission
        assert may("iva", PUBLISH, page)
        assert may("iva", "kpss.addon: Add Body", town.bodies)
        assert may("iva", EDIT, town["ks"])
        assert not may("iva", EDIT, town.portal)
        with api.env.adopt_user(username="iva"):
            api.content.transition(town.process, "publish")
            api.content.create(town.bodies, "kpss.WorkingGroup", title="Nová")


@pytest.mark.parametrize("function, body", [("metodik", "ks"), ("garant", "odbor")])
def test_methodologist_and_guarantor_read_everything_and_decide_nothing(
    internal, function, body
):
    """BER-16, BER-18"""
    internal.sit(body, "marta", function)
    internal.sit("seniori", "jana")
    internal.rules("seniori")
    api.content.transition(internal.process, "hide")
    draft = api.content.create(internal.process, "Document", title="Koncept")
    tool = internal.portal.portal_workflow
    everything = [internal.process, draft]
    for section in ("bodies", "people", "providers"):
        everything += [
            internal.process[section],
            *internal.process[section].objectValues(),
        ]
    for one in internal.bodies.objectValues():
        everything += one.objectValues()
    assert {one.portal_type for one in everything} >= {
        "kpss.Membership",
        "kpss.Person",
        "kpss.Rules",
        "Document",
    }
    for obj in everything:
        assert may("marta", VIEW, obj), obj
        for permission in (EDIT, ADD, DELETE, PUBLISH, SHARE, MANAGE, MEMBERS):
            assert not may("marta", permission, obj), (obj, permission)
        with api.env.adopt_user(username="marta"):
            assert not tool.getTransitionsFor(obj), obj
    assert not may("marta", "kpss.addon: View Private Contact", internal.process)
    assert not may("marta", ROSTER, internal.portal)


@pytest.mark.parametrize(
    "body, function, roles",
    [
        ("odbor", "referent", {"KPSS Department Clerk"}),
        ("rada", "tajemnik", {"KPSS Council Secretary"}),
        ("ks", "zapis", set()),
        ("ks", "predseda", set()),
        ("seniori", "vedouci", set()),
        ("seniori", None, set()),
    ],
)
def test_role_in_the_process_by_the_function(town, body, function, roles):
    town.sit(body, "jana", function)
    user = town.portal.acl_users.getUserById("jana")
    found = {one for one in user.getRolesInContext(town.process) if "KPSS" in one}
    assert found == roles


def test_roles_of_the_process_end_with_it(town):
    other = Town(town.portal, id="zatec", municipality="Žatec")
    town.sit("odbor", "iva", "koordinator")
    town.sit("seniori", "iva", "vedouci")
    for obj in (other.process, other["ks"], other["seniori"]):
        assert not may("iva", VIEW, obj)


def test_stored_local_roles_stay_as_they_are(town):
    town.sit("seniori", "vera", "vedouci")
    assert "vera" not in (town["seniori"].__ac_local_roles__ or {})
    town.person("cizi")
    town["seniori"].manage_setLocalRoles("cizi", ["Reader"])
    town["seniori"].reindexObjectSecurity()
    assert may("cizi", VIEW, town["seniori"])


def test_every_group_is_named_though_nobody_is_in_it(town):
    uid = town["seniori"].UID()
    assert {one for one, _roles in BodyRoles(town["seniori"]).getAllRoles()} == {
        f"kpss:{uid}:{name}" for name in ("member", "substitute", "guest", "vedouci")
    }
    process = town.process.UID()
    assert {one for one, _roles in ProcessRoles(town.process).getAllRoles()} == {
        f"kpss:{process}:{name}"
        for name in ("koordinator", "garant", "metodik", "referent", "tajemnik")
    }


def test_copied_body_does_not_keep_the_groups_of_the_original(internal):
    internal.sit("rodiny", "jana")
    api.content.create(internal.bodies, "kpss.WorkingGroup", id="vzor", title="Vzor")
    copy = api.content.copy(internal["vzor"], internal.bodies, id="kopie")
    api.content.transition(copy, "hide")
    groups = {one for one, _roles in BodyRoles(copy).getAllRoles()}
    assert all(copy.UID() in one for one in groups)
    processQueue()
    catalog = internal.portal.portal_catalog
    (brain,) = catalog.unrestrictedSearchResults(UID=copy.UID())
    seen = catalog.getIndexDataForRID(brain.getRID())["allowedRolesAndUsers"]
    assert not [one for one in seen if internal["vzor"].UID() in one]
    assert [one for one in seen if copy.UID() in one]


def test_new_function_with_a_role_finds_what_was_there_before(town):
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    town.page("seniori")
    town.process.functions = [
        *town.process.functions,
        {"id": "druhy", "title": "Druhý garant", "kind": "guarantor"},
    ]
    notify(ObjectModifiedEvent(town.process))
    town.sit("ks", "olga", "druhy")
    with api.env.adopt_user(username="olga"):
        found = {brain.getId for brain in api.content.find(context=town.process)}
    assert {"beroun", "seniori", "zapis"} <= found
