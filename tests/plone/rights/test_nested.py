"""A district under its city is closed to the city and to other districts (PRA)."""

from kpss.addon.process.nesting import is_closed
from plone import api
from tests.plone.rights.conftest import may
from tests.plone.rights.conftest import Town
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


VIEW, MANAGE = "View", "kpss.addon: Manage Process"


@pytest.fixture
def city(town):
    town.sit("odbor", "mesto", "koordinator")
    return town


@pytest.fixture
def district(city):
    district = Town(
        city.portal, id="praha-1", municipality="P1", container=city.process
    )
    district.sit("odbor", "jednicka", "koordinator")
    return district


def found(user_id, process):
    with api.env.adopt_user(username=user_id):
        return {brain.getId for brain in api.content.find(context=process)}


def test_district_is_closed_to_the_city(city, district):
    assert may("mesto", MANAGE, city.process)
    for obj in (district.process, district["ks"]):
        assert not may("mesto", VIEW, obj)
        assert may("jednicka", MANAGE, obj)
    assert found("mesto", district.process) == set()


def test_district_is_closed_to_another_district(city, district):
    other = Town(city.portal, id="praha-2", municipality="P2", container=city.process)
    assert not may("jednicka", VIEW, other.process)
    assert not may("jednicka", VIEW, city.process)
    assert found("jednicka", other.process) == set()


def test_opened_district_is_managed_by_the_city(city, district):
    district.process.open_to_parent = True
    notify(ObjectModifiedEvent(district.process))
    assert may("mesto", MANAGE, district["ks"])
    assert "ks" in found("mesto", district.process)
    district.process.open_to_parent = False
    notify(ObjectModifiedEvent(district.process))
    assert not may("mesto", VIEW, district["ks"])
    assert found("mesto", district.process) == set()


def test_sharing_tab_and_setting_are_one(city, district):
    view = api.content.get_view("sharing", district.process, city.portal.REQUEST)
    view.update_inherit(True)
    from plone.app.workflow.events import LocalrolesModifiedEvent

    notify(LocalrolesModifiedEvent(district.process, city.portal.REQUEST))
    assert district.process.open_to_parent
    assert may("mesto", MANAGE, district.process)


def test_pasted_process_is_closed_and_opens_when_it_goes_out(city):
    other = Town(city.portal, id="zatec", municipality="Žatec")
    moved = api.content.move(other.process, city.process)
    assert not may("mesto", VIEW, moved["bodies"]["ks"])
    assert found("mesto", moved) == set()
    back = api.content.move(moved, city.portal)
    assert not is_closed(back)


def test_process_by_itself_takes_roles_of_the_site(city):
    assert not is_closed(city.process)
    city.process.__ac_local_roles_block__ = True  # unticked on the Sharing tab
    notify(ObjectModifiedEvent(city.process))
    assert is_closed(city.process)


def test_city_coordinator_coordinates_the_district_that_she_founds(city):
    with api.env.adopt_user(username="mesto"):
        process = api.content.create(
            city.process, "kpss.Process", id="p3", title="P3", municipality="P3"
        )
        api.content.create(process["bodies"], "kpss.Body", id="rada", title="Rada")
    assert may("mesto", MANAGE, process)
    process.manage_delLocalRoles(["mesto"])
    assert not may("mesto", VIEW, process)
