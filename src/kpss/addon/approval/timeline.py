"""The way of a document for a reader: steps and entries as plain values.

Whoever takes part in the approval reads everything. Others read what a body decided
when and by which resolution, never who recorded it nor what was said about it; bodies
and resolutions that they may not see are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from functools import cached_property
from kpss.addon.approval.case import Case
from kpss.addon.approval.history import MOVING
from kpss.addon.approval.history import Record
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.validity import last_day
from kpss.addon.approval.rules.validity import repealed_by
from kpss.addon.approval.standing import validities
from plone import api
from typing import Any


@dataclass(frozen=True)
class Place:
    """A body as the reader knows it."""

    id: str
    title: str
    kind: str
    url: str | None


@dataclass(frozen=True)
class Ruling:
    """A resolution as the reader knows it; ``url`` None: known by its number only."""

    number: str | None
    on: date | None
    url: str | None = None
    uid: str | None = None


@dataclass(frozen=True)
class StepLine:
    """One step. ``state``: waiting, current, done, skipped or returned.

    ``body`` None: the public, or a body that the reader may not see (``hidden``).
    ``recorded_by``: title of the function that records, where the chain names one.
    ``text``: what was said; only for those who take part.
    """

    index: int
    body: Place | None
    hidden: bool
    public: bool
    act: str
    state: str
    outcome: str | None = None
    on: date | None = None
    resolution: Ruling | None = None
    deadline: date | None = None
    postponed_until: date | None = None
    delegated_to: str | None = None
    recorded_by: str | None = None
    text: str | None = None
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class EntryLine:
    """One entry of the history. ``actor`` and ``text`` only for those who take part."""

    kind: str
    on: date
    step: int | None
    body: Place | None
    outcome: str | None
    resolution: Ruling | None
    delegated_to: str | None
    return_to: int | None
    until: date | None
    at: datetime | None = None
    actor: str | None = None
    text: str | None = None
    pinned: str | None = None
    #: The copy of what is decided; with changes it is another than what the body saw.
    decided_copy: str | None = None


@dataclass(frozen=True)
class Linked:
    """Another document, for a reader who may see it."""

    id: str
    uid: str
    title: str
    url: str


class Timeline:
    """The steps, the history and the dates of one document for the present reader."""

    def __init__(self, case: Case):
        self.case = case
        self.bodies = IActingBodies(case.process)

    @cached_property
    def takes_part(self) -> bool:
        return bool(api.user.has_permission(TAKE_PART, obj=self.case.obj))

    @cached_property
    def steps(self) -> list[StepLine]:
        return [self._step(index) for index in range(len(self.case.chain.steps))]

    @cached_property
    def entries(self) -> list[EntryLine]:
        """Oldest first; comments and advice only for those who take part."""
        return [
            self._entry(record)
            for record in self.case.records
            if record.kind in MOVING or (self.takes_part and record.kind != "followed")
        ]

    @cached_property
    def in_force_from(self) -> date | None:
        return self.case.validity.first

    @cached_property
    def _known(self):
        return validities(self.case.process)

    @cached_property
    def in_force_to(self) -> date | None:
        if self.case.standing.status != APPROVED:
            return None
        return last_day(self.case.validity, self._known)

    @cached_property
    def repeals(self) -> list[Linked]:
        """Those that it repeals, or is to repeal when it is approved."""
        ids = self.case.validity.repeals or tuple(self.case.obj.repeals or ())
        return [one for one in map(self._linked, ids) if one is not None]

    @cached_property
    def repealed_by(self) -> Linked | None:
        if self.case.standing.status != APPROVED:
            return None
        other = repealed_by(self.case.validity, self._known)
        return self._linked(other.key) if other is not None else None

    def _linked(self, document_id: str) -> Linked | None:
        other = IApprovals(self.case.process).get(document_id)
        if other is None or not api.user.has_permission("View", obj=other):
            return None
        return Linked(document_id, other.UID(), other.title, other.absolute_url())

    @cached_property
    def _latest(self) -> Mapping[int, Record]:
        """The last entry of each step since the last start."""
        found: dict[int, Record] = {}
        for record in self.case.moving:
            if record.kind == STARTED:
                found = {}
            elif record.step is not None:
                found[record.step] = record
        return found

    def _step(self, index: int) -> StepLine:
        case, step = self.case, self.case.chain.steps[index]
        standing = case.standing.steps[index] if case.moving else None
        state = standing.state if standing is not None else "waiting"
        record = self._latest.get(index) if state != "waiting" else None
        # Of a step that waits or runs again only the history tells
        said = record if standing is not None and standing.outcome else None
        current = state == "current" and case.standing.status == RUNNING
        place = self._place((said and said.body) or step.body)
        return StepLine(
            index=index,
            body=place,
            hidden=not step.public and place is None and step.body is not None,
            public=step.public,
            act=step.act,
            state=state,
            outcome=standing.outcome if standing is not None else None,
            on=standing.on if standing is not None else None,
            resolution=self._ruling(said),
            deadline=case.deadline if current else None,
            postponed_until=case.standing.postponed_until if current else None,
            delegated_to=self._delegated(said),
            recorded_by=self._function(step.recorded_by),
            text=said.text if said is not None and self.takes_part else None,
            note=step.note,
            source=step.source,
        )

    def _entry(self, record: Record) -> EntryLine:
        inside = self.takes_part
        return EntryLine(
            kind=record.kind,
            on=record.on,
            step=record.step,
            body=self._place(record.body),
            outcome=record.outcome,
            resolution=self._ruling(record),
            delegated_to=self._delegated(record),
            return_to=record.return_to,
            until=record.until,
            at=record.at if inside else None,
            actor=record.actor if inside else None,
            text=record.text if inside else None,
            pinned=record.pinned if inside else None,
            decided_copy=record.decided_copy if inside else None,
        )

    def _place(self, body_id: str | None) -> Place | None:
        if body_id is None or not self.bodies.may_see(body_id):
            return None
        known = self.case.bodies.get(body_id)
        return Place(
            id=body_id,
            title=self.case.body_title(body_id),
            kind=self.case.kinds.get(body_id, "other"),
            url=known.url if known is not None else None,
        )

    def _ruling(self, record: Record | None) -> Ruling | None:
        data: Mapping[str, Any] | None = record.resolution if record else None
        if not data:
            return None
        day = date.fromisoformat(data["date"]) if data.get("date") else None
        uid = data.get("uid")
        if uid is None:
            return Ruling(data.get("number"), day)
        seen = IResolutionBook(self.case.process).get(uid)
        if seen is None:
            return Ruling(data.get("number"), day)
        if seen.url is None:
            # Its number is a part of the decision; a hidden body's is not told
            told = self.takes_part or self.bodies.may_see(seen.body)
            return Ruling(seen.number, seen.on) if told else None
        return Ruling(seen.number, seen.on, seen.url, uid)

    def _delegated(self, record: Record | None) -> str | None:
        """Title of the body that acted under a delegation."""
        if record is None or not record.delegation:
            return None
        to_body = (record.more or {}).get("delegated_to")
        place = self._place(to_body) if to_body else None
        return place.title if place is not None else ""

    def _function(self, function: str | None) -> str | None:
        return self.bodies.function_titles().get(function) if function else None
