"""One sentence that the rules say, as a reason code with parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.bodies.rules.procedure import Procedure
from typing import Any


@dataclass(frozen=True)
class Said:
    """A sentence: its code, the rules that it is about, the values that it names."""

    code: str
    rules: tuple[str, ...]
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Days:
    """A number of days; ``kind`` is calendar, working or None when not set."""

    number: int
    kind: str | None = None


#: Rules whose sentence names a value; the others have a sentence for each value.
NAMED = {
    "quorum": "share",
    "election_quorum": "share",
    "request_to_convene": "share",
    "votes_per_organisation": "number",
    "recall_reasons": "text",
    "chair_powers": "powers",
    "convener": "function",
    "agenda_agreed_by": "function",
    "max_interval_months": "months",
    "trial_meetings": "number",
    "composition_parties": "parties",
    "permanent_guests": "functions",
    "guests_text": "text",
    "minutes_recipients": "recipients",
}


def single(p: Procedure, name: str) -> list[Said]:
    value = getattr(p, name)
    if value is None:
        return []
    if name in NAMED:
        return [Said(name, (name,), {NAMED[name]: value})]
    return [Said(f"{name}.{value}", (name,))]
