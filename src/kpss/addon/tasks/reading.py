"""Tasks for the present reader, as plain values.

With ``searching`` the only one that reads without restriction for pages and services. Of a
public task that the reader may not see there is title, due day, state and body only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.bodies.registry import body_facts
from kpss.addon.codelists.collation import sort_key
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.finding import states_of
from kpss.addon.tasks.finding import task_by_id
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.naming import known_name
from kpss.addon.tasks.searching import entry
from kpss.addon.tasks.searching import Found
from kpss.addon.tasks.searching import notice_of
from plone import api
from plone.base.utils import safe_text


@dataclass(frozen=True)
class Linked:
    """Something else that the reader may see."""

    id: str
    title: str
    url: str


@dataclass(frozen=True)
class Imposed:
    """What imposed a task."""

    uid: str
    label: str
    number: str | None
    on: date | None
    title: str
    url: str


@dataclass(frozen=True)
class Line:
    """A task in a list. ``url`` None: public, but the task itself is not for the reader.

    ``percent``, ``responsible``, ``completed`` and ``waits_for`` are then None and empty.
    ``waits``: also for a task that the reader may not see.
    """

    title: str
    state: str
    group: str
    due: date | None
    days_over: int
    body: Linked | None
    imposed: Imposed | None
    uid: str | None = None
    id: str | None = None
    url: str | None = None
    percent: int | None = None
    completed: date | None = None
    responsible_id: str | None = None
    responsible: str | None = None
    waits: bool = False
    waits_for: tuple[Linked, ...] = ()


class Reader:
    """Makes lines; what several lines share is read once."""

    def __init__(self, context, today: date):
        self.process = process_of(context)
        self.today = today
        self.notice = notice_of(context)
        self._imposed: dict[str, Imposed | None] = {}
        self._names: dict[str, str | None] = {}

    @cached_property
    def bodies(self) -> dict[str, Linked]:
        """Those that the reader may see."""
        return {
            fact["id"]: Linked(fact["id"], fact["title"], fact["url"])
            for fact in body_facts(self.process, unrestricted=False)
        }

    def lines(self, found: Iterable[Found]) -> list[Line]:
        found = list(found)
        needs = {
            one.brain.getRID(): entry(one.brain, "kpss_depends_on") or ()
            for one in found
            if one.seen
        }
        states = states_of(self.process, [one for ids in needs.values() for one in ids])
        return [
            self._line(one, rules.waits_for(needs.get(one.brain.getRID(), ()), states))
            for one in found
        ]

    def loads(self, found: Iterable[Found]) -> list[tuple[str, rules.Load]]:
        """Names of those whom the reader may know, with how many tasks they have."""
        pairs = [
            (person, self._group(one.brain))
            for one in found
            if one.seen and (person := entry(one.brain, "kpss_person"))
        ]
        named = ((self.name(one.who), one) for one in rules.loads(pairs))
        return [(name, one) for name, one in named if name]

    def _group(self, brain) -> str:
        due = _day(brain.kpss_task["due"])
        return rules.group_of(
            brain.review_state, due, today=self.today, notice=self.notice
        )

    def _line(self, found: Found, waits_for: list[str]) -> Line:
        brain = found.brain
        fact = brain.kpss_task
        due, state = _day(fact["due"]), brain.review_state
        imposed = self.imposed(entry(brain, "kpss_subject"))
        public = {
            "title": safe_text(brain.Title),
            "state": state,
            "group": self._group(brain),
            "due": due,
            "days_over": rules.days_over(state, due, self.today),
            "body": self.bodies.get(entry(brain, "kpss_author_body")),
            "imposed": imposed,
        }
        if not found.seen:
            return Line(**public)
        person = entry(brain, "kpss_person")
        name = self.name(person)
        return Line(
            **public,
            uid=brain.UID,
            id=brain.getId,
            url=brain.getURL(),
            percent=fact["percent"],
            completed=_day(fact["completed"]),
            responsible_id=person if name else None,
            responsible=name,
            waits=bool(waits_for),
            waits_for=tuple(self.linked(waits_for)),
        )

    def imposed(self, uid: str | None) -> Imposed | None:
        """What imposed a task, for who may see it."""
        if not uid:
            return None
        if uid not in self._imposed:
            self._imposed[uid] = self._seen_imposer(uid)
        return self._imposed[uid]

    def _seen_imposer(self, uid: str) -> Imposed | None:
        obj = imposer_of(self.process, uid)
        if obj is None or not api.user.has_permission("View", obj=obj):
            return None
        said = IImposer(obj)
        return Imposed(
            uid,
            translate(said.label),
            said.number,
            said.on,
            obj.title,
            obj.absolute_url(),
        )

    def name(self, person: str | None) -> str | None:
        if not person:
            return None
        if person not in self._names:
            self._names[person] = known_name(self.process, person)
        return self._names[person]

    def linked(self, ids: Iterable[str]) -> list[Linked]:
        """Tasks by id that the reader may see, in Czech order: an index keeps none."""
        found = (task_by_id(self.process, one) for one in ids)
        seen = [
            Linked(one.getId(), one.title, one.absolute_url())
            for one in found
            if one is not None and api.user.has_permission("View", obj=one)
        ]
        return sorted(seen, key=lambda one: sort_key(one.title))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
