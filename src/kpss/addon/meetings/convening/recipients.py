"""Who is invited to a meeting and where the letter goes.

Every member and permanent guest of the roster, and whoever was invited for this meeting.
A guest gets the public items and papers; all of them who sees all anyway, by another
function, and who presides.
A substitute only when a member sends one. Unrestricted, private addresses too: what is
shown of them is judged by whoever shows it.
"""

from collections.abc import Callable
from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from functools import partial
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.meetings.convening.invited import invited_of
from kpss.addon.meetings.convening.roster import Item
from kpss.addon.meetings.convening.roster import items_on
from kpss.addon.meetings.convening.roster import PRESIDES
from kpss.addon.meetings.inside import person_sees_inside
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.who import people_by_uid
from kpss.addon.notices.recipients import default_language
from kpss.addon.notices.recipients import language_of
from plone import api
from typing import Any


#: Where an address comes from.
OFFICE, ACCOUNT, PRIVATE, GIVEN = "office", "account", "private", "given"
#: Kind of somebody who is not on the roster.
INVITED = "invited"


Address = tuple[str, str]


@dataclass(frozen=True)
class Recipient:
    """``key``: of a member or of an invited guest.

    ``find``: gives the address and where it comes from. It and the account are looked up
    when they are asked for: a page names all recipients and needs neither.
    ``everything``: gets the internal items and papers too.
    """

    key: str
    kind: str
    name: str
    find: Callable[[], Address]
    account: str | None = None
    logged_language: str | None = None
    everything: bool = True

    @cached_property
    def _address(self) -> Address:
        return self.find()

    @property
    def to(self) -> str:
        """Empty: there is no address."""
        return self._address[0]

    @property
    def source(self) -> str:
        """One of OFFICE to GIVEN; a private address is not shown to everybody."""
        return self._address[1]

    @cached_property
    def user(self) -> str | None:
        """The account, where there still is one."""
        return self.account if _account(self.account) is not None else None

    @cached_property
    def language(self) -> str:
        """That of the account, else that of the site; of the log as it was."""
        if self.logged_language:
            return self.logged_language
        user = _account(self.account)
        return language_of(user) if user is not None else default_language()


def recipients(
    meeting,
    items: Iterable[Item] | None = None,
    called: Container[str] | None = None,
) -> list[Recipient]:
    """In the order of the roster, then invited guests.

    ``items``: of another roster than that of the meeting now; ``called``: substitutes
    who come, None: those whom members send now.
    """
    people = people_by_uid(meeting)
    items = items_on(meeting) if items is None else items
    called = substitutes_called(meeting) if called is None else called
    seated = [
        _seated(meeting, one, people.get(one["person"]))
        for one in items
        if one["kind"] != SUBSTITUTE or one["member"] in called
    ]
    return [*seated, *_invited(meeting)]


def recipient(meeting, key: str) -> Recipient | None:
    """Somebody who was invited, a substitute too; None: nobody has this key."""
    for one in items_on(meeting):
        if one["member"] == key:
            return _seated(meeting, one, people_by_uid(meeting).get(one["person"]))
    return next((one for one in _invited(meeting) if one.key == key), None)


def substitutes_called(meeting) -> set[str]:
    """Those on the roster whom a member sends instead."""
    replies = records_of(meeting).replies.values()
    return {one["substitute"] for one in replies if one.get("substitute")}


def as_logged(one: Mapping[str, Any]) -> Recipient:
    """Who got a letter of the log, at its address: it may be nobody's on the roster."""
    return Recipient(
        key=one["to"],
        kind=one["kind"],
        name=one["name"],
        find=lambda: (one["address"], one["source"]),
        logged_language=one.get("language"),
    )


def phones_of(context) -> dict[str, str]:
    """Telephones of the office by UID of the person."""
    found = people_by_uid(context)
    return {uid: one.office_phone for uid, one in found.items() if one.office_phone}


def _seated(meeting, item: Item, person: PersonFact | None) -> Recipient:
    name = item["name"] or ""
    kind = PRESIDES if PRESIDES in item["basis"] else item["kind"]
    found = recipient_of(meeting, item["member"], kind, name, person)
    return replace(found, everything=_gets_everything(meeting, item, person))


def recipient_of(
    context, key: str, kind: str, name: str, person: PersonFact | None
) -> Recipient:
    """A person of the process of ``context``; None: one who is known no more."""
    return Recipient(
        key=key,
        kind=kind,
        name=name,
        find=partial(_address, context, person),
        account=person.user_id if person is not None else None,
    )


def _gets_everything(meeting, item: Item, person: PersonFact | None) -> bool:
    if item["kind"] != GUEST or PRESIDES in item["basis"]:
        return True
    return person is not None and person_sees_inside(meeting, person.id)


def _account(user_id: str | None):
    return api.user.get(userid=user_id) if user_id else None


def _address(context, person: PersonFact | None) -> Address:
    """Of the office, else of the account, else the private one; empty: there is none."""
    if person is None:
        return "", ""
    if person.office_email:
        return person.office_email, OFFICE
    user = _account(person.user_id)
    own = user.getProperty("email", None) if user is not None else None
    if own:
        return own, ACCOUNT
    private = getattr(person_by_id(context, person.id), "private_email", None)
    return (private, PRIVATE) if private else ("", "")


def _given(email: str) -> Address:
    return email, GIVEN


def _invited(meeting) -> Iterator[Recipient]:
    for one in invited_of(meeting):
        yield Recipient(
            key=one.key,
            kind=INVITED,
            name=one.name,
            find=partial(_given, one.email),
            everything=one.everything,
        )
