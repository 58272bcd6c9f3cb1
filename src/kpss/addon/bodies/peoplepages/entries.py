"""Everybody recorded in a process with what the overview says of them.

From the ledger alone; a page works out the seats of those only whom it shows.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import cached_property
from itertools import groupby
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.roster.terms import end_by_rule
from kpss.addon.bodies.rules.people import consent_on
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.publicity import shown
from kpss.addon.bodies.rules.seats import seats_on
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import PRESIDING
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.i18n import _
from operator import attrgetter


#: A term that ends in so many days is told to the coordinator.
SOON = timedelta(days=90)
ENDS_SOON, EXPIRED = "soon", "expired"
TERMS = ((ENDS_SOON, _("ends within 90 days")), (EXPIRED, _("has expired")))


@dataclass(frozen=True)
class Seating:
    """A place of a person in a body today; ``last`` None: no end is known.

    ``kind``: member, substitute or guest. ``unit``: id of the territory unit.
    """

    body: str
    function: str | None
    first: date | None
    last: date | None
    term: str | None = None
    kind: str = MEMBER
    unit: str | None = None


class People:
    """The people of a process on a day."""

    def __init__(self, process, today: date):
        self.process = process
        self.today = today
        self.uid = process.UID()
        self._rules: dict[str, Procedure] = {}

    @cached_property
    def structure(self):
        return ledger().structure(self.uid)

    def entries(self) -> list["Entry"]:
        """Everybody, by family name in Czech order."""
        return [Entry(fact, self) for fact in ledger().people(self.uid)]

    def rules(self, body: str) -> Procedure:
        """The rules in force in a body, read once."""
        if body not in self._rules:
            found = body_by_id(self.process, self.structure.bodies[body].id)
            self._rules[body] = procedure_of(found, self.today).settings
        return self._rules[body]

    def end_by_rule(self, stint: Stint) -> date | None:
        first = first_day(stint.span)
        kind = self.structure.function_kind(stint.function)
        if first is None or kind not in PRESIDING:
            return None
        return end_by_rule(self.rules(stint.body), first)


class Entry:
    """One person in the overview."""

    def __init__(self, fact: PersonFact, people: People):
        self.fact = fact
        self.people = people

    @cached_property
    def seats(self) -> list[Seating]:
        """Where the person sits today, each function and each body once."""
        today, found = self.people.today, {}
        for stint in ledger().stints_of(self.fact.process, self.fact.id):
            if stint.span.holds(today):
                found.setdefault((stint.body, stint.function), self._seating(stint))
        held = {body for body, function in found if function}
        return [one for one in found.values() if one.function or one.body not in held]

    def _seating(self, stint: Stint) -> Seating:
        last = last_day(stint.span) or self.people.end_by_rule(stint)
        term = None
        if last is not None and stint.rule is None:
            term = _term(last, self.people.today)
        return Seating(
            stint.body,
            stint.function,
            first_day(stint.span),
            last,
            term,
            stint.kind,
            stint.source.unit,
        )

    @property
    def public_by_office(self) -> bool:
        """Whether every seat of today publishes the name without consent."""
        today, structure = self.people.today, self.people.structure
        stints = ledger().stints_of(self.fact.process, self.fact.id)
        seats = [
            seat
            for _body, held in groupby(stints, key=attrgetter("body"))
            for seat in seats_on(held, today)
        ]
        return bool(seats) and all(
            shown(seat, (), structure, today=today).name for seat in seats
        )

    @property
    def terms(self) -> set[str]:
        """What is to be said of terms: soon, expired."""
        return {one.term for one in self.seats if one.term}

    @property
    def bodies(self) -> set[str]:
        """UIDs of the bodies where the person sits today."""
        return {one.body for one in self.seats}

    @property
    def has_account(self) -> bool:
        return bool(self.fact.user_id)

    def consents_to(self, what: str) -> bool:
        return consent_on(self.fact.consents, what, self.people.today) is not None


def _term(last: date, today: date) -> str | None:
    if last < today:
        return EXPIRED
    return ENDS_SOON if last - today <= SOON else None
