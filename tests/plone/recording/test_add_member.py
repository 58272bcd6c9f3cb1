"""Adding a member takes one form (issue 4, section 1)."""

from kpss.addon.bodies.roster.roster import Roster
from plone import api
from tests.plone.recording.conftest import control
from tests.plone.recording.conftest import fill
from tests.plone.recording.conftest import memberships
from tests.plone.recording.conftest import open_form
from tests.plone.recording.conftest import person
from tests.plone.recording.conftest import save
from tests.plone.recording.conftest import seat
from urllib.parse import urlencode
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import datetime
import pytest
import transaction


VIEW = "@@kpss-add-member"


@pytest.fixture
def group(zatec):
    return zatec["bodies"]["ps-pece"]


def members_of(body, day):
    return {one.person.name for one in Roster(body, day).sittings}


def test_new_leader_is_recorded_with_term_and_seat_in_the_steering_group(
    zatec, group, manager
):
    """BER-63, ZAT-43, ZAT-60: one form, and what follows from it is said."""
    open_form(manager, group, VIEW)
    fill(manager, given_name="Jana", family_name="Nováková", function="vedouci")
    save(manager)
    assert manager.url == group.absolute_url()
    assert "Jana Nováková – Vedoucí pracovní skupiny" in manager.contents
    assert "Řídící skupina KPSS" in manager.contents
    (leader,) = memberships(group)
    assert leader.valid_from == datetime.date(2026, 3, 1)
    assert leader.valid_to == datetime.date(2027, 3, 1)
    assert (leader.basis, leader.voting) == ("election", True)
    steering = zatec["bodies"]["rs"]
    assert members_of(steering, datetime.date(2026, 3, 1)) == {"Jana Nováková"}
    assert members_of(steering, datetime.date(2026, 2, 28)) == set()


def test_member_of_a_new_organisation_needs_the_signed_rules(zatec, group, manager):
    """ZAT-68; what was typed is kept, nothing is saved before all is well."""
    open_form(manager, group, VIEW)
    fill(
        manager,
        given_name="Petr",
        family_name="Čáp",
        party="poskytovatel",
        organisation_title="Dům seniorů",
        organisation_kind="provider",
    )
    save(manager)
    assert 'href="#rules_signed_on"' in manager.contents
    assert control(manager, "family_name").value == "Čáp"
    assert memberships(group) == [] and not zatec["people"].objectIds()
    assert "dum-senioru" not in zatec["providers"]
    fill(manager, rules_signed_on="2026-02-27")
    save(manager)
    (member,) = memberships(group)
    assert member.basis == "application"
    assert zatec["providers"][member.organisation].title == "Dům seniorů"
    assert members_of(group, datetime.date(2026, 3, 1)) == {"Petr Čáp"}


def test_permanent_guest_has_no_vote(group, manager):
    """ZAT-71."""
    open_form(manager, group, VIEW)
    fill(manager, given_name="Eva", family_name="Malá", function="staly-host")
    fill(manager, basis="other")
    save(manager)
    assert [one.voting for one in memberships(group)] == [False]


def test_namesake_is_not_recorded_without_a_tick(zatec, group, manager):
    person(zatec, "Jana", "Nováková", office="ředitelka")
    open_form(manager, group, VIEW)
    fill(manager, given_name="jana", family_name="Nováková", basis="other")
    save(manager)
    assert "(ředitelka) is recorded already" in manager.contents
    assert len(zatec["people"].objectIds()) == 1
    control(manager, "somebody_else").value = ["1"]
    save(manager)
    assert len(zatec["people"].objectIds()) == 2
    assert len(memberships(group)) == 1


