"""Whether a body can decide: how many must be there, and how many are (ZAT-61, BER-58).

The share is of the members with a vote; guests are in neither number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.stays import ABSENT
from kpss.addon.meetings.rules.stays import EXCUSED
from typing import Any


@dataclass(frozen=True)
class Said:
    """A sentence by its code, with what it names."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Quorum:
    """``required`` and ``met`` None: the rules set no quorum, it is not judged."""

    members: int
    present: int
    required: int | None
    met: bool | None
    explanation: tuple[Said, ...] = ()


def quorum_required(share: Share | None, members: int) -> int | None:
    """How many members must be there; None where the rules set no quorum.

    Of no members it is 1: nobody ever is enough.
    """
    return None if share is None else needed(share, members)


def has_quorum(share: Share | None, present: int, members: int) -> bool | None:
    """Whether enough are there; None where the rules set no quorum."""
    required = quorum_required(share, members)
    return None if required is None else members > 0 and present >= required


def quorum(share: Share | None, who: Presence) -> Quorum:
    """The quorum with its explanation: first whether it is met, then who is missing."""
    return Quorum(
        members=who.members,
        present=who.present,
        required=quorum_required(share, who.members),
        met=has_quorum(share, who.present, who.members),
        explanation=_explanation(share, who),
    )


def _explanation(share: Share | None, who: Presence) -> tuple[Said, ...]:
    required = quorum_required(share, who.members)
    met = has_quorum(share, who.present, who.members)
    numbers = {"present": who.present, "members": who.members}
    if who.members == 0:
        first = Said("no_members")
    elif met is None:
        first = Said("quorum_not_set", numbers)
    else:
        code = "quorate" if met else "not_quorate"
        first = Said(code, {**numbers, "required": required})
    counts = {
        "online": who.online,
        "substitutes": len(who.whom),
        "proxies": len(who.proxies),
        "excused": who.statuses.get(EXCUSED, 0),
        "unexcused": who.statuses.get(ABSENT, 0),
        "unmarked": who.statuses.get(None, 0),
        "beyond_organisation": len(who.beyond),
    }
    more = [Said(code, {"number": number}) for code, number in counts.items() if number]
    return (first, *more)
