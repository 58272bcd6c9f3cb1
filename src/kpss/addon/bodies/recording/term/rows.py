"""The form of a new term as rows: who is there, and lines for those who come."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.succession import eve_of
from kpss.addon.bodies.rules.succession import present
from kpss.addon.bodies.rules.succession import refilled
from kpss.addon.bodies.rules.succession import reserving
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.process.forms.sent import Sent


#: Blank lines at first, how many more a button gives, and the most of one body.
BLANK, MORE, MOST = 8, 10, 300

#: Bodies of elected people, who need not come for any party.
WITHOUT_PARTY = ("assembly", "council")


@dataclass(frozen=True)
class Row:
    """One line of the form; its fields are called ``{place}-…``.

    ``fact``: of somebody present, who continues or not; without it a line for ``text``.
    ``held`` and ``seats``: ids of bodies where a reserved seat is held, and is to be.
    """

    place: str
    name: str
    fact: MembershipFact | None = None
    continues: bool = False
    text: str = ""
    somebody_else: bool = False
    party: str = ""
    function: str = ""
    held: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()

    @property
    def counts(self) -> bool:
        """Whether somebody of the new term stands on the line."""
        return self.continues if self.fact is not None else bool(self.text)


@dataclass(frozen=True)
class Section:
    """One body of the form. ``reserved``: bodies with seats for its members.

    ``asks_party`` False: who continues keeps the party, who is new has none.
    """

    body: BodyFact
    title: str
    ticked: bool
    present: tuple[Row, ...]
    coming: tuple[Row, ...]
    reserved: dict[str, int | None]
    asks_party: bool = True

    @property
    def place(self) -> str:
        return self.body.id

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*self.present, *self.coming)


class Sections:
    """The form as sent, or as it is offered at first (``is_sent`` False)."""

    def __init__(self, process, first: date, sent: Sent, *, is_sent: bool):
        self.process = process
        self.first = first
        self.sent = sent
        self.is_sent = is_sent

    @cached_property
    def structure(self) -> Structure:
        return ledger().structure(self.process.UID())

    @cached_property
    def all(self) -> list[Section]:
        """Assembly, council, commissions; of one kind as the chart has them."""
        kinds = [kind for kind, _title in BODY_KINDS]
        bodies = self.process["bodies"]
        found = [
            one for one in refilled(self.structure, self.first) if one.id in bodies
        ]
        found.sort(
            key=lambda one: (kinds.index(one.kind), bodies[one.id].chart_order or 0)
        )
        return [self._section(one) for one in found]

    @property
    def ticked(self) -> list[Section]:
        return [one for one in self.all if one.ticked]

    def _section(self, body: BodyFact) -> Section:
        reserved = reserving(self.structure, body.id, self.first)
        return Section(
            body=body,
            title=self.process["bodies"][body.id].title,
            ticked=self.sent.flag(f"{body.id}-on") if self.is_sent else True,
            present=tuple(self._present(body, reserved)),
            coming=tuple(self._coming(body, reserved)),
            reserved=reserved,
            asks_party=self._asks_party(body),
        )

    def _asks_party(self, body: BodyFact) -> bool:
        return bool(self.process.parties) and body.kind not in WITHOUT_PARTY

    def _present(self, body: BodyFact, reserved) -> list[Row]:
        book, rows, seen = ledger(), [], set()
        holders = self._holders(body, reserved)
        found = []
        for fact in present(book.recorded_in(body.uid), self.first):
            person = book.person(body.process, fact.person)
            if person is not None:
                found.append((person.sort, fact.uid, person.name, fact))
        for _sort, _uid, name, fact in sorted(found, key=lambda one: one[:2]):
            # Somebody with two functions has one box for a reserved seat
            held = frozenset() if fact.person in seen else holders.get(fact.person, ())
            seen.add(fact.person)
            rows.append(self._row_of(body, fact, name, frozenset(held), reserved))
        return rows

    def _row_of(self, body, fact, name, held, reserved) -> Row:
        place = f"{body.id}-{fact.id}"
        all_continue = self.sent.flag(f"all-{body.id}")
        party = fact.party or ""
        if self.is_sent and self._asks_party(body):
            party = self.sent.text(f"{place}-party")
        return Row(
            place=place,
            name=name,
            fact=fact,
            continues=all_continue or self.sent.flag(f"{place}-continues"),
            party=party,
            function=self.sent.text(f"{place}-function"),
            held=held,
            seats=self._seats(place, reserved) if self.is_sent else held,
        )

    def _coming(self, body: BodyFact, reserved) -> list[Row]:
        return [
            self._line(f"{body.id}-{number}", number, reserved)
            for number in range(1, self.lines(body.id) + 1)
        ]

    def _line(self, place: str, number: int, reserved) -> Row:
        return Row(
            place=place,
            name=str(number),
            text=self.sent.text(f"{place}-name"),
            somebody_else=self.sent.flag(f"{place}-other"),
            party=self.sent.text(f"{place}-party"),
            function=self.sent.text(f"{place}-function"),
            seats=self._seats(place, reserved),
        )

    def lines(self, body_id: str) -> int:
        """How many lines for new people the body has in the form."""
        known = self.sent.number(f"{body_id}-lines", BLANK, MOST)
        asked = MORE if self.sent.flag(f"more-{body_id}") else 0
        return min(known + asked, MOST)

    def _seats(self, place: str, reserved) -> frozenset[str]:
        ticked = (one for one in reserved if self.sent.flag(f"{place}-seat-{one}"))
        return frozenset(ticked)

    def _holders(self, body: BodyFact, reserved) -> dict[str, set[str]]:
        """By person: bodies where a seat reserved for members of the body is held."""
        found: dict[str, set[str]] = {}
        for other_id in reserved:
            for fact in self.reserved_seats(body.id, other_id):
                found.setdefault(fact.person, set()).add(other_id)
        return found

    def reserved_seats(self, body_id: str, other_id: str) -> list[MembershipFact]:
        """Seats in another body reserved for members of the body, held on the eve."""
        facts = self._recorded_seats(body_id, other_id)
        return [one for one in facts if any(s.holds(self.eve) for s in spans_of(one))]

    def lapsed_seats(
        self, body_id: str, other_id: str
    ) -> list[tuple[MembershipFact, date]]:
        """Seats recorded without an end, lost with a mandate: each with its last day.

        They would come back with another mandate of the same person.
        """
        found = []
        for fact in self._recorded_seats(body_id, other_id):
            last = max((span.last for span in spans_of(fact)), default=None)
            if last is not None and last < self.eve and fact.span.holds(self.first):
                found.append((fact, last))
        return found

    def _recorded_seats(self, body_id: str, other_id: str) -> list[MembershipFact]:
        other = self.structure.by_id[other_id]
        facts = present(ledger().recorded_in(other.uid), self.first)
        return [fact for fact in facts if fact.reserved_by == body_id]

    @property
    def eve(self) -> date:
        return eve_of(self.first)


def spans_of(fact: MembershipFact) -> list[Period]:
    """When a membership really gives a seat in its body."""
    stints = ledger().stints_of(fact.process, fact.person)
    return [
        one.span
        for one in stints
        if (one.source.uid, one.body) == (fact.uid, fact.body)
    ]
