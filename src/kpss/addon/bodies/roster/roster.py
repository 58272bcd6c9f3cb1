"""The roster of a body on a day, past or future.

The one module that reads the ledger for pages, services and exports; what it hands out
is for the present reader and holds plain values only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.roster.lines import full_line
from kpss.addon.bodies.roster.lines import Held
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.lines import public_line
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.bodies.roster.seen import seen_structure
from kpss.addon.bodies.roster.terms import awaits
from kpss.addon.bodies.roster.terms import end_by_rule
from kpss.addon.bodies.rules import composition
from kpss.addon.bodies.rules.composition import Party
from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.publicity import Shown
from kpss.addon.bodies.rules.publicity import shown
from kpss.addon.bodies.rules.seats import past_seats
from kpss.addon.bodies.rules.seats import Seat
from kpss.addon.bodies.rules.seats import seats_on
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import PRESIDING
from kpss.addon.process.sections import process_of
from plone import api
from plone.base.utils import safe_text


@dataclass(frozen=True)
class Sitting:
    """A seat and who sits on it."""

    seat: Seat
    person: PersonFact


class Roster:
    """Everybody in a body on a day; ``on`` None: today.

    ``sittings``, ``members`` and ``composition`` are unrestricted: they are for rules.
    What people read comes from ``lines``.
    """

    def __init__(self, body, on: date | None = None):
        self.body = body
        self.uid = body.UID()
        self.process = process_of(body)
        self.today = date.today()
        self.on = on or self.today

    @cached_property
    def structure(self) -> Structure:
        """The same for all bodies of the process; ``Rosters`` reads it once."""
        return ledger().structure(self.process.UID())

    @cached_property
    def rules(self) -> Procedure:
        """The rules of procedure in force on the day."""
        return procedure_of(self.body, self.on).settings

    @cached_property
    def sittings(self) -> list[Sitting]:
        """Seats of the day in the order of functions, then of names."""
        return self._sittings(seats_on(ledger().stints_in(self.uid), self.on))

    @cached_property
    def former(self) -> list[Sitting]:
        """The last seats of those who no longer sit here, the latest first."""
        stints = ledger().stints_in(self.uid)
        found = self._sittings(past_seats(stints, self.on))
        return sorted(found, key=lambda one: one.seat.span.last, reverse=True)

    def _sittings(self, seats: Iterable[Seat]) -> list[Sitting]:
        book, process = ledger(), self.process.UID()
        found = [(seat, book.person(process, seat.person)) for seat in seats]
        known = [Sitting(seat, person) for seat, person in found if person is not None]
        return sorted(known, key=self._order)

    def _order(self, sitting: Sitting) -> tuple:
        ranks = [self.function_ranks.get(one, 999) for one in sitting.seat.functions]
        beside = sitting.seat.kind != MEMBER
        return beside, min(ranks, default=1000), sitting.person.sort, sitting.person.id

    @cached_property
    def function_ranks(self) -> dict[str, int]:
        """Presiding functions first, then as the process lists them."""
        rows = [(row["id"], row.get("kind")) for row in self.process.functions or ()]
        first = {"chair": -3, "leader": -2, "vice_chair": -1}
        return {
            function: first.get(kind, place)
            for place, (function, kind) in enumerate(rows)
        }

    @property
    def seats(self) -> list[Seat]:
        return [one.seat for one in self.sittings]

    @property
    def members(self) -> int:
        """How many members there are, with a vote or without."""
        return sum(seat.kind == MEMBER for seat in self.seats)

    @property
    def voting_members(self) -> int:
        return sum(seat.voting for seat in self.seats)

    @cached_property
    def composition(self) -> dict[str, int]:
        """Members by party; parties that count as one here stand under one of them."""
        merged = self.rules.merge_parties == "yes"
        return composition.counts(self.seats, self.parties, merged=merged)

    @cached_property
    def warnings(self) -> list[Warning]:
        return composition.warnings(self.seats, self.parties, self.rules)

    @cached_property
    def parties(self) -> list[Party]:
        return [
            Party(row["id"], row.get("counts_as") or None)
            for row in self.process.parties or ()
        ]

    # What the present reader may know

    @cached_property
    def sees_all(self) -> bool:
        """Whether the reader may know the names of everybody in the body."""
        return api.user.has_permission("kpss.addon: View Roster", obj=self.body)

    @cached_property
    def lines(self) -> list[Line]:
        """The roster for the present reader."""
        return self.lines_of(self.sittings)

    @cached_property
    def former_lines(self) -> list[Line]:
        """Past members, for those who see everybody; for others none."""
        return self.lines_of(self.former) if self.sees_all else []

    @cached_property
    def hidden(self) -> dict[str | None, int]:
        """Members whom the reader only counts, by party (users of services)."""
        if self.sees_all:
            return {}
        return Counter(
            one.seat.party
            for one in self.sittings
            if one.seat.kind == MEMBER and one.seat.person not in self._listed
        )

    @cached_property
    def _listed(self) -> set[str]:
        return {one.seat.person for one in self.sittings if self.shown(one).seat}

    @cached_property
    def seen_bodies(self) -> dict[str, str]:
        """Titles of other bodies that give somebody a seat here, by UID.

        Without those that the reader may not see.
        """
        sittings = [*self.sittings, *(self.former if self.sees_all else ())]
        uids = {basis.source.body for one in sittings for basis in one.seat.bases}
        uids.discard(self.uid)
        if not uids:
            return {}
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.searchResults(UID=sorted(uids))
        return {brain.UID: safe_text(brain.Title) for brain in found}

    def lines_of(self, sittings: Iterable[Sitting]) -> list[Line]:
        titles = self.titles
        if self.sees_all:
            return [
                self.seen(
                    full_line(one.seat, one.person, titles, self.held(one.seat)), one
                )
                for one in sittings
            ]
        judged = ((one, self.shown(one)) for one in sittings)
        return [
            self.seen(
                public_line(one.seat, one.person, titles, self.held(one.seat), what),
                one,
            )
            for one, what in judged
            if what.seat
        ]

    def seen(self, line: Line, sitting: Sitting) -> Line:
        """Without what leads to a body that the reader may not see.

        ``resolveuid`` would tell the address of the body from a UID in it.
        """
        if all(one.body is None for one in line.bases):
            return line
        home = sitting.seat.bases[0].source.body
        if home != self.uid and home not in self.seen_bodies:
            line = replace(line, uid="", membership=None)
        bases = [
            replace(one, function=None, function_title=None)
            if one.body and one.body not in self.seen_bodies
            else one
            for one in line.bases
        ]
        return replace(line, bases=tuple(bases))

    @cached_property
    def titles(self) -> Titles:
        return Titles(self.process)

    def held(self, seat: Seat) -> tuple[Held, ...]:
        """The functions of a seat with their terms, each once."""
        found: dict[str, Held] = {}
        for stint in seat.bases:
            function = stint.function
            if function is None or function in found:
                continue
            first, last = first_day(stint.span), last_day(stint.span)
            by_rule = None if last else self.end_by_rule(function, first)
            found[function] = Held(
                function=function,
                title=self.titles.functions.get(function, function),
                first=first,
                last=last or by_rule,
                by_rule=by_rule is not None,
                awaits_appointment=awaits(stint, self.on),
            )
        return tuple(found.values())

    def end_by_rule(self, function: str, first: date | None) -> date | None:
        """The last day of a term without a recorded end; None where no rule sets it."""
        if first is None or self.structure.function_kind(function) not in PRESIDING:
            return None
        return end_by_rule(self.rules, first)

    def shown(self, sitting: Sitting) -> Shown:
        """What everybody may know of a seat."""
        return shown(
            sitting.seat,
            sitting.person.consents,
            self.seen_structure,
            today=self.today,
        )

    @cached_property
    def seen_structure(self) -> Structure:
        """Without offices in bodies that the reader may not see."""
        return seen_structure(self.process, self.structure)
