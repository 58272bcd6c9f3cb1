"""Suggested rules for a new body, by its kind and by the act of the municipality.

The law rules the assembly, the council and the council's commissions: they decide by
a majority of all members. Working and steering groups are no bodies of the law; what
is suggested for them stands in no source. A paragraph is quoted only where we are
sure of it, and never of 128/2000 for the capital, which has an act of its own.
"""

from dataclasses import dataclass
from kpss.addon.bodies.rules.sources import DEFAULT


#: The acts as the process's setting ``act`` names them.
MUNICIPALITIES = "128/2000"
CAPITAL = "131/2000"

_ACTS = {
    MUNICIPALITIES: "zákon č. 128/2000 Sb., o obcích",
    CAPITAL: "zákon č. 131/2000 Sb., o hlavním městě Praze",
}


@dataclass(frozen=True)
class Suggested:
    """A suggested value and where it comes from."""

    value: str | int
    source: str


#: rule → value and paragraph of 128/2000; an empty paragraph quotes the act only.
_Lawful = dict[str, tuple[str | int, str]]

_ASSEMBLY: _Lawful = {
    "quorum": (">1/2", "§ 92 odst. 3"),
    "majority": (">1/2", "§ 87"),
    "majority_basis": ("all_members", "§ 87"),
    "election_majority": (">1/2", "§ 87"),
    "election_majority_basis": ("all_members", "§ 87"),
    "meetings_public": ("public", "§ 93"),
}
_COUNCIL: _Lawful = {
    "quorum": (">1/2", "§ 101"),
    "majority": (">1/2", "§ 101"),
    "majority_basis": ("all_members", "§ 101"),
    "meetings_public": ("closed", "§ 101"),
}
_COMMISSION: _Lawful = {
    "majority": (">1/2", ""),
    "majority_basis": ("all_members", ""),
}
_LAWFUL = {"assembly": _ASSEMBLY, "council": _COUNCIL, "commission": _COMMISSION}

#: Deadlines that we know of 128/2000 only.
_MUNICIPAL_ONLY: dict[str, _Lawful] = {
    "assembly": {
        "invitation_days": (7, ""),
        "invitation_days_kind": ("calendar", ""),
        "max_interval_months": (3, ""),
        "minutes_days": (10, "§ 95"),
        "minutes_days_kind": ("calendar", "§ 95"),
    },
    "council": {
        "minutes_days": (7, "§ 101"),
        "minutes_days_kind": ("calendar", "§ 101"),
    },
}

_GROUP = {
    "quorum": Suggested(">1/2", DEFAULT),
    "majority": Suggested(">1/2", DEFAULT),
    "majority_basis": Suggested("present", DEFAULT),
}


def preset(kind: str, act: str) -> dict[str, Suggested]:
    """Suggested rules for a body of this kind; empty where there is nothing to suggest.

    ``act`` is 128/2000 or 131/2000.
    """
    if kind in ("steering", "working_group"):
        return dict(_GROUP)
    lawful = dict(_LAWFUL.get(kind, {}))
    if act != CAPITAL:
        lawful |= _MUNICIPAL_ONLY.get(kind, {})
    suggested = {
        rule: Suggested(value, _cite(act, paragraph))
        for rule, (value, paragraph) in lawful.items()
    }
    if kind == "commission":
        suggested["quorum"] = Suggested(">1/2", DEFAULT)
    return suggested


def _cite(act: str, paragraph: str) -> str:
    if act == CAPITAL or not paragraph:
        return _ACTS[act]
    return f"{_ACTS[act]}, {paragraph}"
