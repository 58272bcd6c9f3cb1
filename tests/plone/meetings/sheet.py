"""A group with members whose attendance and votes are recorded."""

from datetime import date
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.convening.roster import present_roster
from kpss.addon.meetings.records import records_of
from plone.dexterity.utils import createContentInContainer
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring


def seat(town, body, name, **values):
    """A membership of a new person without an account; answers its UID."""
    person = createContentInContainer(
        town.process["people"], "kpss.Person", given_name="Jana", family_name=name
    )
    made = createContentInContainer(
        town[body],
        "kpss.Membership",
        person=person.getId(),
        **{"valid_from": date(2020, 1, 1), "voting": True, **values},
    )
    return made.UID()


def seats(town, body, number, **values):
    return [seat(town, body, f"Nová{index}", **values) for index in range(number)]


def body_with(town, body_id, number=9, kind="steering", **rules):
    """A new body with members; answers their UIDs."""
    createContentInContainer(
        town.bodies, "kpss.Body", id=body_id, title=f"Skupina {body_id}", kind=kind
    )
    if rules:
        town.rules(body_id, **rules)
    return seats(town, body_id, number)


def take_roster(meeting):
    """As convening and opening do it."""
    found = present_roster(meeting)
    records_of(meeting).roster = {
        "on": found["on"],
        "taken": found["on"],
        "frozen": True,
        "snapshot": found,
    }


def in_session(body, items=("Návrh plánu", "Úkoly", "Různé"), **fields):
    """A meeting that was just opened, with a roster and items."""
    meeting = add_meeting(body, days=0, **fields)
    for title in items:
        add_item(meeting, title)
    bring(meeting, "convene", "open")
    take_roster(meeting)
    return meeting


def present(meeting, members, status="present", **values):
    mark(meeting, [Change(one, {"status": status, **values}) for one in members])
