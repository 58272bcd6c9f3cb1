"""Our groups are called by their names, and are not listed."""

from plone import api
import pytest


@pytest.fixture
def users(town):
    return town.portal.acl_users


def group_of(place, name):
    return f"kpss:{place.UID()}:{name}"


@pytest.mark.parametrize(
    "name, title",
    [
        ("vedouci", "Vedoucí – Koordinační skupina (Beroun)"),
        ("member", "Members – Koordinační skupina (Beroun)"),
        ("substitute", "Substitutes – Koordinační skupina (Beroun)"),
        ("guest", "Guests – Koordinační skupina (Beroun)"),
        ("kdysi", "kdysi – Koordinační skupina (Beroun)"),
    ],
)
def test_group_of_a_body_is_found_by_its_whole_id(town, users, name, title):
    group_id = group_of(town["ks"], name)
    (found,) = users.searchGroups(id=group_id, exact_match=True)
    assert found["title"] == title
    assert api.group.get(group_id).getGroupTitleOrName() == title


def test_group_of_a_process_is_called_by_the_function(town):
    group = api.group.get(group_of(town.process, "koordinator"))
    assert group.getGroupTitleOrName() == "Koordinátor – Plánování (Beroun)"


def test_groups_are_not_listed_nor_searched(town, users):
    for found in (
        users.searchGroups(),
        users.searchGroups(id="kpss"),
        users.searchGroups(title="Vedoucí"),
        users.searchGroups(id=group_of(town["ks"], "vedouci")[:-1], name="x"),
    ):
        assert not [one for one in found if one["id"].startswith("kpss:")]
    assert not [one for one in users.getGroupIds() if one.startswith("kpss:")]
    assert not [one for one in api.group.get_groups() if one.id.startswith("kpss:")]


@pytest.mark.parametrize(
    "group_id", ["kpss:", "kpss::", "kpss:nikde:member", "kpss:nikde", "kpss", "jini"]
)
def test_what_is_no_group_of_ours_is_not_found(users, group_id):
    assert users.getGroup(group_id) is None
    assert not users.searchGroups(id=group_id, exact_match=True)


def test_group_does_not_list_who_is_in_it(town):
    town.sit("ks", "jana")
    group = api.group.get(group_of(town["ks"], "member"))
    assert list(group.getGroupMemberIds()) == []


def test_who_does_not_see_the_body_does_not_learn_its_name(town, users):
    group_id = group_of(town["ks"], "vedouci")
    with api.env.adopt_user(user=api.user.create("a@b.cz", "cizi")):
        told = town.portal.portal_groups.getGroupInfo(group_id)["title"]
    assert told == "A group of a planning process that you do not see"


def test_sharing_tab_shows_the_groups_by_their_names(town):
    town.sit("ks", "jana", "predseda")
    view = api.content.get_view("sharing", town["ks"], town.process.REQUEST)
    shown = {row["title"]: row for row in view.role_settings()}
    assert shown["Members – Koordinační skupina (Beroun)"]["type"] == "group"
    assert "Předsedkyně – Koordinační skupina (Beroun)" in shown
    assert "Koordinátor – Plánování (Beroun)" in shown
    assert not [title for title in shown if str(title).startswith("kpss:")]


def test_sharing_tab_opens_and_saves_in_the_browser(town_on_server, browse):
    town = town_on_server
    town.sit("odbor", "koordinatorka", "koordinator")
    browser = browse("koordinatorka")
    browser.open(f"{town['ks'].absolute_url()}/@@sharing")
    assert "Members – Koordinační skupina (Beroun)" in browser.contents
    browser.getControl(name="form.button.Save").click()
    assert "Changes saved" in browser.contents


def test_own_preferences_open_for_a_member(town_on_server, browse):
    town_on_server.sit("ks", "jana")
    browser = browse("jana")
    browser.open(f"{town_on_server.portal.absolute_url()}/@@personal-information")
    assert "200" in browser.headers["Status"]


def test_list_of_the_groups_of_a_user_opens(town_on_server, browse):
    town_on_server.sit("ks", "jana", "predseda")
    api.user.grant_roles(
        username=town_on_server.person("sefka").user_id, roles=["Manager"]
    )
    browser = browse("sefka")
    site = town_on_server.portal.absolute_url()
    browser.open(f"{site}/@@usergroup-usermembership?userid=jana")
    assert "Members – Koordinační skupina (Beroun)" in browser.contents
