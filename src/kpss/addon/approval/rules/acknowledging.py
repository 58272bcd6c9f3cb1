"""Whether the guarantor still has to acknowledge a submission (BER-38, ZAT-37)."""

from collections.abc import Sequence
from kpss.addon.approval.rules.case import STARTED


NOT_TOLD, TOLD, MUST_ACKNOWLEDGE = "not_told", "told", "must_acknowledge"
ACKNOWLEDGED = "acknowledged"


def awaits_acknowledgement(involvement: str | None, kinds: Sequence[str]) -> bool:
    """``kinds``: of all entries, oldest first; the last start needs its own word."""
    if involvement != MUST_ACKNOWLEDGE:
        return False
    starts = [index for index, kind in enumerate(kinds) if kind == STARTED]
    return bool(starts) and ACKNOWLEDGED not in kinds[starts[-1] :]
