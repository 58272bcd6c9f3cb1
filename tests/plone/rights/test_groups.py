"""Which groups a user has today."""

from Acquisition import aq_base
from datetime import date
from freezegun import freeze_time
from plone import api
from tests.plone.rights.conftest import Town
import pytest


def groups(user_id: str) -> set[str]:
    return {
        one
        for one in api.portal.get_tool("acl_users").getUserById(user_id).getGroups()
        if one.startswith("kpss:")
    }


def test_membership_gives_a_group_from_the_first_day_to_the_last(town):
    town.sit(
        "ks", "jana", since=date(2024, 3, 1), valid_to=date(2024, 6, 30)
    )  # both days belong to it
    group = {f"kpss:{town['ks'].UID()}:member"}
    for day, expected in (
        ("2024-02-29", set()),
        ("2024-03-01", group),
        ("2024-06-30", group),
        ("2024-07-01", set()),
    ):
        with freeze_time(day):
            assert groups("jana") == expected


def test_leader_of_a_working_group_is_a_member_of_the_steering_group(town):
    town.sit("seniori", "petr", "vedouci")
    group, steering = town["seniori"].UID(), town["ks"].UID()
    assert groups("petr") == {
        f"kpss:{group}:member",
        f"kpss:{group}:vedouci",
        f"kpss:{steering}:member",
        f"kpss:{town.process.UID()}:vedouci",
    }


def test_elected_chair_is_only_a_member_until_appointed(town):
    """PRA-14"""
    body = town["komise"].UID()
    chair = town.sit("komise", "eva", "predseda-komise", since=date(2024, 1, 1))
    assert groups("eva") == {f"kpss:{body}:member"}
    chair.appointed_on = date(2024, 2, 1)
    notify_modified(chair)
    with freeze_time("2024-01-31"):
        assert groups("eva") == {f"kpss:{body}:member"}
    with freeze_time("2024-02-01"):
        assert f"kpss:{body}:predseda-komise" in groups("eva")


def test_groups_are_the_same_whichever_way_the_users_are_reached(town):
    """Tools reach them through themselves; so does the list of groups of a user."""
    town.sit("ks", "jana")
    group = {f"kpss:{town['ks'].UID()}:member"}
    for place in (town.portal, town.portal.portal_groups, town["ks"]):
        user = place.acl_users.getUserById("jana")
        assert group <= set(user.getGroups())
    assert group <= set(town.portal.portal_groups.getGroupsForPrincipal(user))


def test_group_ends_when_the_account_is_unlinked(town):
    town.sit("ks", "jana")
    person = town.person("jana")
    person.user_id = None
    notify_modified(person)
    assert groups("jana") == set()


def test_group_ends_when_the_membership_is_annulled(town):
    membership = town.sit("ks", "jana")
    api.content.transition(membership, "annul")
    assert groups("jana") == set()


@pytest.mark.parametrize("user_id", ["nobody-knows", "", None, "kpss:x:member"])
def test_who_has_no_memberships_has_no_groups(town, user_id):
    plugin = town.portal.acl_users.kpss_memberships
    assert plugin.groups_of(user_id) == ()
    # Nor does it raise where there is no site around it
    assert aq_base(plugin).groups_of(user_id) == ()


def test_users_of_the_root_and_groups_get_no_groups_of_ours(town):
    owner = town.portal.aq_parent.acl_users.getUserById("admin")
    group = api.group.create("redaktori").getGroup()
    for principal in (owner, group):
        assert (
            town.portal.acl_users.kpss_memberships.getRolesForPrincipal(principal) == ()
        )
        assert not [one for one in principal.getGroups() if one.startswith("kpss:")]


def test_membership_gives_no_role_in_the_site(town):
    town.sit("odbor", "iva", "koordinator")
    user = town.portal.acl_users.getUserById("iva")
    assert set(user.getRoles()) == {"Member", "Authenticated"}


def test_user_with_twenty_bodies_has_the_groups_of_all(town):
    for number in range(20):
        api.content.create(
            town.bodies, "kpss.WorkingGroup", id=f"ps-{number}", title=f"PS {number}"
        )
        town.sit(f"ps-{number}", "jana")
    assert groups("jana") == {
        f"kpss:{town[f'ps-{number}'].UID()}:member" for number in range(20)
    }


def test_one_account_in_two_processes_has_the_groups_of_both(town):
    other = Town(town.portal, id="zatec", municipality="Žatec")
    town.sit("ks", "jana")
    other.sit("ks", "jana")
    assert groups("jana") == {f"kpss:{one['ks'].UID()}:member" for one in (town, other)}


def notify_modified(obj):
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    notify(ObjectModifiedEvent(obj))
