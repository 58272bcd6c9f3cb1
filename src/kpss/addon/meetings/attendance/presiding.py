"""Who presides over a meeting: by the rules, or named for it (BER-69, ZAT-74)."""

from collections.abc import Iterator
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.rules.stays import ABSENT
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.who import NAMED
from kpss.addon.meetings.rules.who import Presiding
from kpss.addon.meetings.who import people_by_uid
from kpss.addon.meetings.who import presiding_person
from zope.i18nmessageid import Message


AWAY = (ABSENT, EXCUSED)


def presiding(sheet: Sheet) -> Presiding | None:
    """As of what is recorded: who is away presides over nothing."""
    return presiding_person(sheet.meeting, frozenset(_away(sheet)))


def _away(sheet: Sheet) -> Iterator[str]:
    """Ids of people; a page before the meeting needs no roster for it."""
    kept = sheet.records.attendance
    away = {one for one, value in kept.items() if value.get("status") in AWAY}
    people = people_by_uid(sheet.meeting) if away else {}
    for seat in sheet.seats if away else ():
        if seat.member in away and seat.person in people:
            yield people[seat.person].id


def presiding_name(sheet: Sheet) -> str | None:
    """None: somebody must be named for this meeting."""
    found = presiding(sheet)
    person = person_by_id(sheet.meeting, found.person) if found else None
    return person.title if person is not None else None


def presiding_seats(sheet: Sheet) -> frozenset[str]:
    """UIDs of the memberships of whoever presides; empty: of nobody on the roster."""
    found = presiding(sheet)
    uids = {
        one.uid
        for one in people_by_uid(sheet.meeting).values()
        if found and one.id == found.person
    }
    return frozenset(seat.member for seat in sheet.seats if seat.person in uids)


def presiding_line(sheet: Sheet) -> Message:
    """A sentence for those inside."""
    found = presiding(sheet)
    names = {one.id: one.name for one in people_by_uid(sheet.meeting).values()}
    if found is None or found.person not in names:
        return _("Nobody presides by the rules; choose who does.")
    mapping = {"name": names[found.person]}
    if found.why == NAMED:
        return _("${name} presides, chosen for this meeting.", mapping=mapping)
    return _("${name} presides by the rules.", mapping=mapping)


def roster_people(sheet: Sheet) -> dict[str, str]:
    """Ids and names of those on the roster, each once."""
    people = people_by_uid(sheet.meeting)
    return {
        people[line.seat.person].id: line.name
        for line in sheet.lines
        if line.seat.person in people
    }


def presiding_choices(sheet: Sheet) -> list[tuple[str, str]]:
    """Ids and names of those on the roster, and of who is named already."""
    found, named = roster_people(sheet), sheet.meeting.presiding
    if named and named not in found:
        people = people_by_uid(sheet.meeting).values()
        found[named] = next((one.name for one in people if one.id == named), named)
    return list(found.items())


def choose_presiding(sheet: Sheet, person: str) -> bool:
    """Name somebody of the roster for this meeting; empty: as the rules say.

    Answers whether that is new. Raises Refusal.
    """
    wanted = person or None
    if wanted == sheet.meeting.presiding:
        return False
    if wanted is not None and wanted not in dict(presiding_choices(sheet)):
        raise Refusal(
            "presiding", _("Choose somebody from the roster."), "not_on_roster"
        )
    sheet.meeting.presiding = wanted
    sheet.records.touch()
    return True
