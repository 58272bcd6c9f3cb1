"""All rules of procedure of a body as plain values; None means that a rule is not set.

The meaning of each is in docs/rules-of-procedure.md.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.bodies.rules.shares import Share
from typing import Any
from typing import Protocol
from typing import TypeVar


@dataclass(frozen=True)
class ExOfficio:
    """Who is a member by office (BER-63, ZAT-43..45, PRA-11)."""

    kind: str
    function: str | None = None
    body: str | None = None
    seats: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class PartySeats:
    """Seats of a party (NAM-23..25); ``number`` None: the rules do not say how many."""

    party: str
    number: int | None = None


@dataclass(frozen=True)
class Procedure:
    """Rules of procedure; functions, parties and bodies are ids in the process."""

    quorum: Share | None = None
    majority: Share | None = None
    majority_basis: str | None = None
    tie_rule: str | None = None
    equal_votes: str | None = None
    votes_per_organisation: int | None = None
    declared_interest: str | None = None
    proxies: int | None = None

    election_quorum: Share | None = None
    election_majority: Share | None = None
    election_majority_basis: str | None = None
    leader_selection: str | None = None
    leader_confirmed_by: str | None = None
    leader_term_months: int | None = None
    leader_term_end: str | None = None
    recall: str | None = None
    recall_reasons: str | None = None
    chair_powers: tuple[str, ...] | None = None

    presiding: str | None = None
    presiding_fallback: str | None = None
    convener: str | None = None
    agenda_agreed_by: str | None = None
    request_to_convene: Share | None = None
    invitation_days: int | None = None
    invitation_days_kind: str | None = None
    papers_days: int | None = None
    papers_days_kind: str | None = None
    proposals_days: int | None = None
    proposals_days_kind: str | None = None
    apology_days: int | None = None
    apology_days_kind: str | None = None
    urgent_exception: str | None = None
    usual_interval_months: int | None = None
    min_meetings_per_year: int | None = None
    max_interval_months: int | None = None
    extraordinary_meetings: str | None = None
    meetings_public: str | None = None

    admission: str | None = None
    appointed_by: str | None = None
    trial_meetings: int | None = None
    voluntary: str | None = None
    ex_officio: tuple[ExOfficio, ...] | None = None
    seats: tuple[PartySeats, ...] | None = None
    composition_check: str | None = None
    composition_parties: tuple[str, ...] | None = None
    merge_parties: str | None = None
    max_per_organisation: int | None = None
    max_per_organisation_party: str | None = None
    transferable: str | None = None
    substitutes: str | None = None
    max_unexcused_absences: int | None = None
    absence_consequence: str | None = None

    guests: str | None = None
    permanent_guests: tuple[str, ...] | None = None
    guests_text: str | None = None
    papers_to_all: str | None = None
    delegation: str | None = None

    minutes_verifiers: tuple[str, ...] | None = None
    minutes_days: int | None = None
    minutes_days_kind: str | None = None
    minutes_recipients: tuple[str, ...] | None = None
    minutes_approved_next: str | None = None
    numbering_pattern: str | None = None
    numbering_period: str | None = None


#: Names of all rules in the order of the form and of the page.
RULES = tuple(rule.name for rule in fields(Procedure))

SHARES = frozenset(
    ("quorum", "majority", "election_quorum", "election_majority", "request_to_convene")
)

_ROWS = {"ex_officio": ExOfficio, "seats": PartySeats}

#: A rule that only says more about another; not missed while the other is unset.
DETAILS = {
    "majority_basis": "majority",
    "election_majority_basis": "election_majority",
    "recall_reasons": "recall",
    "presiding_fallback": "presiding",
    "invitation_days_kind": "invitation_days",
    "papers_days_kind": "papers_days",
    "proposals_days_kind": "proposals_days",
    "apology_days_kind": "apology_days",
    "minutes_days_kind": "minutes_days",
    "max_per_organisation_party": "max_per_organisation",
    "absence_consequence": "max_unexcused_absences",
}


def plain(value: Any) -> Any:
    """An empty text or list is no value: None."""
    return None if value in ("", [], (), {}) else value


def procedure(values: Mapping[str, Any]) -> Procedure:
    """Rules from stored values: shares as text, rows as mappings, lists as lists.

    Unknown names are left out. Raises BadShare when a text is not a share.
    """
    settings: dict[str, Any] = {}
    for name in RULES:
        value = plain(values.get(name))
        if value is None:
            continue
        if name in SHARES:
            value = parse(value)
        elif name in _ROWS:
            value = tuple(_ROWS[name](**_known(row, _ROWS[name])) for row in value)
        elif isinstance(value, list | tuple):
            value = tuple(value)
        settings[name] = value
    return Procedure(**settings)


def _known(row: Mapping[str, Any], kind: type) -> dict[str, Any]:
    columns = {column.name for column in fields(kind)}
    return {name: plain(value) for name, value in row.items() if name in columns}


def unset(rules: Procedure) -> list[str]:
    """Rules that are not set, without details of other unset rules."""
    return [
        name
        for name in RULES
        if getattr(rules, name) is None
        and (name not in DETAILS or getattr(rules, DETAILS[name]) is not None)
    ]


class Dated(Protocol):
    """Something valid from a day to a day, both included; None is open."""

    @property
    def valid_from(self) -> date | None: ...

    @property
    def valid_to(self) -> date | None: ...


AnyDated = TypeVar("AnyDated", bound=Dated)


def in_force(rules: Sequence[AnyDated], day: date) -> AnyDated | None:
    """The one set of rules in force on a day, past or future; None when there is none.

    Where sets overlap, the one that began last is in force; of two that began on the
    same day, the one that stands later in the list. So on one date exactly one is in
    force, also on the day when a new set replaces an old one (ZAT-94).
    """
    found: AnyDated | None = None
    for candidate in _valid(rules, day):
        if found is None or _start(candidate) >= _start(found):
            found = candidate
    return found


def _valid(rules: Iterable[AnyDated], day: date) -> Iterable[AnyDated]:
    for candidate in rules:
        if candidate.valid_to is not None and candidate.valid_to < day:
            continue
        if _start(candidate) <= day:
            yield candidate


def _start(rules: Dated) -> date:
    return rules.valid_from or date.min
