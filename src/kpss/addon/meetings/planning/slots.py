"""When, where and with whom meetings of a process are; unrestricted, for collisions."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from kpss.addon.approval.indexed import indexed
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.meetings.rules.planning import Collision
from kpss.addon.meetings.rules.planning import collisions
from kpss.addon.meetings.rules.planning import later
from kpss.addon.meetings.rules.planning import Slot
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.process.sections import process_of
from plone.base.utils import safe_text
from typing import Any


#: Minutes of a meeting of which nobody said when it ends.
USUAL_MINUTES = 120


class Slots:
    """The meetings of the process of a body from one day to another, and who sits where."""

    def __init__(self, body, first: date, last: date):
        self.body = body
        self.process = process_of(body)
        self.first = first
        self.last = last

    @cached_property
    def brains(self) -> dict[str, Any]:
        """By UID; cancelled ones and decisions outside a meeting are in nobody's way."""
        found = indexed(
            path="/".join(self.process.getPhysicalPath()),
            portal_type="kpss.Meeting",
            kpss_on={
                "query": [self.first.isoformat(), self.last.isoformat()],
                "range": "min:max",
            },
        )
        return {
            brain.UID: brain
            for brain in found
            if brain.review_state != CANCELLED
            and brain.kpss_meeting["kind"] != PER_ROLLAM
        }

    @cached_property
    def others(self) -> list[Slot]:
        return [self._slot(brain) for brain in self.brains.values()]

    @cached_property
    def _uids(self) -> dict[str, str]:
        """UIDs of bodies by their ids."""
        structure = ledger().structure(self.process.UID())
        return {fact.id: fact.uid for fact in structure.bodies.values()}

    def _slot(self, brain) -> Slot:
        fact = brain.kpss_meeting
        start = datetime.fromisoformat(fact["start"])
        end = datetime.fromisoformat(fact["end"]) if fact["end"] else None
        return Slot(
            brain.UID,
            fact["body"],
            start,
            end or later(start, USUAL_MINUTES),
            fact["place"] or "",
            self.people(fact["body"], start.date()),
        )

    def people(self, body_id: str, on: date) -> frozenset[str]:
        """Ids of those who sit in a body on a day, guests included."""
        uid = self._uids.get(body_id)
        return self._people.setdefault(
            (body_id, on), frozenset(_sitting(uid, on)) if uid else frozenset()
        )

    @cached_property
    def _people(self) -> dict[tuple[str, date], frozenset[str]]:
        return {}

    def against(
        self,
        start: datetime,
        minutes: int,
        place: str | None,
        beside: tuple[Slot, ...] = (),
        key: str = "",
    ) -> list[Collision]:
        """What a meeting of the body at a time would collide with.

        ``beside``: others that are planned at the same time. ``key``: UID of the meeting
        where it is there already; it is not in its own way.
        """
        one = self.slot(start, minutes, place, key)
        return collisions(one, [*self.others, *beside])

    def slot(
        self, start: datetime, minutes: int, place: str | None, key: str = ""
    ) -> Slot:
        """Of a meeting of the body that is not there yet."""
        return Slot(
            key,
            self.body.getId(),
            start,
            later(start, minutes or USUAL_MINUTES),
            place or "",
            self.people(self.body.getId(), start.date()),
        )

    def title_of(self, uid: str) -> str:
        return safe_text(self.brains[uid].Title)


def around(body, days: list[date]) -> Slots:
    """The meetings around these days, which are at least one."""
    one = timedelta(days=1)
    return Slots(body, min(days) - one, max(days) + one)


def _sitting(uid: str, on: date) -> Iterator[str]:
    for stint in ledger().stints_in(uid):
        if stint.span.holds(on):
            yield stint.person
