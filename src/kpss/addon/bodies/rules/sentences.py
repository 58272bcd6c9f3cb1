"""What the rules of procedure say: reason codes with parameters, one per sentence.

No language here; ``bodies/procedure/sentences.py`` turns the codes into sentences.
Rules that belong together make one sentence: how often a body meets (BER-57, BER-58),
a majority and of whom it is counted, who presides and who instead (ZAT-74).
"""

from collections.abc import Callable
from kpss.addon.bodies.rules import joined
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.said import Said
from kpss.addon.bodies.rules.said import single


def sentences(p: Procedure) -> list[Said]:
    """All that the rules say, in the order of the rules."""
    said: list[Said] = []
    for name in RULES:
        if name in _JOINED:
            said += _JOINED[name](p)
        elif name not in _TOLD_BY_ANOTHER:
            said += single(p, name)
    return said


#: The first rule of a group → what the whole group says.
_JOINED: dict[str, Callable[[Procedure], list[Said]]] = {
    "majority": joined.majority("majority"),
    "proxies": joined.proxies,
    "election_majority": joined.majority("election_majority"),
    "leader_selection": joined.leader,
    "recall": joined.recall,
    "presiding": joined.presiding,
    "invitation_days": joined.deadline("invitation_days"),
    "papers_days": joined.deadline("papers_days"),
    "proposals_days": joined.deadline("proposals_days"),
    "apology_days": joined.deadline("apology_days"),
    "usual_interval_months": joined.frequency,
    "admission": joined.admission,
    "ex_officio": joined.ex_officio,
    "seats": joined.seats,
    "max_per_organisation": joined.per_organisation,
    "max_unexcused_absences": joined.absences,
    "minutes_verifiers": joined.verifiers,
    "minutes_days": joined.deadline("minutes_days", "within"),
    "numbering_pattern": joined.numbering,
}

#: Rules that have no sentence of their own here: a rule above tells theirs.
_TOLD_BY_ANOTHER = frozenset(
    (
        "majority_basis",
        "election_majority_basis",
        "leader_confirmed_by",
        "leader_term_months",
        "presiding_fallback",
        "invitation_days_kind",
        "papers_days_kind",
        "proposals_days_kind",
        "apology_days_kind",
        "min_meetings_per_year",
        "appointed_by",
        "max_per_organisation_party",
        "absence_consequence",
        "minutes_days_kind",
    )
)
