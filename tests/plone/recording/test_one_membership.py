"""Ending, passing on and annulling one membership; the log of corrections."""

from kpss.addon.bodies.roster.roster import Roster
from plone import api
from tests.plone.recording.conftest import fill
from tests.plone.recording.conftest import memberships
from tests.plone.recording.conftest import open_form
from tests.plone.recording.conftest import person
from tests.plone.recording.conftest import save
from tests.plone.recording.conftest import seat
import datetime
import pytest
import transaction


END, TRANSFER, ANNUL = (
    f"@@kpss-{what}-membership" for what in ("end", "transfer", "annul")
)


@pytest.fixture
def leader(zatec):
    """Jana leads a group since 2025."""
    jana = person(zatec, "Jana", "Nováková")
    group = zatec["bodies"]["ps-pece"]
    return seat(
        group, jana, datetime.date(2025, 1, 1), function="vedouci", party="poskytovatel"
    )


def names(body, *numbers):
    day = datetime.date(*numbers)
    return {one.person.name for one in Roster(body, day).sittings}


def test_end_in_the_future_ends_also_what_followed(zatec, leader, manager):
    steering = zatec["bodies"]["rs"]
    open_form(manager, leader, END)
    fill(manager, valid_to="2026-06-30", end_reason="odstoupení")
    save(manager)
    assert "the last day is 30/6/2026" in manager.contents
    assert "ends too: Řídící skupina KPSS" in manager.contents
    assert names(steering, 2026, 6, 30) == {"Jana Nováková"}
    assert names(steering, 2026, 7, 1) == set()
    assert leader.end_reason == "odstoupení"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2024-12-31", "The last day is before the first."),
        ("", "Give the last day."),
        ("30. únor", "This is not a day"),
    ],
)
def test_bad_last_day_is_refused(leader, manager, day, sentence):
    open_form(manager, leader, END)
    fill(manager, valid_to=day)
    save(manager)
    assert sentence in manager.contents
    assert leader.valid_to is None


def test_ending_again_corrects_and_is_logged(leader, manager):
    for day in ("2026-02-28", "2026-01-31"):
        open_form(manager, leader, END)
        fill(manager, valid_to=day)
        save(manager)
    assert leader.valid_to == datetime.date(2026, 1, 31)
    manager.open(leader.absolute_url())
    assert "28/2/2026 → 31/1/2026" in " ".join(manager.contents.split())


def test_later_end_is_refused_where_somebody_else_leads_by_then(zatec, leader, manager):
    leader.valid_to = datetime.date(2025, 6, 30)
    api.content.transition(leader, "annul")
    api.content.transition(leader, "restore")
    petr = person(zatec, "Petr", "Čáp")
    seat(leader.aq_parent, petr, datetime.date(2025, 7, 1), function="vedouci")
    open_form(manager, leader, END)
    fill(manager, valid_to="2025-12-31")
    save(manager)
    assert "held by Petr Čáp" in manager.contents
    assert leader.valid_to == datetime.date(2025, 6, 30)


def test_form_of_an_older_state_changes_nothing(leader, manager):
    open_form(manager, leader, END)
    leader.valid_to = datetime.date(2026, 5, 1)
    transaction.commit()
    fill(manager, valid_to="2026-06-30")
    save(manager)
    assert "Somebody has changed this membership meanwhile" in manager.contents
    assert leader.valid_to == datetime.date(2026, 5, 1)
    save(manager)
    assert leader.valid_to == datetime.date(2026, 6, 30)


def test_seat_passes_on_with_party_but_without_function(leader, manager):
    """ZAT-66: it ends on the day before and begins on the next day."""
    group = leader.aq_parent
    open_form(manager, leader, TRANSFER)
    fill(manager, given_name="Petr", family_name="Čáp", valid_from="2026-04-01")
    save(manager)
    (new,) = [one for one in memberships(group) if one.getId() != leader.getId()]
    assert leader.valid_to == datetime.date(2026, 3, 31)
    assert (new.valid_from, new.party, new.function) == (
        datetime.date(2026, 4, 1),
        "poskytovatel",
        None,
    )
    assert names(group, 2026, 3, 31) == {"Jana Nováková"}
    assert names(group, 2026, 4, 1) == {"Petr Čáp"}


def test_seat_does_not_pass_on_before_it_began(leader, manager):
    group = leader.aq_parent
    open_form(manager, leader, TRANSFER)
    fill(manager, given_name="Petr", family_name="Čáp", valid_from="2024-06-01")
    save(manager)
    assert "The last day is before the first." in manager.contents
    assert len(memberships(group)) == 1 and leader.valid_to is None


def test_seat_does_not_pass_on_where_the_rules_say_no(leader, manager):
    (rules,) = [
        one
        for one in leader.aq_parent.objectValues()
        if one.portal_type == "kpss.Rules"
    ]
    rules.transferable = "no"
    open_form(manager, leader, TRANSFER)
    assert "does not pass to another person" in manager.contents
    assert 'name="save"' not in manager.contents


def test_annulled_membership_gives_no_seat_and_can_be_restored(leader, manager):
    group = leader.aq_parent
    open_form(manager, leader, ANNUL)
    save(manager)
    assert "Say why" in manager.contents
    fill(manager, comment="překlep")
    save(manager)
    assert names(group, 2025, 6, 1) == set()
    open_form(manager, leader, END)
    assert "The membership is annulled" in manager.contents
    open_form(manager, leader, "@@kpss-restore-membership")
    save(manager)
    assert names(group, 2025, 6, 1) == {"Jana Nováková"}


def test_membership_is_not_restored_beside_another_leader(zatec, leader, manager):
    api.content.transition(leader, "annul")
    petr = person(zatec, "Petr", "Čáp")
    seat(leader.aq_parent, petr, function="vedouci")
    open_form(manager, leader, "@@kpss-restore-membership")
    save(manager)
    assert "held by Petr Čáp" in manager.contents
    assert api.content.get_state(leader) == "annulled"
