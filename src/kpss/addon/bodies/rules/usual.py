"""What is usual in a body: how its members arise, when a term ends, who has no vote."""

from datetime import date
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import PRESIDING
from kpss.addon.bodies.rules.terms import term_end


#: Who sits in a body without a vote, unless it is said otherwise.
WITHOUT_VOTE = ("permanent_guest", "methodologist")
_BY_FUNCTION = {
    "district_coordinator": "delegation",
    "chair": "election",
    "leader": "election",
    "vice_chair": "election",
    "representative": "election",
}
_BY_ADMISSION = {
    "open": "application",
    "application": "application",
    "by_vote": "vote",
    "ex_officio": "ex_officio",
    "appointed": "appointment",
}
_BY_KIND = {"assembly": "election", "council": "election", "commission": "appointment"}


def usual_basis(rules: Procedure, body_kind: str, function_kind: str) -> str:
    """How a membership arises here: by the function, the rules, the kind of the body."""
    return (
        _BY_FUNCTION.get(function_kind)
        or _BY_ADMISSION.get(rules.admission or "")
        or _BY_KIND.get(body_kind)
        or "other"
    )


def usual_vote(rules: Procedure, function: str | None, function_kind: str) -> bool:
    """Guests and methodologists have no vote (BER-49, ZAT-71)."""
    permanent = function is not None and function in (rules.permanent_guests or ())
    return not permanent and function_kind not in WITHOUT_VOTE


def usual_end(rules: Procedure, function_kind: str, first: date) -> date | None:
    """The last day of a leader's or chair's term (ZAT-60); None where none is set."""
    if rules.leader_term_months is None or function_kind not in PRESIDING:
        return None
    return term_end(first, rules.leader_term_months, rule=rules.leader_term_end)
