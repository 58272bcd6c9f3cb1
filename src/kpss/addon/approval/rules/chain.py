"""Approval chains: who acts on a document, in which order, and to what effect.

A chain is data. The act belongs to the step, not to the body: a steering group that
advises in one chain may decide in another (design, section 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass


PREPARES, INITIATES, MANAGES, ADVISES, DECIDES = (
    "prepares",
    "initiates",
    "manages",
    "advises",
    "decides",
)

#: What an outcome does to the document.
ADVANCES, RETURNS, ENDS, WAITS = "advances", "returns", "ends", "waits"

EFFECTS = {
    "submitted": ADVANCES,
    "approved": ADVANCES,
    "approved_with_changes": ADVANCES,
    "recommended": ADVANCES,
    "recommended_with_comments": ADVANCES,
    "not_recommended": ADVANCES,
    "discussed": ADVANCES,
    "discussed_and_approved": ADVANCES,
    "taken_note": ADVANCES,
    "returned": RETURNS,
    "rejected": ENDS,
    "postponed": WAITS,
}

#: Outcomes of the last step by which a document is approved; any other that advances
#: elsewhere (taken note) leaves the last step open.
APPROVING = frozenset(("approved", "approved_with_changes", "discussed_and_approved"))

#: Outcomes that make sense for an act; a chain may allow fewer.
OUTCOMES = {
    PREPARES: ("submitted", "returned", "postponed"),
    INITIATES: ("submitted", "returned", "postponed"),
    MANAGES: ("approved", "approved_with_changes", "returned", "rejected", "postponed"),
    ADVISES: (
        "recommended",
        "recommended_with_comments",
        "not_recommended",
        "discussed",
        "discussed_and_approved",
        "taken_note",
        "returned",
        "postponed",
    ),
    DECIDES: (
        "approved",
        "approved_with_changes",
        "discussed_and_approved",
        "taken_note",
        "returned",
        "rejected",
        "postponed",
    ),
}

#: How the days of a deadline are counted.
CALENDAR, WORKING = "calendar", "working"

ADOPTION, AMENDMENT = "adoption", "amendment"


@dataclass(frozen=True)
class Step:
    """One step: a body (id), a kind of body, or the public.

    ``outcomes`` empty: all that the act allows. ``deadline_days`` None: no deadline.
    ``recorded_by``: the function that records for a body outside the process.
    ``delegation``: may be delegated (BER-46); not unless the chain says so.
    ``source``: where it comes from; ``default`` when no source states it.
    """

    act: str
    body: str | None = None
    body_kind: str | None = None
    public: bool = False
    outcomes: tuple[str, ...] = ()
    resolution_required: bool = False
    deadline_days: int | None = None
    deadline_kind: str = CALENDAR
    skip_after_deadline: bool = False
    recorded_by: str | None = None
    delegation: bool = False
    note: str | None = None
    source: str | None = None

    @property
    def allowed(self) -> tuple[str, ...]:
        """Outcomes that may be recorded here."""
        return self.outcomes or OUTCOMES.get(self.act, ())

    @property
    def skippable(self) -> bool:
        """Only advice is ever skipped, and only where the chain says so."""
        return self.act == ADVISES and self.skip_after_deadline


@dataclass(frozen=True)
class Chain:
    """Steps in order; a chain in use is frozen on its document.

    ``document_kinds`` empty, or not ``active``: chosen for no document.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    document_kinds: tuple[str, ...] = ()
    purpose: str = ADOPTION
    source: str | None = None
    active: bool = True

    @property
    def last(self) -> int:
        """Index of the step that decides."""
        return len(self.steps) - 1


def managing_step(chain: Chain, managing_body: str | None) -> int | None:
    """The last step at which the managing body acts; None: it has no say in the chain.

    Where the process names no managing body, the last step that manages.
    """
    found = [
        index
        for index, step in enumerate(chain.steps)
        if (
            step.act == MANAGES
            if managing_body is None
            else step.body == managing_body or step.body_kind == "steering"
        )
    ]
    return found[-1] if found else None


def chain_for(chains: Sequence[Chain], kind: str, purpose: str) -> tuple[Chain, ...]:
    """Chains for a kind of document; those for the purpose, else those for adoption."""
    fitting = [
        chain for chain in chains if chain.active and kind in chain.document_kinds
    ]
    exact = tuple(chain for chain in fitting if chain.purpose == purpose)
    return exact or tuple(chain for chain in fitting if chain.purpose == ADOPTION)
