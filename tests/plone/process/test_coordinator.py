"""A coordinator manages everything in a process and nothing outside it."""

from plone import api
from zExceptions import Unauthorized
import pytest


@pytest.fixture
def process(portal):
    """A process coordinated by one user and, through a group, by another."""
    with api.env.adopt_roles(["Manager"]):
        for name in ("koordinatorka", "zastupkyne", "cizi"):
            api.user.create(username=name, email=f"{name}@mesto.example")
        api.group.create("koordinace")
        api.group.add_user(groupname="koordinace", username="zastupkyne")
        process = api.content.create(
            portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
        )
        process.manage_setLocalRoles("koordinatorka", ["KPSS Coordinator"])
        process.manage_setLocalRoles("koordinace", ["KPSS Coordinator"])
        process.reindexObjectSecurity()
        api.content.create(
            process["bodies"], "kpss.Body", id="rada", title="Rada", kind="council"
        )
        api.content.create(process, "Document", id="stranka", title="Stránka")
    return process


@pytest.fixture(params=["koordinatorka", "zastupkyne"])
def coordinator(request, process):
    with api.env.adopt_user(username=request.param):
        yield request.param


def test_coordinator_founds_edits_publishes_and_deletes(process, coordinator):
    group = api.content.create(
        process["bodies"], "kpss.WorkingGroup", id="ps", title="Senioři"
    )
    assert api.user.has_permission("Modify portal content", obj=group)
    api.content.transition(group, "hide")
    api.content.delete(group)
    api.content.transition(process, "publish")
    assert api.content.get_state(process) == "public"


def test_coordinator_edits_and_publishes_stock_pages(process, coordinator):
    page = process["stranka"]
    assert api.user.has_permission("Modify portal content", obj=page)
    api.content.transition(page, "publish")


def test_coordinator_shares_the_process(process, coordinator):
    assert api.user.has_permission("Sharing page: Delegate roles", obj=process)
    assert api.user.has_permission("kpss.addon: Manage Process", obj=process)


def test_coordinator_has_nothing_outside_the_process(process, coordinator, portal):
    for permission in ("Modify portal content", "Add portal content", "Manage portal"):
        assert not api.user.has_permission(permission, obj=portal)
    assert not api.user.has_permission("Manage portal", obj=process)


def test_others_do_not_see_an_internal_process(process):
    with api.env.adopt_user(username="cizi"):
        assert not api.user.has_permission("View", obj=process)
        with pytest.raises(Unauthorized):
            process.restrictedTraverse("process_view")


def test_coordinators_are_found_by_the_catalogue(process, coordinator):
    found = {brain.getId for brain in api.content.find(context=process)}
    assert {"mesto", "rada", "stranka"} <= found


def test_revoking_the_role_takes_everything_back(process):
    with api.env.adopt_roles(["Manager"]):
        process.manage_delLocalRoles(["koordinatorka"])
        process.reindexObjectSecurity()
    with api.env.adopt_user(username="koordinatorka"):
        assert not api.user.has_permission("View", obj=process)


def test_sharing_tab_offers_the_role_by_its_name(process):
    with api.env.adopt_roles(["Manager"]):
        view = api.content.get_view("sharing", process, process.REQUEST)
        offered = {role["id"]: role["title"] for role in view.roles()}
    assert str(offered["KPSS Coordinator"]) == "Coordinates the planning"
