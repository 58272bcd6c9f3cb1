"""What is known of a decision when it is judged: plain values, gathered at the edge."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from typing import Any


@dataclass(frozen=True)
class ResolutionFact:
    """A resolution: whose it is (id of the body) and of which day."""

    body: str
    on: date


@dataclass(frozen=True)
class DelegationFact:
    """Powers of ``body`` passed on (BER-46), both days included.

    ``to_body`` None: to a person. ``valid_to`` None: no end. ``kinds`` empty: all kinds
    of documents.
    """

    body: str
    valid_from: date
    valid_to: date | None = None
    kinds: tuple[str, ...] = ()
    to_body: str | None = None


@dataclass(frozen=True)
class Decision:
    """What somebody wants to record at a step.

    ``on``: the day of the decision. ``body``: who decided; needed, with its kind, where
    the chain names only a kind of body; under a delegation still the one that delegated.
    ``wording``: the approved wording is there. ``to_draft``: a return goes back to the
    draft, otherwise to the step ``return_to``.
    """

    step: int
    outcome: str
    on: date
    body: str | None = None
    body_kind: str | None = None
    resolution: ResolutionFact | None = None
    delegation: DelegationFact | None = None
    wording: bool = False
    return_to: int | None = None
    to_draft: bool = False
    until: date | None = None


@dataclass(frozen=True)
class Document:
    """What of the document matters: its kind, and whether it is important (BER-45).

    ``managing_body``: id of the process's managing body; None where it has none.
    """

    kind: str
    important: bool = False
    managing_body: str | None = None


@dataclass(frozen=True)
class Reason:
    """Why not: at which field, a code, and what the sentence speaks of."""

    field: str
    code: str
    params: Mapping[str, Any] = attribute(default_factory=dict)
