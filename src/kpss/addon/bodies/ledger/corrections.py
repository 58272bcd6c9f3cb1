"""The log of corrections: who changed what of a membership, and when.

Corrections of the past are possible; rosters of past days follow them, a snapshot kept
by a meeting does not. The log cannot be edited.
"""

from dataclasses import fields
from datetime import datetime
from datetime import UTC
from kpss.addon.bodies.rules.facts import MembershipFact
from persistent.list import PersistentList
from plone import api
from typing import Any


#: Not corrections: they change with the content's place.
_IDENTITY = ("uid", "id", "process", "body")


def log_correction(
    membership, before: MembershipFact, after: MembershipFact | None
) -> None:
    """Add what changed; ``after`` None: the membership was annulled."""
    changes = differences(before, after)
    if not changes:
        return
    user = api.user.get_current()
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "by": user.getId() or "",
        "changes": changes,
    }
    log = getattr(membership, "corrections", None)
    if log is None:
        log = membership.corrections = PersistentList()
    log.append(entry)


def differences(
    before: MembershipFact, after: MembershipFact | None
) -> list[dict[str, Any]]:
    """Rows ``{field, old, new}`` with dates as ISO texts."""
    if after is None:
        return [{"field": "annulled", "old": False, "new": True}]
    names = [one.name for one in fields(MembershipFact) if one.name not in _IDENTITY]
    return [
        {
            "field": name,
            "old": _plain(getattr(before, name)),
            "new": _plain(getattr(after, name)),
        }
        for name in names
        if getattr(before, name) != getattr(after, name)
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