def test_person_is_chosen_in_czech_order_with_what_tells_namesakes_apart(
    zatec, group, manager
):
    for given, family, office in (
        ("Jan", "Zeman", None),
        ("Jan", "Čáp", "lékař"),
        ("Jan", "Čáp", "učitel"),
        ("Jan", "Cihla", None),
    ):
        person(zatec, given, family, office=office)
    open_form(manager, group, VIEW)
    labels = control(manager, "person").displayOptions[1:]
    assert (labels[0], labels[3]) == ("Cihla Jan", "Zeman Jan")
    assert set(labels[1:3]) == {"Čáp Jan — lékař", "Čáp Jan — učitel"}


def test_second_leader_is_refused(zatec, group, manager):
    first = person(zatec, "Jana", "Nováková")
    seat(group, first, function="vedouci", basis="election")
    open_form(manager, group, VIEW)
    fill(manager, given_name="Petr", family_name="Čáp", function="vedouci")
    save(manager)
    assert "At that time the function is held by Jana Nováková" in manager.contents
    assert len(memberships(group)) == 1 and len(zatec["people"].objectIds()) == 1


def test_closed_body_is_refused(group, manager):
    group.valid_to = datetime.date(2025, 12, 31)
    notify(ObjectModifiedEvent(group))
    open_form(manager, group, VIEW)
    assert "The body ended on 31/12/2025" in manager.contents
    fill(manager, given_name="Petr", family_name="Čáp", basis="other")
    save(manager)
    assert 'href="#valid_from"' in manager.contents
    assert memberships(group) == []


def post(browser, obj, **values):
    """What a form would not let through, sent with its own token."""
    browser.open(f"{obj.absolute_url()}/{VIEW}")
    token = control(browser, "_authenticator").value
    data = {"_authenticator": token, "valid_from": "2026-03-01", **values}
    browser.post(f"{obj.absolute_url()}/{VIEW}", urlencode(data))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"party": "strana"}, "There is no strana in this process."),
        ({"function": "predseda"}, "predseda"),
        ({"valid_from": "31. 2. 2026"}, "This is not a day"),
        ({"valid_from": ""}, "Give the first day."),
        ({"valid_to": "2026-02-01"}, "The last day is before the first."),
        ({"user_id": "nikdo"}, "There is no user account nikdo."),
        ({"person": "p-000000000000"}, "not both"),
        ({"given_name": ""}, "Write both the given name and the family name."),
        ({"office_email": "petr"}, "petr is not an e-mail address."),
        ({"basis": "zvyk"}, "This value cannot be used here."),
    ],
)
def test_bad_values_are_refused_at_their_field(zatec, group, manager, values, sentence):
    transaction.commit()
    good = {"given_name": "Petr", "family_name": "Čáp", "basis": "other"}
    post(manager, group, **{**good, **values})
    transaction.begin()
    assert sentence in manager.contents
    assert "nothing was changed" in manager.contents
    assert memberships(group) == [] and not zatec["people"].objectIds()


def test_consents_and_account_are_added_to_somebody_recorded(zatec, group, manager):
    api.user.create(email="jana@example.org", username="jana", password="Tajne.heslo-1")
    jana = person(zatec, "Jana", "Nováková")
    open_form(manager, group, VIEW)
    fill(manager, person=jana.getId(), basis="other", user_id="jana")
    control(manager, "consent_name").value = ["1"]
    save(manager)
    assert [row["what"] for row in jana.consents] == ["name"]
    assert (jana.user_id, jana.consents[0]["given_on"]) == (
        "jana",
        datetime.date(2026, 3, 1),
    )
    assert len(memberships(group)) == 1


def test_without_a_token_nothing_is_written(group, manager):
    transaction.commit()
    manager.handleErrors = True
    manager.raiseHttpErrors = False
    manager.post(
        f"{group.absolute_url()}/{VIEW}",
        "given_name=Petr&family_name=Cap&valid_from=2026-03-01&basis=other",
    )
    transaction.begin()
    assert memberships(group) == []


def test_visitor_does_not_get_the_form(group, visitor):
    transaction.commit()
    visitor.handleErrors = True
    visitor.open(f"{group.absolute_url()}/{VIEW}")
    assert "/login" in visitor.url
