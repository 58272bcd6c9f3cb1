"""What the rules on people know: memberships, bodies, functions, as plain values.

References are as in the content: people, organisations, parties, functions by their id
in the process; bodies by UID, but by id where rules of procedure name them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.periods import period
from kpss.addon.bodies.rules.procedure import ExOfficio


@dataclass(frozen=True)
class MembershipFact:
    """One membership as recorded. ``valid_to`` None: no end is known.

    ``function`` None: a plain member. ``reserved_by``: id of the body whose mandate the
    seat needs (ZAT-44). ``appointed_on`` counts where a body must appoint (PRA-14).
    """

    uid: str
    id: str
    process: str
    body: str
    person: str
    valid_from: date
    valid_to: date | None = None
    function: str | None = None
    voting: bool = True
    party: str | None = None
    organisation: str | None = None
    unit: str | None = None
    basis: str = "other"
    substitute_of: str | None = None
    reserved_by: str | None = None
    appointed_on: date | None = None

    @property
    def span(self) -> Period:
        return period(self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Regime:
    """What rules of procedure say of membership while they are in force."""

    span: Period
    ex_officio: tuple[ExOfficio, ...] = ()
    permanent_guests: tuple[str, ...] = ()
    #: Whether an elected chair or leader has powers only once appointed (PRA-14).
    confirmed: bool = False


@dataclass(frozen=True)
class BodyFact:
    """A body and, in order of time, the regimes of its rules."""

    uid: str
    id: str
    process: str
    kind: str
    span: Period
    regimes: tuple[Regime, ...] = ()


@dataclass(frozen=True)
class FunctionFact:
    """A row of the process's functions; ``public``: the holder's name is public."""

    id: str
    kind: str
    body: str | None = None
    represents_in: str | None = None
    public: bool = False


@dataclass(frozen=True)
class Structure:
    """The bodies and functions of one process."""

    uid: str
    bodies: Mapping[str, BodyFact] = field(default_factory=dict)
    functions: Mapping[str, FunctionFact] = field(default_factory=dict)
    #: Parties whose members may be named; of any other party, also of one that the
    #: process no longer has, only a count is published.
    public_parties: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, BodyFact]:
        return {body.id: body for body in self.bodies.values()}

    def function_kind(self, function: str | None) -> str:
        """The kind of a function; a plain member and an unknown function: ``member``."""
        known = self.functions.get(function) if function else None
        return known.kind if known is not None else "member"
