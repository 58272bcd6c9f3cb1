"""Whom the minutes may name in public: everybody whom they may speak of, and who stays.

Unrestricted: nothing of it is shown, it only says which words are hidden.
"""

from Acquisition import aq_parent
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.people import consent_on
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.publicity import shown
from kpss.addon.bodies.rules.seats import seats_on
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.minutes.rules.anonymising import normal
from kpss.addon.minutes.rules.anonymising import Setting
from kpss.addon.minutes.rules.looked_for import People
from kpss.addon.minutes.rules.people import Known
from kpss.addon.minutes.rules.people import known
from kpss.addon.minutes.rules.people import named_in
from kpss.addon.minutes.rules.people import words_of
from kpss.addon.process.sections import process_of


def setting_of(minutes) -> Setting:
    """What is known today of people whom these minutes may speak of."""
    meeting = aq_parent(minutes)
    people = _people(meeting)
    return Setting(
        People(_everybody(meeting, people)),
        contacts=tuple(_office_contacts(meeting, people)),
        shown={normal(row["text"]): row["reason"] for row in minutes.shown or ()},
        concealed=frozenset(normal(row["text"]) for row in minutes.concealed or ()),
    )


def _everybody(meeting, people: Iterable[tuple[PersonFact, bool]]) -> Iterator[Known]:
    names = [(person.name, stays) for person, stays in people]
    staying = {person.uid for person, stays in people if stays}
    records = records_of(meeting)
    # Called otherwise on the day of the meeting, or gone from the process
    for row in records.snapshot["items"]:
        names.append((row.get("name") or "", row.get("person") in staying))
    # Invited and perhaps not there, guests, substitutes named by who answered
    for one in (records.invited, records.guests, records.replies):
        names += [(value.get("name") or "", False) for value in one.values()]
    found = [known(name, stays=stays) for name, stays in names]
    people_known = [one for one in found if one is not None]
    yield from people_known
    # Whoever presents is private, unless it is somebody who may be named
    open_names = {words_of(one) for one in people_known if one.stays}
    open_names -= {words_of(one) for one in people_known if not one.stays}
    others = _no_names(meeting)
    for item in items_of(meeting):
        for one in named_in(item.presenter or "", others):
            if words_of(one) not in open_names:
                yield one


def _people(meeting) -> list[tuple[PersonFact, bool]]:
    """Everybody of the process, and whether the name may stand here today."""
    process, on = process_of(meeting), day_of(meeting) or date.today()
    return [
        (person, _stays(process, person, on))
        for person in ledger().people(process.UID())
    ]


def _stays(process, person: PersonFact, on: date) -> bool:
    """Public in any body by the rules, on the day of the meeting or today, or by consent.

    Who ever came for a party that is not public (users of services) is nowhere named.
    """
    today = date.today()
    structure = ledger().structure(process.UID())
    stints = ledger().stints_of(process.UID(), person.id)
    parties = {one.source.party for one in stints if one.source.party}
    if parties - structure.public_parties:
        return False
    if consent_on(person.consents, "name", today) is not None:
        return True
    seats = [
        seat
        for body in {one.body for one in stints}
        for day in {on, today}
        for seat in seats_on([one for one in stints if one.body == body], day)
    ]
    return any(shown(one, (), structure, today=today).name for one in seats)


def _office_contacts(
    meeting, people: Iterable[tuple[PersonFact, bool]]
) -> Iterator[str]:
    """Contacts of those who are named, and the place of the meeting."""
    for person, stays in people:
        if stays:
            yield from filter(None, (person.office_email, person.office_phone))
    if meeting.place:
        yield meeting.place


def _no_names(meeting) -> list[str]:
    """Texts whose capitalised words name nobody."""
    process = process_of(meeting)
    texts = [process.title, process.municipality or "", body_of(meeting).title]
    texts += [
        guest.get("organisation") or "" for guest in records_of(meeting).guests.values()
    ]
    providers = process.get("providers")
    if providers is not None:
        texts += [one.title for one in providers.objectValues()]
    return [*texts, meeting.title]
