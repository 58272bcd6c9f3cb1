"""A table that somebody wants to import: judged cell by cell, and what it would record."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from hashlib import sha256
from kpss.addon.bodies.importing.admitting_rows import admit
from kpss.addon.bodies.importing.locks import refuse_locked_rows
from kpss.addon.bodies.importing.membership_rows import Memberships
from kpss.addon.bodies.importing.people_rows import plan_people
from kpss.addon.bodies.importing.plans import MembershipPlan
from kpss.addon.bodies.importing.plans import PersonPlan
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.row_reading import read_rows
from kpss.addon.bodies.importing.rules.headings import Headings
from kpss.addon.bodies.importing.rules.headings import recognise
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.importing.table import Table
import json


@dataclass(frozen=True)
class Draft:
    """``problems`` concern the whole file and stop the import, ``notes`` do not."""

    table: Table
    headings: Headings
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    rows: tuple[RowDraft, ...] = ()
    people: dict[str, PersonPlan] = field(default_factory=dict)
    memberships: tuple[MembershipPlan, ...] = ()
    organisations: dict[str, str] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether it can be applied as a whole."""
        return not self.problems and not any(row.failed for row in self.rows)

    @property
    def may_apply(self) -> bool:
        return self.ready and self.acts

    @property
    def names(self) -> list[str]:
        """The known columns in the order of the file."""
        places = self.headings.places
        return sorted(places, key=places.__getitem__)

    @property
    def acts(self) -> bool:
        """Whether applying would change anything."""
        plans = (*self.memberships, *self.people.values())
        return any(plan.acts for plan in plans)

    @cached_property
    def counts(self) -> Counter:
        """How many rows have which verdict."""
        return Counter(row.verdict for row in self.rows)

    def heading(self, name: str) -> str | None:
        """The heading of a column as it stands in the file; None when it has none."""
        place = self.headings.places.get(name)
        return None if place is None else self.table.headings[place]

    @cached_property
    def digest(self) -> str:
        """Says whether the file and everything thought of it is still the same.

        New ids are not in it: they are random.
        """
        said = [
            [
                row.number,
                row.person.id if row.person and row.person.obj is not None else "",
                row.membership.uid if row.membership else "",
                sorted(
                    (name, one.verdict, str(one.current), str(row.values.get(name)))
                    for name, one in row.cells.items()
                ),
            ]
            for row in self.rows
        ]
        whole = [self.table.headings, [str(row) for row in self.table.rows], said]
        return sha256(json.dumps(whole).encode()).hexdigest()


def draft(process, table: Table, *, today: date) -> Draft:
    """Judge a table against the process as it is now; nothing is written."""
    headings = recognise(table.headings)
    notes = (*_notes(table), *_unknown(table, headings))
    problems = tuple(_heading_problems(table, headings))
    if problems:
        return Draft(table, headings, problems, notes)
    scene = Scene(process)
    rows = read_rows(table, headings.places, scene)
    if not rows:
        return Draft(table, headings, (Problem("no_rows"),), notes)
    people = plan_people(rows, scene, today=today)
    memberships = Memberships(scene)
    # Principals first, wherever they stand
    for row in sorted(rows, key=lambda row: "substitute_of" in row.raw):
        memberships.plan(row)
    admit(rows, people)
    refuse_locked_rows(rows)
    return Draft(
        table,
        headings,
        notes=notes,
        rows=tuple(rows),
        people=people,
        memberships=tuple(memberships.plans),
        organisations=scene.new_organisations,
    )


def _heading_problems(table: Table, headings: Headings):
    for first, second in headings.twice:
        params = {"first": table.headings[first], "second": table.headings[second]}
        yield Problem("twice", params)
    for name in headings.missing:
        yield Problem("missing", {"column": name})


def _notes(table: Table):
    if table.hidden or table.others:
        params = {"sheet": table.sheet, "others": [*table.others, *table.hidden]}
        yield Problem("sheet_read", params)


def _unknown(table: Table, headings: Headings):
    for position in headings.unknown:
        yield Problem("unknown_column", {"heading": table.headings[position]})
