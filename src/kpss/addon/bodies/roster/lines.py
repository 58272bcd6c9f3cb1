"""One line of a roster as plain values for one reader."""

from Acquisition import aq_base
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.publicity import Shown
from kpss.addon.bodies.rules.seats import Seat
from typing import Any


@dataclass(frozen=True)
class Basis:
    """Why somebody sits there: ``code`` is a basis of a membership or a kind of rule.

    ``body``: UID of the body that the basis is in, when it is another one.
    """

    code: str
    function: str | None = None
    function_title: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class Held:
    """A function held in the body, from the first day to the last.

    ``last`` None: no end is known. ``by_rule``: nobody recorded an end, it follows from
    the length of the term in the rules of procedure (ZAT-60).
    """

    function: str
    title: str
    first: date | None
    last: date | None
    by_rule: bool = False
    awaits_appointment: bool = False


@dataclass(frozen=True)
class Line:
    """A seat for a reader; what the reader may not know is None.

    ``uid`` is the membership's (empty where it stands in a hidden body), ``person`` the
    person's UID; ``membership`` and ``person_id`` are their ids, for links of ours.
    ``here``: the membership stands in this very body. Dates None are open.
    """

    uid: str
    kind: str
    voting: bool
    valid_from: date | None
    valid_to: date | None
    person: str | None = None
    name: str | None = None
    party: str | None = None
    party_title: str | None = None
    organisation: str | None = None
    held: tuple[Held, ...] = ()
    bases: tuple[Basis, ...] = ()
    substitute_of: str | None = None
    unit_title: str | None = None
    office: str | None = None
    email: str | None = None
    phone: str | None = None
    photo: bool = False
    has_account: bool = field(default=False, repr=False)
    membership: str | None = field(default=None, repr=False)
    person_id: str | None = field(default=None, repr=False)
    here: bool = False

    @property
    def functions(self) -> tuple[str, ...]:
        """Ids of the functions held in this body."""
        return tuple(one.function for one in self.held)

    @property
    def function_titles(self) -> tuple[str, ...]:
        return tuple(one.title for one in self.held)


class Titles:
    """Titles of functions, parties, units and organisations of a process."""

    def __init__(self, process):
        self.process = process

    @cached_property
    def functions(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.functions or ()}

    @cached_property
    def parties(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.parties or ()}

    @cached_property
    def plurals(self) -> dict[str, str]:
        """Parties as headings; the title where there is no plural."""
        rows = self.process.parties or ()
        return {row["id"]: row.get("plural") or row["title"] for row in rows}

    @cached_property
    def units(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.units or ()}

    @cached_property
    def _providers(self):
        return aq_base(self.process).get("providers")

    def organisation(self, organisation_id: str | None) -> str | None:
        if not organisation_id or self._providers is None:
            return None
        found = self._providers.get(organisation_id)
        return found.title if found is not None else None


def full_line(
    seat: Seat, person: PersonFact, titles: Titles, held: tuple[Held, ...]
) -> Line:
    """For those who may know everybody in the body; office contacts only."""
    return Line(
        **_seat(seat, titles, held),
        person=person.uid,
        person_id=person.id,
        name=person.name,
        office=person.office,
        email=person.office_email,
        phone=person.office_phone,
        photo=person.has_photo,
        has_account=bool(person.user_id),
    )


def public_line(
    seat: Seat,
    person: PersonFact,
    titles: Titles,
    held: tuple[Held, ...],
    what: Shown,
) -> Line:
    """For everybody: the entry stays, what is not public is left out."""
    known: dict[str, Any] = {"photo": what.photo and person.has_photo}
    if what.name:
        known |= {"person": person.uid, "name": person.name, "office": person.office}
    if what.contact:
        known |= {"email": person.office_email, "phone": person.office_phone}
    return Line(**_seat(seat, titles, held), **known)


def _seat(seat: Seat, titles: Titles, held: tuple[Held, ...]) -> dict[str, Any]:
    """What a line says of the seat, whoever sits there."""
    source = seat.bases[0].source
    units = [one.source.unit for one in seat.bases if one.source.unit]
    party = seat.party
    return {
        "uid": source.uid,
        "kind": seat.kind,
        "voting": seat.voting,
        "valid_from": first_day(seat.span),
        "valid_to": last_day(seat.span),
        "party": party,
        "party_title": titles.parties.get(party or "", party),
        "organisation": titles.organisation(seat.organisation),
        "held": held,
        "bases": tuple(_basis(seat, one, titles) for one in seat.bases),
        "substitute_of": seat.substitute_of,
        "unit_title": titles.units.get(units[0], units[0]) if units else None,
        "membership": source.id,
        "here": source.body == seat.body,
    }


def _basis(seat: Seat, stint, titles: Titles) -> Basis:
    source = stint.source
    code = source.basis if stint.rule is None else stint.rule
    return Basis(
        code=code,
        function=source.function,
        function_title=titles.functions.get(source.function or ""),
        body=source.body if source.body != seat.body else None,
    )
