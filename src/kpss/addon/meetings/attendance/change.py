"""What somebody wants to record of a member."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


Values = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """What is to be recorded of a member: only the named values of KEPT change.

    ``seen``: what was there when somebody looked; None: nobody says so. ``at``: how the
    fields of a form or of a request begin for this member.
    """

    member: str
    values: Values
    seen: Values | None = None
    at: str = ""
