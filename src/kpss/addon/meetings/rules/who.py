"""Who convenes a meeting and who presides over it."""

from collections.abc import Callable
from collections.abc import Container
from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import CLERK
from kpss.addon.approval.rules.acting import COORDINATING
from kpss.addon.approval.rules.acting import GUARANTOR
from kpss.addon.approval.rules.acting import PRESIDING
from kpss.addon.approval.rules.acting import records_for


CONVENES = "convenes"
#: Kinds of functions for the whole process, wherever their holder sits.
OF_PROCESS = COORDINATING | {CLERK, GUARANTOR, "methodologist"}
#: Why somebody presides.
NAMED, BY_RULE, BY_FALLBACK, BY_OFFICE = "named", "by_rule", "by_fallback", "by_office"


def may_convene(
    who: Acting,
    body: str,
    body_kind: str,
    *,
    convener: str | None,
    chair_powers: tuple[str, ...],
    kinds: Mapping[str, str],
    own: Container[str] = (),
) -> bool:
    """Whether ``who`` convenes meetings of a body (id and kind).

    ``convener``: the function that the rules name (PRA-17); None: who records for the
    body. ``kinds``: kinds of functions; ``own``: see ``is_own``. A chair whose powers
    say so convenes too.
    """
    if who.manages:
        return True
    if CONVENES in chair_powers and who.holds(PRESIDING, body):
        return True
    if convener is None:
        return records_for(body, body_kind, who)
    if kinds.get(convener) in COORDINATING and who.coordinates:
        return True
    return holds_here(who, convener, body, own)


def is_own(kind: str, body: str | None) -> bool:
    """Whether each body has the function for itself: it is of no body and no office."""
    return not body and kind not in OF_PROCESS


def holds_here(who: Acting, function: str, body: str, own: Container[str]) -> bool:
    """Whether ``who`` holds a function as the rules of a body mean it.

    The leader of another group is not the leader of this one (ZAT-74).
    """
    return any(
        one.function == function and (function not in own or one.body == body)
        for one in who.held
    )


@dataclass(frozen=True)
class Presiding:
    """Who presides: id of the person, and why (see above)."""

    person: str
    why: str


def presiding(
    named: str | None,
    functions: tuple[str | None, str | None],
    holders: Callable[[str], tuple[str, ...]],
    offices: tuple[str, ...],
    *,
    missing: frozenset[str] = frozenset(),
) -> Presiding | None:
    """Who presides over a meeting; None: somebody must be named.

    ``named``: the person chosen for this meeting. ``functions``: by the rules, and
    instead (BER-69, ZAT-74). ``holders``: people that hold a function on the day.
    ``offices``: people who preside by their office, where the rules say nothing.
    ``missing``: people who are not there. In a body whose rules name no fallback nobody
    takes the place of who is missing (decision 8).
    """
    if named:
        return Presiding(named, NAMED)
    first, instead = functions
    ways = [(BY_RULE, first), (BY_FALLBACK, instead)] if first else []
    for why, function in ways:
        for person in holders(function) if function else ():
            if person not in missing:
                return Presiding(person, why)
    if not first:
        for person in offices:
            if person not in missing:
                return Presiding(person, BY_OFFICE)
    return None
