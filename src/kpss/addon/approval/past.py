"""A history read and folded once, whoever asks, until an entry is added to it.

Kept beside the object in memory: an entry makes a new tuple of the workflow, so the old
one is known by its identity. Nothing here depends on a user, a day or other content.
"""

from Acquisition import aq_base
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from kpss.addon.approval.frozen import thaw
from kpss.addon.approval.history import entries_of
from kpss.addon.approval.history import MOVING
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import records_in
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.chain import Chain
from typing import Any


class Past:
    """What is told by the history alone."""

    def __init__(self, statuses: tuple[Mapping[str, Any], ...]):
        self.statuses = statuses
        self.records = records_in(statuses)
        #: Entries that move it along, all starts included.
        self.moving = [one for one in self.records if one.kind in MOVING]
        starts = [i for i, one in enumerate(self.moving) if one.kind == STARTED]
        #: Index in ``moving`` of the last start; None: it was never submitted.
        self.last_start = starts[-1] if starts else None

    @property
    def start(self) -> Record:
        """The entry of the last start."""
        assert self.last_start is not None
        return self.moving[self.last_start]

    @cached_property
    def chain(self) -> Chain:
        """The chain frozen at the last start."""
        return thaw(self.start.chain or {})

    @cached_property
    def standing(self) -> Standing:
        """Where it stands since the last start."""
        since = [one.entry for one in self.moving[self.last_start :]]
        standing = follow(self.chain, since)
        return replace(standing, revision=len(self.moving))


def past_of(obj) -> Past:
    base = aq_base(obj)
    statuses = entries_of(base)
    kept = getattr(base, "_v_kpss_past", None)
    if kept is None or kept.statuses is not statuses:
        kept = base._v_kpss_past = Past(statuses)
    return kept
