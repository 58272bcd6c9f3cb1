"""One line of a roster as plain values for one reader."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.publicity import Shown
from kpss.addon.bodies.rules.seats import Seat


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
class Line:
    """A seat for a reader; what the reader may not know is None.

    ``uid`` is the membership's, ``person`` the person's UID. Dates None are open.
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
    functions: tuple[str, ...] = ()
    function_titles: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    substitute_of: str | None = None
    unit_title: str | None = None
    awaits_appointment: bool = False
    office: str | None = None
    email: str | None = None
    phone: str | None = None
    photo: bool = False
    has_account: bool = field(default=False, repr=False)


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
    def units(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.units or ()}

    def organisation(self, organisation_id: str | None) -> str | None:
        providers = self.process.get("providers")
        found = providers.get(organisation_id) if providers is not None else None
        return found.title if organisation_id and found is not None else None


def full_line(seat: Seat, person: PersonFact, titles: Titles, on: date) -> Line:
    """For those who may know everybody in the body; office contacts only."""
    return replace(
        _unnamed(seat, titles, on),
        person=person.uid,
        name=person.name,
        office=person.office,
        email=person.office_email,
        phone=person.office_phone,
        photo=person.has_photo,
        has_account=bool(person.user_id),
    )


def public_line(
    seat: Seat, person: PersonFact, titles: Titles, on: date, what: Shown
) -> Line:
    """For everybody: the entry stays, what is not public is left out."""
    line = _unnamed(seat, titles, on)
    if what.name:
        line = replace(line, person=person.uid, name=person.name, office=person.office)
    if what.contact:
        line = replace(line, email=person.office_email, phone=person.office_phone)
    return replace(line, photo=what.photo and person.has_photo)


def _unnamed(seat: Seat, titles: Titles, on: date) -> Line:
    units = [one.source.unit for one in seat.bases if one.source.unit]
    return Line(
        uid=seat.membership,
        kind=seat.kind,
        voting=seat.voting,
        valid_from=first_day(seat.span),
        valid_to=last_day(seat.span),
        party=seat.party,
        party_title=titles.parties.get(seat.party or "", seat.party),
        organisation=titles.organisation(seat.organisation),
        functions=seat.functions,
        function_titles=tuple(titles.functions.get(one, one) for one in seat.functions),
        bases=tuple(_basis(seat, one, titles) for one in seat.bases),
        substitute_of=seat.substitute_of,
        unit_title=titles.units.get(units[0], units[0]) if units else None,
        awaits_appointment=seat.awaits_appointment(on),
    )


def _basis(seat: Seat, stint, titles: Titles) -> Basis:
    source = stint.source
    code = source.basis if stint.rule is None else stint.rule
    return Basis(
        code=code,
        function=source.function,
        function_title=titles.functions.get(source.function or ""),
        body=source.body if source.body != seat.body else None,
    )
