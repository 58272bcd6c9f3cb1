"""Filled rows of the bulk edit as changes; errors by the unit that they stand at."""

from datetime import date
from datetime import timedelta
from functools import cached_property
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.changes import Ending
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.people import PersonRefused
from kpss.addon.bodies.recording.units.table import COORDINATOR
from kpss.addon.bodies.recording.units.table import Holder
from kpss.addon.bodies.recording.units.table import Post
from kpss.addon.bodies.recording.units.table import UnitRow
from kpss.addon.bodies.rules.usual import usual_basis
from kpss.addon.i18n import _
from kpss.addon.process.forms.sent import Sent
from zope.i18nmessageid import Message


class UnitsPlan:
    """What the rows ask for; rows in which nothing is filled in change nothing."""

    def __init__(
        self,
        rows: list[UnitRow],
        post: Post,
        sent: Sent,
        people: People,
        deputy: str | None = None,
    ):
        self.post = post
        self.deputy = deputy
        self.sent = sent
        self.people = people
        self.errors: dict[str, Message | str] = {}
        self.since = sent.day("since", self.errors)
        parts = [self._of(row) for row in rows]
        self.changes = Changes(
            tuple(one for part in parts for one in part.beginnings),
            tuple(one for part in parts for one in part.endings),
        )
        for place, _name, message in self.changes.problems:
            self.errors.setdefault(place, message)

    def _of(self, row: UnitRow) -> Changes:
        since = self._day(row, f"{row.id}-since") or self.since
        ends = {
            one.fact.id: self._day(row, f"{row.id}-ends-{one.fact.id}")
            for one in (*row.coordinators, *row.deputies)
        }
        new = self._beginning(row, since)
        deputy = self._deputy(row, since, replaced=new is not None)
        if new is not None and not self.sent.flag(f"{row.id}-beside"):
            ends.update(self._replaced(row, ends, since))
        for one in row.deputies:
            # Who stands in for somebody ends with that person
            principal = ends.get(one.fact.substitute_of or "")
            if principal is not None and one.fact.span.holds(principal):
                ends[one.fact.id] = ends[one.fact.id] or principal
        endings = [
            Ending(row.id, one.membership, one.fact, ends[one.fact.id])
            for one in (*row.coordinators, *row.deputies)
            if ends[one.fact.id] not in (None, one.fact.valid_to)
        ]
        beginnings = tuple(one for one in (new, deputy) if one is not None)
        return Changes(beginnings, tuple(endings))

    def _day(self, row: UnitRow, name: str) -> date | None:
        """A day of the row; what is no day is an error of the row."""
        found: dict[str, Message | str] = {}
        day = self.sent.day(name, found)
        for message in found.values():
            self.errors.setdefault(row.id, message)
        return day

    def _beginning(self, row: UnitRow, since: date | None) -> Beginning | None:
        text = self.sent.text(f"{row.id}-name")
        if not text:
            beside = self.sent.text(f"{row.id}-deputy")
            alone = self.sent.text(f"{row.id}-since") and not beside
            if alone or self.sent.text(f"{row.id}-letter"):
                self._wrong(row, _("Write who the new coordinator is."))
            return None
        person = self._person(row, "name", since)
        if person is None:
            return None
        values = {
            "function": self.post.function,
            "unit": row.id,
            "valid_from": since,
            "basis": self._basis,
            "delegation_letter": self.sent.text(f"{row.id}-letter") or None,
        }
        return Beginning(row.id, self.post.body, person, values)

    def _person(self, row: UnitRow, name: str, since: date | None):
        """Who is typed into the row; None where that or the first day is wrong."""
        if since is None:
            self._wrong(row, _("Give the first day, here or above the table."))
            return None
        try:
            return self.people.typed(
                self.sent.text(f"{row.id}-{name}"),
                somebody_else=self.sent.flag(f"{row.id}-other"),
            )
        except PersonRefused as refused:
            self._wrong(row, refused.message)
            return None

    def _deputy(
        self, row: UnitRow, since: date | None, *, replaced: bool
    ) -> Beginning | None:
        """Somebody who stands in for the coordinator of the unit.

        By the function of a deputy where the process has one, else for the membership of
        who coordinates the unit then.
        """
        if not self.sent.text(f"{row.id}-deputy"):
            return None
        values = {"unit": row.id, "valid_from": since, "basis": self._basis}
        if self.deputy is not None:
            values["function"] = self.deputy
        else:
            present = [
                one for one in row.coordinators if since and one.fact.span.holds(since)
            ]
            if replaced or not present:
                self._wrong(
                    row,
                    _("Save the coordinator first; a deputy stands in for somebody."),
                )
                return None
            values["substitute_of"] = present[0].fact.id
        person = self._person(row, "deputy", since)
        if person is None:
            return None
        return Beginning(row.id, self.post.body, person, values)

    @cached_property
    def _basis(self) -> str:
        rules = procedure_of(self.post.body).settings
        return usual_basis(rules, self.post.body.kind, COORDINATOR)

    def _replaced(self, row: UnitRow, ends: dict, since: date) -> dict:
        """Without another day, those there end on the day before the new one begins."""
        eve = since - timedelta(days=1)
        return {
            one.fact.id: ends[one.fact.id] or self._end_of(one, since, eve)
            for one in row.coordinators
        }

    def _end_of(self, holder: Holder, since: date, eve: date) -> date | None:
        return eve if holder.fact.span.holds(since) else None

    def _wrong(self, row: UnitRow, message: Message) -> None:
        self.errors.setdefault(row.id, message)
