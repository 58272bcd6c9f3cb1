"""A town whose meetings have minutes: people with names that texts speak of."""

from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.minutes.making import build
from kpss.addon.minutes.publishing import advance
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from tests.plone.kept import keep
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import as_user
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.conftest import build as build_town
from tests.plone.meetings.conftest import written
from tests.plone.rights.conftest import Town
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


__all__ = ("as_user", "written")

#: Names of accounts; those of the department are officials.
NAMES = {
    "koordinatorka": ("Eva", "Koubková"),
    "referentka": ("Olga", "Tichá"),
    "vedouci": ("Karel", "Novák"),
    "clenka": ("Jana", "Dvořáková"),
    "predsedkyne": ("Marie", "Veselá"),
    "cizi": ("Ivo", "Janko"),
}
PROCEDURE = {
    "quorum": ">1/2",
    "meetings_public": "public",
    "minutes_verifiers": ["vedouci", "koordinator"],
    "minutes_days": 10,
    "minutes_days_kind": "calendar",
    "minutes_approved_next": "yes",
}
VOTE = {
    "question": "Schválit návrh pana Nováka?",
    "method": "open",
    "for": 1,
    "against": 0,
    "abstained": 0,
    "not_voted": 0,
    "members": 2,
    "present": 2,
    "excluded": 0,
    "quorate": True,
    "basis": "present",
    "result": "passed",
    "required": 1,
    "base": 2,
    "explanation": [
        {"code": "passed.of_present", "params": {"for": 1, "required": 1, "base": 2}}
    ],
    "history": [],
    "by_party": None,
    "majority": None,
    "declared": "passed",
    "tie_rule": None,
    "at": "2026-01-01T12:00:00+00:00",
    "by": None,
}


def rename(town) -> None:
    for user_id, (given, family) in NAMES.items():
        person = town.person(user_id)
        person.given_name, person.family_name = given, family
        notify(ObjectModifiedEvent(person))


def build_names(portal):
    town = build_town(portal)
    rename(town)
    town["seniori"].manage_delObjects(
        [
            one.getId()
            for one in town["seniori"].objectValues()
            if one.portal_type == "kpss.Rules"
        ]
    )
    town.rules("seniori", **PROCEDURE)
    return town


@pytest.fixture(scope="class")
def town(functional_portal_class):
    portal = functional_portal_class
    with api.env.adopt_user(username=SITE_OWNER_NAME), api.env.adopt_roles(["Manager"]):
        keep(portal, "town with minutes", lambda: build_names(portal))
    return Town.of(portal["beroun"])


def hold(
    town, body="seniori", *, days=-3, transitions=("convene", "open", "end"), **more
):
    """A meeting that was held, with attendance, items and a vote."""
    meeting = add_meeting(town[body], days=days, **more)
    # Standing items are of other tests
    for item in items_of(meeting):
        meeting._delObject(item.getId())
    add_item(
        meeting,
        "Návrh plánu",
        notes="Panu Novákovi děkuje paní Dvořáková (tel. 602 123 456).",
        presenter="Mgr. Zdeněk Kříž",
        outcome="passed",
    )
    add_item(
        meeting,
        "Stížnost",
        publicity="internal",
        notes="Klient ⟦v azylovém domě⟧ čeká.",
        outcome="discussed",
    )
    bring(meeting, *transitions)
    records = records_of(meeting)
    roster = snapshot(Roster(body_of(meeting), day_of(meeting)))
    records.roster = {
        "on": roster["on"],
        "taken": roster["on"],
        "frozen": True,
        "snapshot": roster,
    }
    for row in roster["items"]:
        records.put("attendance", row["member"], {"status": "present"})
    guest = {"name": "Host Hostovský", "organisation": None, "status": "present"}
    records.put("guests", "h", guest)
    votes_of(items_of(meeting)[0]).put("votes", "1", VOTE)
    return meeting


def minutes_in(town, *transitions, **more):
    """Minutes of a held meeting, after transitions."""
    minutes = build(hold(town, **more))
    for transition in transitions:
        advance(minutes, transition)
    return minutes


def as_(user_id):
    return api.env.adopt_user(username=user_id)
