"""After uninstalling, content stays readable: in the browser, over REST, and as objects."""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from kpss.addon.bodies.ledger.site import ledger
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.content import Container
from plone.dexterity.utils import createContentInContainer
from zope.annotation.interfaces import IAnnotations
import datetime
import json
import pytest
import transaction


PATHS = {
    "mesto": "Plánování",
    "mesto/bodies": "Bodies and working groups",
    "mesto/bodies/rs": "Řídicí skupina",
    "mesto/bodies/rs/rules": "Pravidla jednání",
    "mesto/providers/kraj": "Kraj",
    "mesto/chains/obecny": "Obecný postup",
    "mesto/tasks/ukol": "Svolat skupinu",
    "mesto/people/jana": "Jana Nováková",
    "mesto/bodies/rs/clenstvi": "Jana Nováková",
}


def create_chain(process):
    api.content.create(
        process["chains"],
        "kpss.ApprovalChain",
        id="obecny",
        title="Obecný postup",
        steps=[{"body": "rs", "act": "manages"}, {"public": True, "act": "decides"}],
    )


@pytest.fixture
def uninstalled(functional_portal):
    """A site with a process, from which the add-on was removed."""
    portal = functional_portal
    login(portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
    )
    process.manage_setLocalRoles("nekdo", ["KPSS Coordinator", "Reader"])
    body = api.content.create(
        process["bodies"],
        "kpss.Body",
        id="rs",
        title="Řídicí skupina",
        kind="steering",
        tasks=["plánovat", "hodnotit"],
        mission=RichTextValue("<p>Řídí proces.</p>", "text/html", "text/x-html-safe"),
    )
    api.content.create(body, "kpss.Rules", id="rules", title="Pravidla jednání")
    api.content.create(
        process["providers"], "kpss.Organisation", id="kraj", title="Kraj"
    )
    create_chain(process)
    task = createContentInContainer(
        process["tasks"], "kpss.Task", id="ukol", title="Svolat skupinu", body="rs"
    )
    api.content.transition(task, "finish", comment="Sešla se.")
    person = createContentInContainer(
        process["people"],
        "kpss.Person",
        id="jana",
        given_name="Jana",
        family_name="Nováková",
        private_email="jana@post.example",
    )
    createContentInContainer(
        body,
        "kpss.Membership",
        id="clenstvi",
        person="jana",
        valid_from=datetime.date(2024, 1, 1),
    )
    page = api.content.create(body, "Document", id="zapis", title="Zápis")
    for obj, role in (
        (portal, "KPSS Guarantor"),
        (person, "KPSS Methodologist"),
        (page, "KPSS Body Chair"),
        (process["providers"]["kraj"], "KPSS Provider Editor"),
    ):
        obj.manage_setLocalRoles("nekdo", [role])
    api.content.transition(process, "publish")
    applyProfile(portal, "kpss.addon:uninstall")
    transaction.commit()
    return portal


def test_everything_opens_in_the_browser_with_its_texts(uninstalled, manager):
    for path, title in PATHS.items():
        manager.open(f"{uninstalled.absolute_url()}/{path}")
        assert title in manager.contents
    manager.open(f"{uninstalled.absolute_url()}/mesto/bodies/rs")
    for text in ("Řídí proces.", "plánovat", "hodnotit"):
        assert text in manager.contents
    manager.open(f"{uninstalled.absolute_url()}/mesto/chains/obecny")
    assert "1. Řídicí skupina – approves as the managing body" in manager.contents
    assert "2. The public – decides" in manager.contents
    manager.open(f"{uninstalled.absolute_url()}/mesto/tasks/ukol")
    assert "done, 100 %, Sešla se." in manager.contents


def test_containers_still_show_what_they_hold(uninstalled):
    assert list(uninstalled["mesto"]["bodies"].objectIds()) == ["rs"]
    inside = uninstalled["mesto"]["bodies"]["rs"].objectIds()
    assert sorted(inside) == ["clenstvi", "rules", "zapis"]


def test_everything_opens_over_rest(uninstalled, manager):
    manager.addHeader("Accept", "application/json")
    for path, title in PATHS.items():
        manager.open(f"{uninstalled.absolute_url()}/{path}")
        assert json.loads(manager.contents)["title"] == title


def test_objects_need_no_class_of_ours(uninstalled):
    for path in PATHS:
        obj = uninstalled.unrestrictedTraverse(path)
        assert type(aq_base(obj)).__module__ == "plone.dexterity.content"


def test_nobody_coordinates_any_more(uninstalled):
    local = uninstalled["mesto"].__ac_local_roles__
    assert local["nekdo"] == ["Reader"]


def test_no_role_of_ours_is_left_anywhere(uninstalled):
    places = ("", "mesto/people/jana", "mesto/bodies/rs/zapis", "mesto/providers/kraj")
    for path in places:
        local = uninstalled.unrestrictedTraverse(path).__ac_local_roles__
        assert "nekdo" not in local, path
    assert [role for role in uninstalled.valid_roles() if role.startswith("KPSS")] == []


CLOSED = ("mesto/people/jana", "mesto/bodies/rs/clenstvi", "mesto/tasks/ukol")


def test_anonymous_still_reads_neither_people_nor_memberships(
    uninstalled, anonymous_rest, visitor
):
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    for path in CLOSED:
        assert anonymous_rest.get(f"/{path}").status_code == 401
        visitor.open(f"{uninstalled.absolute_url()}/{path}")
        assert "Nováková" not in visitor.contents
    found = anonymous_rest.get("/@search?metadata_fields=_all&SearchableText=novakova")
    assert found.json()["items_total"] == 0


def test_nobody_reads_people_by_a_stock_role(uninstalled):
    for path in CLOSED:
        obj = uninstalled.unrestrictedTraverse(path)
        roles = set(rolesForPermissionOn("View", obj))
        assert roles & set(uninstalled.valid_roles()) == {
            "Manager",
            "Site Administrator",
        }


def test_nothing_of_ours_hangs_on_the_site(uninstalled):
    assert [key for key in IAnnotations(uninstalled) if key.startswith("kpss")] == []
    plugins = uninstalled.acl_users.objectIds()
    assert [name for name in plugins if name.startswith("kpss")] == []


def test_types_without_content_are_gone(uninstalled):
    assert "kpss.WorkingGroup" not in uninstalled.portal_types
    assert "kpss.Body" in uninstalled.portal_types


def test_installing_again_adds_the_folders_that_a_process_lacks(uninstalled):
    process = uninstalled["mesto"]
    api.content.delete(process["documents"])
    applyProfile(uninstalled, "kpss.addon:default")
    assert {"bodies", "chains", "documents"} <= set(process.objectIds())
    assert process["documents"].holds == ("kpss.Document",)
    assert process["chains"]["obecny"].steps[0] == {"body": "rs", "act": "manages"}


def test_installing_again_makes_the_content_ours(uninstalled):
    applyProfile(uninstalled, "kpss.addon:default")
    body = uninstalled["mesto"]["bodies"]["rs"]
    assert type(aq_base(body)).__module__ == "kpss.addon.bodies.body"
    assert body.kind == "steering"
    [membership] = [one for one in body.objectValues() if one.getId() == "clenstvi"]
    assert type(aq_base(membership)).__name__ == "Membership"
    assert membership.title == "Jana Nováková"
    assert ledger().recorded_in(body.UID())
    assert isinstance(body, Container)
