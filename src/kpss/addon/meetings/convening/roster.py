"""The roster of a meeting: taken at convening, looked at again and frozen at opening.

It is that of the day of the meeting, whatever day it is now: who leaves before it is not
on it. A person is known by the UID of a membership; when it becomes another one, what was
recorded of the person goes along.
"""

from datetime import date
from kpss.addon.approval.memo import once
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import MeetingRecords
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.rules.roster_changes import Change
from kpss.addon.meetings.rules.roster_changes import changes
from kpss.addon.meetings.rules.roster_changes import moved_keys
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import presiding_by_rule
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of
from typing import Any


Item = dict[str, Any]
#: Why somebody is on it who has no seat in the body.
PRESIDES = "presides"
#: Records by member.
BY_MEMBER = ("attendance", "replies")


class Frozen(Exception):
    """The meeting was opened: its roster stays as it is."""


def present_roster(meeting) -> dict[str, Any]:
    """What the roster of the day of the meeting is now; unrestricted."""
    body, on = body_of(meeting), day_of(meeting)
    return once(("roster", uid_of(body), on), lambda: _whole(body, on))


def _whole(body, on: date | None) -> dict[str, Any]:
    """With who presides by the rules and has no seat in the body (BER-69, ZAT-74)."""
    taken = snapshot(Roster(body, on))
    process = process_of(body)
    stint = presiding_by_rule(body, on or date.today())
    person = ledger().person(process.UID(), stint.person) if stint else None
    if person is None or person.uid in {one["person"] for one in taken["items"]}:
        return taken
    return {**taken, "items": [*taken["items"], _who_presides(process, stint, person)]}


def _who_presides(process, stint: Stint, person: PersonFact) -> Item:
    """A line without a vote, as of a guest."""
    titles = {row["id"]: row["title"] for row in process.functions or ()}
    function = stint.source.function
    return {
        "member": stint.source.uid,
        "person": person.uid,
        "name": person.name,
        "party": None,
        "party_title": None,
        "organisation": None,
        "functions": [function],
        "function_titles": [titles.get(function, function)],
        "kind": GUEST,
        "basis": [PRESIDES],
        "voting": False,
        "unit": None,
        "substitute_of": None,
    }


def items_on(meeting) -> list[Item]:
    """Who is on the roster: as it was taken; while the meeting is planned, as it is now.

    Unrestricted: whoever shows it judges who may see what.
    """
    if state_of(meeting) == PLANNED or records_of(meeting).roster is None:
        return present_roster(meeting)["items"]
    return records_of(meeting).snapshot["items"]


def next_items(meeting) -> list[Item]:
    """Who will be on it when it is taken anew; once it is frozen as it is."""
    if records_of(meeting).is_frozen:
        return records_of(meeting).snapshot["items"]
    return present_roster(meeting)["items"]


def seat_of(item: Item) -> Seat:
    """A line of the roster as the rules see it."""
    return Seat(
        member=item["member"],
        person=item.get("person") or "",
        kind=item["kind"],
        voting=bool(item["voting"]),
        party=item.get("party"),
        organisation=item.get("organisation") or None,
        substitute_of=item.get("substitute_of"),
    )


def take_roster(meeting) -> None:
    """Keep the roster of the day of the meeting; raises Frozen after it was opened."""
    records = records_of(meeting)
    _refuse_frozen(records)
    _keep(meeting, records, present_roster(meeting), frozen=None)


def difference(meeting) -> list[Change]:
    """Who came, left or changed since the roster was taken; nobody once it is frozen."""
    records = records_of(meeting)
    if records.roster is None or records.is_frozen:
        return []
    return changes(records.snapshot["items"], present_roster(meeting)["items"])


def refresh_roster(meeting) -> None:
    """Take it again; raises Frozen after the meeting was opened."""
    records, fresh = records_of(meeting), present_roster(meeting)
    _refuse_frozen(records)
    _carry_over(records, moved_keys(records.snapshot["items"], fresh["items"]))
    _keep(meeting, records, fresh, frozen=None)


def freeze_roster(meeting) -> None:
    """From now on it stays as it is, whatever is corrected later."""
    records = records_of(meeting)
    if records.roster is not None and not records.is_frozen:
        records.roster = {**records.roster, "frozen": _moment()}


def _keep(meeting, records: MeetingRecords, taken: dict, frozen: str | None) -> None:
    records.roster = {
        "on": taken["on"],
        "taken": _moment(),
        "frozen": frozen,
        "snapshot": taken,
    }


def _refuse_frozen(records: MeetingRecords) -> None:
    if records.is_frozen:
        raise Frozen()


def _carry_over(records: MeetingRecords, keys: dict[str, str]) -> None:
    """What was recorded under an old key stands under the new one."""
    if not keys:
        return
    for name in BY_MEMBER:
        kept = {old: records[name][old] for old in keys if old in records[name]}
        for old in kept:
            records.drop(name, old)
        for old, value in kept.items():
            records.put(name, keys[old], value)
    for name in (*BY_MEMBER, "links", "sendings"):
        for key, value in list(records[name].items()):
            moved = {
                field: keys[value[field]]
                for field in ("to", "substitute", "proxy")
                if value.get(field) in keys
            }
            if moved:
                records.put(name, key, {**value, **moved})


def _moment() -> str:
    return now().isoformat(timespec="seconds")
