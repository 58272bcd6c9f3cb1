"""Who may record what a body decided: judged on the day of recording (decision 30).

Membership and permission are separate. A member of a body follows its documents; who
presides, keeps its minutes or is named by the chain records its decisions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.approval.rules.chain import Step


#: Kinds of functions that preside over a body, or keep its minutes.
PRESIDING = frozenset(("chair", "vice_chair", "leader"))
SECRETARY = "secretary"
COORDINATING = frozenset(("coordinator", "city_coordinator"))
CLERK, GUARANTOR = "clerk", "guarantor"

#: Bodies inside the process: the coordinator records for them (BER-30, ZAT-34).
INSIDE = frozenset(("working_group", "steering", "support", "other"))
#: Bodies whose decisions the office records unless the chain names a function.
OUTSIDE = frozenset(("assembly", "council", "commission", "department"))


@dataclass(frozen=True)
class Held:
    """A function held today: its id and kind, and the body (id) it is held in."""

    function: str
    kind: str
    body: str


@dataclass(frozen=True)
class Acting:
    """What somebody is today. ``person``: id of the linked person, or None.

    ``member_of``: bodies with a seat. ``coordinates``: has the coordinator's role in
    the process. ``manages``: a manager of the site, who may record everything.
    ``prepares``: may add documents and submit them.
    """

    user: str | None = None
    person: str | None = None
    held: tuple[Held, ...] = ()
    member_of: frozenset[str] = frozenset()
    coordinates: bool = False
    manages: bool = False
    advises: bool = False

    def holds(self, kinds: Iterable[str], body: str | None = None) -> bool:
        """Whether a function of one of the kinds is held, in the body if one is given."""
        wanted = set(kinds)
        return any(one.kind in wanted and body in (None, one.body) for one in self.held)


def may_record(step: Step, body: str | None, kind: str | None, who: Acting) -> bool:
    """Whether ``who`` may record at a step for a body (id and kind; None: the public).

    The function that the chain names is enough, wherever it is held (a clerk records
    for the council without being its member).
    """
    if who.manages:
        return True
    if step.recorded_by is not None:
        if any(one.function == step.recorded_by for one in who.held):
            return True
        # The chain has named who records for somebody else than the coordinator
        return body is not None and _speaks_for(body, who)
    if body is None:
        return who.coordinates
    return records_for(body, kind, who)


def records_for(body: str, kind: str | None, who: Acting) -> bool:
    """Whether ``who`` records what a body does, where nothing else names somebody.

    Who presides or is its secretary; for bodies of the municipality the office, for
    those of the process the coordinator.
    """
    if _speaks_for(body, who):
        return True
    if kind in OUTSIDE:
        return who.holds((CLERK, GUARANTOR))
    return who.coordinates


def records_by_kind(function: str, body_kind: str | None) -> bool:
    """Whether a function of a kind records for bodies of a kind, wherever it is held."""
    return function in ((CLERK, GUARANTOR) if body_kind in OUTSIDE else COORDINATING)


def speaks_by_kind(function: str) -> bool:
    """Whether a function of a kind records for the body that it is held in."""
    return function in (*PRESIDING, SECRETARY)


def _speaks_for(body: str, who: Acting) -> bool:
    return who.holds((*PRESIDING, SECRETARY), body)


def may_record_as_delegate(
    to_body: str | None, to_kind: str | None, to_person: str | None, who: Acting
) -> bool:
    """Whether ``who`` acts for the one that the powers were passed on to (BER-46).

    For a body (id and kind) the same people record as for its own decisions.
    """
    if who.manages:
        return True
    if to_person is not None:
        return who.person == to_person
    return to_body is not None and records_for(to_body, to_kind, who)
