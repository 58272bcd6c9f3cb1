"""Coordinators of the territory units as rows (PRA-11, PRA-12, PRA-22)."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.codelists.collation import sort_key
from typing import Any
import re


COORDINATOR = "district_coordinator"
DEPUTY = "substitute"


@dataclass(frozen=True)
class Post:
    """A function of coordinators of units and the body that it is recorded in."""

    function: str
    title: str
    body: Any


@dataclass(frozen=True)
class Holder:
    """Somebody who is, or is going to be, a unit's coordinator or deputy."""

    fact: MembershipFact
    name: str
    url: str
    letter: str
    membership: Any = field(compare=False, repr=False)

    def is_present(self, on: date) -> bool:
        return self.fact.span.holds(on)


@dataclass(frozen=True)
class UnitRow:
    """One unit. ``vacant``: nobody coordinates it today, whoever comes later."""

    id: str
    title: str
    coordinators: tuple[Holder, ...]
    deputies: tuple[Holder, ...]
    vacant: bool


class UnitTable:
    """The units of a process on a day, with everybody whose time has not passed."""

    def __init__(self, process, on: date):
        self.process = process
        self.on = on

    @cached_property
    def structure(self) -> Structure:
        return ledger().structure(self.process.UID())

    @cached_property
    def posts(self) -> list[Post]:
        """Where a coordinator of a unit can be recorded."""
        rows = [
            row for row in self.process.functions or () if row["kind"] == COORDINATOR
        ]
        found = [(row, self._body_for(row)) for row in rows]
        return [
            Post(row["id"], row["title"], body)
            for row, body in found
            if body is not None
        ]

    @property
    def deputy(self) -> str | None:
        """The function of those who stand in for coordinators, where there is one."""
        found = [
            row["id"] for row in self.process.functions or () if row["kind"] == DEPUTY
        ]
        return found[0] if found else None

    def _body_for(self, row: dict):
        """The body of the function; without one, where the function gives a seat."""
        ids = [row.get("body"), *self._giving(row["id"])]
        bodies = self.process["bodies"]
        return next((bodies[one] for one in ids if one and one in bodies), None)

    def _giving(self, function: str) -> list[str]:
        return [
            body.id
            for body in self.structure.bodies.values()
            for regime in body.regimes
            for rule in regime.ex_officio
            if rule.kind == "function" and rule.function == function
        ]

    @cached_property
    def rows(self) -> list[UnitRow]:
        """Units by name, numbers in it as numbers."""
        units = sorted(self.process.units or (), key=_by_name_and_number)
        return [self._row(unit) for unit in units]

    @property
    def vacancies(self) -> int:
        return sum(row.vacant for row in self.rows)

    def _row(self, unit: dict) -> UnitRow:
        held = self._of_unit.get(unit["id"], [])
        coordinators = tuple(one for one in held if self._coordinates(one.fact))
        ids = {one.fact.id for one in coordinators}
        deputies = tuple(
            one
            for one in self._holders
            if one not in coordinators
            and (one.fact.unit == unit["id"] or one.fact.substitute_of in ids)
            and self._deputises(one.fact)
        )
        vacant = not any(one.is_present(self.on) for one in coordinators)
        return UnitRow(unit["id"], unit["title"], coordinators, deputies, vacant)

    def _coordinates(self, fact: MembershipFact) -> bool:
        kind = self.structure.function_kind(fact.function)
        return kind == COORDINATOR and not fact.substitute_of

    def _deputises(self, fact: MembershipFact) -> bool:
        kind = self.structure.function_kind(fact.function)
        return bool(fact.substitute_of) or kind == DEPUTY

    @cached_property
    def _of_unit(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = {}
        for one in self._holders:
            found.setdefault(one.fact.unit or "", []).append(one)
        return found

    @cached_property
    def _holders(self) -> list[Holder]:
        """Coordinators and deputies whose last day has not passed, in Czech order."""
        book = ledger()
        found = []
        for body in self.structure.bodies.values():
            for fact in book.recorded_in(body.uid):
                concerned = self._coordinates(fact) or self._deputises(fact)
                person = book.person(fact.process, fact.person)
                if concerned and person is not None and fact.span.last >= self.on:
                    found.append(
                        (person.sort, fact.uid, self._holder(body, fact, person))
                    )
        return [one for _sort, _uid, one in sorted(found, key=lambda each: each[:2])]

    def _holder(self, body: BodyFact, fact: MembershipFact, person) -> Holder:
        membership = self.process["bodies"][body.id][fact.id]
        return Holder(
            fact=fact,
            name=person.name,
            url=membership.absolute_url(),
            letter=membership.delegation_letter or "",
            membership=membership,
        )


def _by_name_and_number(unit: dict) -> list:
    parts = re.split(r"(\d+)", unit["title"])
    return [
        (int(part), b"") if part.isdigit() else (0, sort_key(part)) for part in parts
    ]
