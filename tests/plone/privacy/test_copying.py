"""A body or a process with its people is not copied by whoever may look at it."""

from plone import api
from tests.plone.membership.conftest import add_member
from tests.plone.membership.conftest import fill
from zExceptions import BadRequest
import pytest


COORDINATOR = "KPSS Coordinator"


@pytest.fixture
def towns(portal):
    """A public process with a member, and another one whose coordinator is at work."""
    with api.env.adopt_roles(["Manager"]):
        foreign = fill(portal)
        add_member(foreign["bodies"]["ps"], "jana")
        api.content.transition(foreign, "publish")
        own = api.content.create(
            portal, "kpss.Process", id="vlastni", title="Vlastní", municipality="Obec"
        )
        folder = api.content.create(portal, "Folder", id="slozka", title="Složka")
        elsewhere = api.content.create(portal, "Folder", id="jinde", title="Jinde")
        api.content.create(
            folder, "kpss.Process", id="uvnitr", title="Uvnitř", municipality="Ves"
        )
        api.user.create(username="koordinator", email="k@mesto.example")
        contributor = ["Reader", "Contributor"]
        given = ((own, [COORDINATOR]), (folder, contributor), (elsewhere, contributor))
        for place, roles in given:
            api.user.grant_roles(username="koordinator", obj=place, roles=roles)
    with api.env.adopt_user(username="koordinator"):
        yield foreign, own, folder, elsewhere


@pytest.mark.parametrize("body", [None, "ps"])
def test_coordinator_does_not_take_people_of_another_town(towns, body):
    foreign, own, *_others = towns
    source = foreign["bodies"][body] if body else foreign
    target = own["bodies"] if body else own
    with pytest.raises(BadRequest) as refused:
        api.content.copy(source, target)
    assert "Novák" not in str(refused.value)
    assert body not in target.objectIds()


def test_nor_in_a_folder_around_it(towns):
    _foreign, _own, folder, elsewhere = towns
    with pytest.raises(BadRequest):
        api.content.copy(folder, elsewhere)
    assert elsewhere.objectIds() == []


def test_own_body_is_copied_with_its_members(towns):
    foreign, *_others = towns
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(foreign["bodies"]["ps"], foreign["bodies"], id="kopie")
        assert [one.portal_type for one in copy.objectValues()] == ["kpss.Membership"]
