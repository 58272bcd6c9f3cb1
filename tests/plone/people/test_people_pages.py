"""People and memberships in the browser: forms, pages, what is refused."""

from plone import api
import pytest
import re
import transaction


def open_member(town, browser):
    [membership] = town["bodies"]["ps"].objectIds()
    browser.open(f"{town.absolute_url()}/bodies/ps/{membership}")


def test_page_of_a_person_has_its_facts(town, manager):
    person = town["people"]["jana"]
    person.office, person.private_phone = "ředitelka", "777 111 222"
    transaction.commit()
    manager.open(person.absolute_url())
    for text in ("Jana Nováková", "ředitelka", "777 111 222", "not linked"):
        assert text in manager.contents


def test_page_of_a_membership_has_its_facts(town, manager):
    open_member(town, manager)
    for text in ("Jana Nováková – vedoucí", "since", "2024", "Senioři", "Otherwise"):
        assert text in manager.contents


def test_person_is_added_with_a_random_id(town, manager):
    manager.open(f"{town.absolute_url()}/people/++add++kpss.Person")
    manager.getControl(name="form.widgets.given_name").value = "Eva"
    manager.getControl(name="form.widgets.family_name").value = "Malá"
    manager.getControl(name="form.buttons.save").click()
    assert re.search(r"/mesto/people/p-[0-9a-f]{12}/?(view)?$", manager.url)
    assert "Eva Malá" in manager.contents


def fill_member(manager, town, **values):
    manager.open(f"{town.absolute_url()}/bodies/ps/++add++kpss.Membership")
    values = {"person": ["petr"], "valid_from": "2024-06-01", **values}
    for name, value in values.items():
        suffix = ":list" if isinstance(value, list) else ""
        manager.getControl(name=f"form.widgets.{name}{suffix}").value = value
    manager.getControl(name="form.buttons.save").click()


def test_membership_is_added_with_a_random_id(town, manager):
    fill_member(manager, town)
    assert re.search(r"/mesto/bodies/ps/m-[0-9a-f]{12}/?(view)?$", manager.url)
    assert "Petr Čáp" in manager.contents


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"valid_to": "2023-12-31"}, "The last day is before the first."),
        ({"function": ["vedouci"]}, "the function is held by Jana Nováková"),
    ],
)
def test_refused_membership_keeps_what_was_filled_in(town, manager, values, sentence):
    fill_member(manager, town, delegation_letter="č. j. 5", **values)
    assert sentence in manager.contents
    letter = manager.getControl(name="form.widgets.delegation_letter")
    assert letter.value == "č. j. 5"
    assert len(list(town["bodies"]["ps"].objectIds())) == 1


def test_changing_a_membership_is_not_compared_with_itself(town, manager):
    open_member(town, manager)
    manager.getLink("Edit the membership").click()
    manager.getControl(name="form.widgets.delegation_letter").value = "č. j. 7"
    manager.getControl(name="form.buttons.save").click()
    assert "č. j. 7" in manager.contents


def test_archived_person_stays_in_the_form_of_its_membership(town, manager):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(town["people"]["jana"], "archive")
    transaction.commit()
    open_member(town, manager)
    manager.getLink("Edit the membership").click()
    person = manager.getControl(name="form.widgets.person:list")
    assert person.value == ["jana"]
    manager.getControl(name="form.buttons.save").click()
    assert "Jana Nováková – vedoucí" in manager.contents


@pytest.mark.parametrize("what", ["person", "membership"])
def test_deleting_from_the_records_is_not_offered(town, manager, what):
    [membership] = town["bodies"]["ps"].objectIds()
    path = {"person": "people/jana", "membership": f"bodies/ps/{membership}"}[what]
    manager.open(f"{town.absolute_url()}/{path}/delete_confirmation")
    assert "This cannot be deleted" in manager.contents


def test_cut_membership_is_not_pasted_elsewhere(town, manager):
    open_member(town, manager)
    # The toolbar's links carry the token of the form
    cut = re.search(r'href="([^"]*object_cut[^"]*)"', manager.contents)[1]
    manager.open(cut)
    token = cut.partition("?")[2]
    manager.handleErrors = True
    manager.raiseHttpErrors = False
    manager.open(f"{town.absolute_url()}/bodies/rs/object_paste?{token}")
    assert "belongs to its body" in manager.contents
    assert list(town["bodies"]["rs"].objectIds()) == []


def test_consent_is_written_into_the_form(town, manager):
    manager.open(f"{town['people']['jana'].absolute_url()}/edit")
    row = "form.widgets.consents.0.widgets"
    manager.getControl(name=f"{row}.what:list").value = ["photo"]
    manager.getControl(name=f"{row}.given_on").value = "2024-05-01"
    manager.getControl(name="form.buttons.save").click()
    assert "Publishing the photograph" in manager.contents


@pytest.mark.parametrize("path", ["people/jana", "people/jana/edit"])
def test_visitor_is_asked_to_log_in(town, visitor, path):
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    visitor.open(f"{town.absolute_url()}/{path}")
    assert "Nováková" not in visitor.contents
