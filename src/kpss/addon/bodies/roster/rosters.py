"""The rosters of all bodies of a process on a day: who holds which function."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.seen import seen_structure


class Rosters:
    """Rosters by id of their bodies, for the present reader; bodies are seen ones.

    The structure of the process is read once: with 300 bodies it is most of the work.
    """

    def __init__(self, process, on: date):
        self.process = process
        self.on = on
        self._structure = ledger().structure(process.UID())
        self._seen = seen_structure(process, self._structure)
        self._known: dict[str, Roster] = {}

    def of(self, body_id: str) -> Roster:
        """The roster of a body that exists."""
        if body_id not in self._known:
            roster = Roster(self.process["bodies"][body_id], self.on)
            roster.structure = self._structure
            roster.seen_structure = self._seen
            self._known[body_id] = roster
        return self._known[body_id]

    def holders(self, body_id: str, function: str) -> list[Line]:
        """Lines of those who hold a function of the body, named or not."""
        lines = self.of(body_id).lines
        return [line for line in lines if function in line.functions]

    def names(self, body_id: str, function: str) -> str | None:
        """Who holds a function, as the reader may know it; None when nobody known."""
        holders = self.holders(body_id, function)
        return ", ".join(line.name for line in holders if line.name) or None
