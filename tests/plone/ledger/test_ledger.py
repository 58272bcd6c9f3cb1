"""The ledger follows the content; rosters of any day are read from it."""

from datetime import date
from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.bodies.ledger.site import KEY
from kpss.addon.bodies.lifecycle import close_body
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.bodies.rules.lifetime import Closing
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import json


BEGIN = date(2024, 3, 1)
DAY_BEFORE = date(2024, 2, 29)


def names(body, on=None) -> list[str]:
    return [sitting.person.name for sitting in Roster(body, on).sittings]


def test_leader_is_in_the_steering_group_from_the_first_day(process, person, member):
    """BER-63: by rule, without anybody recording it."""
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    steering = process["bodies"]["ks"]
    assert names(steering, BEGIN) == ["Jana Nováková"]
    assert names(steering, DAY_BEFORE) == []


def test_annulled_membership_never_was(process, person, member):
    leader = member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    api.content.transition(leader, "annul")
    assert names(process["bodies"]["ks"], BEGIN) == []
    api.content.transition(leader, "restore")
    assert names(process["bodies"]["ks"], BEGIN) == ["Jana Nováková"]


def test_leadership_ends_with_the_group(process, person, member):
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    group = process["bodies"]["ps"]
    close_body(group, Closing(date(2025, 1, 31)), today=date(2025, 6, 1))
    assert names(process["bodies"]["ks"], date(2025, 1, 31)) == ["Jana Nováková"]
    assert names(process["bodies"]["ks"], date(2025, 2, 1)) == []


def test_deleted_rules_make_no_members(process, person, member):
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    api.content.delete(process["bodies"]["ks"]["rad"])
    assert names(process["bodies"]["ks"], BEGIN) == []


def test_correction_of_the_past_is_logged_and_changes_the_roster(
    process, person, member
):
    leader = member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    leader.valid_from = date(2024, 4, 1)
    notify(ObjectModifiedEvent(leader))
    assert names(process["bodies"]["ps"], BEGIN) == []
    (entry,) = leader.corrections
    assert entry["changes"] == [
        {"field": "valid_from", "old": "2024-03-01", "new": "2024-04-01"}
    ]
    assert entry["by"] and entry["at"]


def test_snapshot_does_not_change_with_what_it_was_taken_from(process, person, member):
    jana = person("Jana", "Nováková")
    leader = member(jana, "ps", BEGIN, function="vedouci", party="zadavatel")
    taken = snapshot(Roster(process["bodies"]["ps"], BEGIN))
    text = json.dumps(taken, ensure_ascii=False)
    jana.family_name = "Dvořáková"
    notify(ObjectModifiedEvent(jana))
    leader.valid_to = date(2024, 3, 31)
    leader.party = None
    notify(ObjectModifiedEvent(leader))
    assert json.dumps(taken, ensure_ascii=False) == text
    assert taken["items"][0]["name"] == "Jana Nováková"
    assert names(process["bodies"]["ps"], BEGIN) == ["Jana Dvořáková"]


def test_copied_process_has_people_of_its_own(portal, process, person, member):
    jana = person("Jana", "Nováková")
    member(jana, "ps", BEGIN, function="vedouci")
    copy = api.content.copy(process, portal, id="kopie")
    jana.family_name = "Dvořáková"
    notify(ObjectModifiedEvent(jana))
    assert names(process["bodies"]["ks"], BEGIN) == ["Jana Dvořáková"]
    assert names(copy["bodies"]["ks"], BEGIN) == ["Jana Nováková"]
    assert rebuild() == []


def test_body_copied_into_another_process_comes_without_people(
    portal, process, person, member
):
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    other = api.content.create(
        portal, "kpss.Process", id="jine", title="Jiné", municipality="Jiné město"
    )
    copy = api.content.copy(process["bodies"]["ps"], other["bodies"])
    assert list(copy.objectIds()) == []
    assert names(copy, BEGIN) == []
    assert rebuild() == []


def test_membership_is_known_by_its_final_id(process, person, member):
    leader = member(person("Jana", "Nováková"), "ps", BEGIN)
    deputy = member(person("Petr", "Novák"), "ps", BEGIN, substitute_of=leader.getId())
    assert Roster(process["bodies"]["ps"], BEGIN).sittings[1].seat.substitute_of == (
        leader.getId()
    )
    assert deputy.getId() != leader.getId()
    assert rebuild() == []


def test_renamed_body_keeps_its_members(process, person, member):
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    api.content.rename(process["bodies"]["ps"], "ps-seniori")
    assert names(process["bodies"]["ks"], BEGIN) == ["Jana Nováková"]
    assert rebuild() == []


def test_deleted_process_leaves_nothing(process, person, member):
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    api.content.delete(process)
    assert rebuild() == []


def test_rebuilding_finds_what_was_changed_behind_its_back(process, person, member):
    leader = member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    leader.valid_from = date(2024, 4, 1)
    assert rebuild() != []
    assert rebuild() == []


def test_ledger_in_another_format_is_not_read_and_is_made_anew(
    portal, process, person, member
):
    """Values that meant something else would name people who must not be named."""
    member(person("Jana", "Nováková"), "ps", BEGIN, function="vedouci")
    annotations = IAnnotations(portal)
    annotations["kpss.addon.ledger"] = annotations.pop(KEY)
    assert names(process["bodies"]["ps"], BEGIN) == []
    member(person("Petr", "Novák"), "ps", BEGIN)
    assert names(process["bodies"]["ps"], BEGIN) == ["Jana Nováková", "Petr Novák"]
    assert [key for key in annotations if "ledger" in key] == [KEY]
    assert rebuild() == []
