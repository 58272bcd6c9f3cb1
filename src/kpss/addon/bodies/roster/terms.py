"""When a function that is held ends, and whether its powers have begun."""

from datetime import date
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.bodies.rules.terms import term_end


def end_by_rule(rules: Procedure, first: date) -> date | None:
    """The last day of a leader's term by the rules; None where they set no length."""
    if not rules.leader_term_months:
        return None
    return term_end(first, rules.leader_term_months, rule=rules.leader_term_end)


def awaits(stint: Stint, on: date) -> bool:
    """Whether the function is held and its powers have not begun (PRA-14)."""
    return stint.rule is None and (stint.powers is None or on < stint.powers.first)
