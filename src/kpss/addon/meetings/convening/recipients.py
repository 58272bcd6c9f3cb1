"""Who is invited to a meeting and where the letter goes.

Every member and permanent guest of the roster, and whoever was invited for this meeting.
A substitute only when a member sends one. Unrestricted, private addresses too: what is
shown of them is judged by whoever shows it.
"""

from collections.abc import Container
from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.meetings.convening.invited import invited_of
from kpss.addon.meetings.convening.roster import Item
from kpss.addon.meetings.convening.roster import items_on
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.replies import STANDING_IN
from kpss.addon.notices.recipients import default_language
from kpss.addon.notices.recipients import language_of
from kpss.addon.process.sections import process_of
from plone import api


#: Where an address comes from.
OFFICE, ACCOUNT, PRIVATE, GIVEN = "office", "account", "private", "given"
#: Kind of somebody who is not on the roster.
INVITED = "invited"


@dataclass(frozen=True)
class Recipient:
    """``key``: of a member or of an invited guest. ``to`` empty: there is no address.

    ``source``: where the address comes from; a private one is not shown to everybody.
    ``everything``: gets the internal items and papers too.
    """

    key: str
    kind: str
    name: str
    language: str
    to: str = ""
    source: str = ""
    user: str | None = None
    everything: bool = True


def recipients(meeting, without: Container[str] = ()) -> list[Recipient]:
    """In the order of the roster, then invited guests; ``without`` these keys."""
    people = people_of(meeting)
    called = substitutes_called(meeting)
    seated = [
        _seated(meeting, one, people.get(one["person"]))
        for one in items_on(meeting)
        if one["member"] not in without
        and (one["kind"] != STANDING_IN or one["member"] in called)
    ]
    return [*seated, *(one for one in _invited(meeting) if one.key not in without)]


def recipient(meeting, key: str) -> Recipient | None:
    """Somebody who was invited, a substitute too; None: nobody has this key."""
    for one in items_on(meeting):
        if one["member"] == key:
            return _seated(meeting, one, people_of(meeting).get(one["person"]))
    return next((one for one in _invited(meeting) if one.key == key), None)


def substitutes_called(meeting) -> set[str]:
    """Those on the roster whom a member sends instead."""
    replies = records_of(meeting).replies.values()
    return {one["substitute"] for one in replies if one.get("substitute")}


def people_of(context) -> dict[str, PersonFact]:
    """People of the process by UID."""
    people = ledger().people(process_of(context).UID())
    return {one.uid: one for one in people}


def phones_of(context) -> dict[str, str]:
    """Telephones of the office by UID of the person."""
    found = people_of(context)
    return {uid: one.office_phone for uid, one in found.items() if one.office_phone}


def _seated(meeting, item: Item, person: PersonFact | None) -> Recipient:
    name = item["name"] or ""
    return recipient_of(meeting, item["member"], item["kind"], name, person)


def recipient_of(
    context, key: str, kind: str, name: str, person: PersonFact | None
) -> Recipient:
    """A person of the process of ``context``; None: one who is known no more."""
    to, source = _address(context, person)
    user = _account(person)
    return Recipient(
        key=key,
        kind=kind,
        name=name,
        language=language_of(user) if user is not None else default_language(),
        to=to,
        source=source,
        user=person.user_id if person is not None and user is not None else None,
    )


def _account(person: PersonFact | None):
    if person is None or not person.user_id:
        return None
    return api.user.get(userid=person.user_id)


def _address(context, person: PersonFact | None) -> tuple[str, str]:
    """Of the office, else of the account, else the private one; empty: there is none."""
    if person is None:
        return "", ""
    if person.office_email:
        return person.office_email, OFFICE
    user = _account(person)
    own = user.getProperty("email", None) if user is not None else None
    if own:
        return own, ACCOUNT
    private = getattr(person_by_id(context, person.id), "private_email", None)
    return (private, PRIVATE) if private else ("", "")


def _invited(meeting) -> Iterator[Recipient]:
    for one in invited_of(meeting):
        yield Recipient(
            key=one.key,
            kind=INVITED,
            name=one.name,
            language=default_language(),
            to=one.email,
            source=GIVEN,
            everything=one.everything,
        )
