"""What belongs to the records is not deleted, moved or copied alone."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.membership.conftest import add_member
from zExceptions import BadRequest
import datetime
import pytest


@pytest.fixture
def membership(process):
    return add_member(process["bodies"]["ps"], "jana")


def test_membership_that_has_begun_is_not_deleted(membership):
    with pytest.raises(BadRequest, match="annul it"):
        api.content.delete(membership)


def test_annulled_and_future_memberships_are_deleted(process, membership):
    body = process["bodies"]["ps"]
    api.content.transition(membership, "annul")
    future = add_member(body, "petr", valid_from=datetime.date(2999, 1, 1))
    api.content.delete(objects=[membership, future])
    assert list(body.objectIds()) == []


def test_membership_is_neither_moved_nor_copied_to_another_body(process, membership):
    target = process["bodies"]["rs"]
    with pytest.raises(BadRequest, match="belongs to its body"):
        api.content.move(membership, target)
    with pytest.raises(BadRequest, match="belongs to its body"):
        api.content.copy(membership, target)
    with pytest.raises(BadRequest, match="belongs to its body"):
        api.content.copy(membership, process["bodies"]["ps"])
    assert list(target.objectIds()) == []


def test_address_of_a_membership_and_a_person_does_not_change(process, membership):
    person = createContentInContainer(
        process["people"], "kpss.Person", given_name="Eva", family_name="Malá"
    )
    for obj in (membership, person):
        with pytest.raises(BadRequest, match="address"):
            api.content.rename(obj, "novakova")


@pytest.mark.parametrize("state", ["recorded", "annulled"])
def test_person_whom_a_membership_names_is_not_deleted(process, membership, state):
    if state == "annulled":
        api.content.transition(membership, "annul")
    with pytest.raises(BadRequest, match="archive"):
        api.content.delete(process["people"]["jana"])
    api.content.delete(process["people"]["petr"])


def test_body_with_memberships_is_closed_and_not_deleted(process, membership):
    with pytest.raises(BadRequest, match="one membership recorded in it"):
        api.content.delete(process["bodies"]["ps"])


def test_body_that_reserves_a_seat_is_not_deleted_and_its_new_id_is_followed(process):
    bodies = process["bodies"]
    seat = add_member(bodies["ps"], "jana", reserved_by="rs")
    with pytest.raises(BadRequest, match="reserved seat of Jana Nováková"):
        api.content.delete(bodies["rs"])
    api.content.rename(bodies["rs"], "ridici")
    assert seat.reserved_by == "ridici"


def test_process_goes_and_is_copied_as_a_whole(portal, process, membership):
    copy = api.content.copy(process, portal, id="druhe")
    assert list(copy["bodies"]["ps"].objectIds()) == [membership.getId()]
    api.content.move(copy, portal, id="treti")
    api.content.delete(portal["treti"])
    api.content.delete(process)
    kinds = ["kpss.Person", "kpss.Membership"]
    assert list(api.content.find(portal_type=kinds, unrestricted=True)) == []


def test_body_is_renamed_with_its_memberships(process, membership):
    renamed = api.content.rename(process["bodies"]["ps"], "seniori")
    assert [one.title for one in renamed.objectValues()] == ["Jana Nováková"]


def test_site_is_deleted_with_its_people(app, portal, process, membership):
    app.manage_delObjects([portal.getId()])
    assert portal.getId() not in app.objectIds()


def test_annulled_membership_comes_back_only_where_it_could_be_recorded(
    process, membership
):
    """Meanwhile the person was recorded there again."""
    body = process["bodies"]["ps"]
    api.content.transition(membership, "annul")
    again = add_member(body, "jana")
    with pytest.raises(BadRequest, match="already"):
        api.content.transition(membership, "restore")
    assert api.content.get_state(membership) == "annulled"
    api.content.transition(again, "annul")
    api.content.transition(membership, "restore")
    assert api.content.get_state(membership) == "recorded"
