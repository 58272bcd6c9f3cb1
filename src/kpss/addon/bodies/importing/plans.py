"""What an import means to record: plans of people and memberships, and judged rows."""

from dataclasses import dataclass
from dataclasses import field
from kpss.addon.bodies.importing.rules.cells import Cell
from kpss.addon.bodies.importing.rules.verdicts import CellVerdict
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.rules.verdicts import worst
from kpss.addon.bodies.rules.facts import MembershipFact
from typing import Any


@dataclass
class PersonPlan:
    """``obj`` None: a new person. ``said``: field → value and the row that said it first."""

    id: str
    obj: Any = None
    said: dict[str, tuple[Any, int]] = field(default_factory=dict)
    #: Fields that differ from what is recorded.
    changed: set[str] = field(default_factory=set)
    #: Consents to add: kind → day.
    consents: dict[str, Any] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, (value, _row) in self.said.items()}

    @property
    def acts(self) -> bool:
        """Whether anything is to be recorded."""
        return self.obj is None or bool(self.changed or self.consents)

    def now(self, name: str) -> Any:
        """What is to be, or else what is recorded."""
        if name in self.said:
            return self.said[name][0]
        return getattr(self.obj, name, None)


@dataclass
class MembershipPlan:
    """``obj`` None: a new membership. ``values`` are complete, ``said`` what rows give."""

    id: str
    uid: str
    body: Any
    row: int
    values: dict[str, Any]
    said: dict[str, Any]
    obj: Any = None
    changed: set[str] = field(default_factory=set)
    fact: MembershipFact | None = None

    @property
    def acts(self) -> bool:
        """Whether anything is to be recorded."""
        return self.obj is None or bool(self.changed)


@dataclass
class RowDraft:
    """A row of the table: what its cells say and what is thought of them.

    ``raw``: filled cells by column; ``values``: those that could be read, references as
    ids; ``cells``: verdicts by column.
    """

    number: int
    raw: dict[str, Cell]
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, CellVerdict] = field(default_factory=dict)
    person: PersonPlan | None = None
    membership: MembershipPlan | None = None

    @property
    def verdict(self) -> str:
        return worst(cell.verdict for cell in self.cells.values())

    @property
    def failed(self) -> bool:
        return self.verdict == ERROR

    def judge(
        self,
        name: str,
        verdict: str,
        *,
        value: str = "",
        current: str = "",
        problem: Problem | None = None,
    ) -> None:
        """Keep the verdict on a cell, unless a graver one is known."""
        known = self.cells.get(name)
        if known is None or worst((known.verdict, verdict)) != known.verdict:
            self.cells[name] = CellVerdict(verdict, value, current, problem)

    def refuse(self, name: str, code: str, *, message: Any = None, **params: Any):
        """An error in the cell of a column, also an empty one."""
        problem = Problem(code, params, self.number, name, message)
        self.judge(name, ERROR, problem=problem)
