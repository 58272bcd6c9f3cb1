"""Polls of a body: plain JSON in BTrees in an annotation of the body.

A poll is no content: nobody finds it in a listing, and it is asked for by its key in its
body only. Answers have a key a person, so two who answer at once do not conflict. Plain
BTrees open also when this package is gone; a copy of a body begins without them.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.planning import later
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.process.uids import uid_of
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "kpss.addon.polls"
FACTS = "poll"
#: BTrees of a poll: answers by person, links by digest, letters by number.
TREES = ("answers", "links", "sendings")


@dataclass(frozen=True)
class Proposed:
    """A proposed time; aware, of the site. ``minutes`` None: no end is said."""

    key: str
    start: datetime
    minutes: int | None
    place: str

    @property
    def end(self) -> datetime | None:
        return later(self.start, self.minutes) if self.minutes else None


@dataclass(frozen=True)
class Asked:
    """Somebody who was asked; ``person`` is the UID, ``kind`` as on the roster."""

    person: str
    name: str
    kind: str


@dataclass(frozen=True)
class Answer:
    """``said`` by the keys of dates; ``by``: SELF or OFFICE of ``convening.replying``."""

    said: Mapping[str, str]
    note: str
    at: str
    by: str


class Poll:
    """One poll of a body, as it is kept."""

    def __init__(self, body, key: str, kept: OOBTree):
        self.body, self.key, self.kept = body, key, kept

    @property
    def facts(self) -> dict[str, Any]:
        return self.kept[FACTS]

    def change(self, **values: Any) -> None:
        self.kept[FACTS] = {**self.facts, **values}

    @property
    def url(self) -> str:
        return f"{self.body.absolute_url()}/@@kpss-poll/{self.key}"

    @property
    def title(self) -> str:
        return self.facts["title"]

    @property
    def note(self) -> str:
        return self.facts["note"] or ""

    @property
    def state(self) -> str:
        return self.facts["state"]

    @property
    def is_open(self) -> bool:
        return self.state == rules.OPEN

    @property
    def until(self) -> date:
        """The last day for answers."""
        return date.fromisoformat(self.facts["until"])

    @property
    def over(self) -> bool:
        """Whether answers come too late."""
        return now() >= rules.closes(self.until, now())

    @property
    def takes_answers(self) -> bool:
        return self.is_open and not self.over

    @property
    def shows_answers(self) -> bool:
        """Whether those who are asked see who answered what."""
        return bool(self.facts["shows_answers"])

    @property
    def dates(self) -> list[Proposed]:
        """In the order of time."""
        return [
            Proposed(
                one["key"],
                local(datetime.fromisoformat(one["start"])),
                one["minutes"],
                one["place"] or "",
            )
            for one in self.facts["dates"]
        ]

    def date(self, key: str | None) -> Proposed | None:
        return next((one for one in self.dates if one.key == key), None)

    @property
    def chosen(self) -> Proposed | None:
        return self.date(self.facts["chosen"])

    @property
    def asked(self) -> list[Asked]:
        """In the order of the roster when they were asked."""
        return [Asked(**one) for one in self.facts["asked"]]

    def who(self, person: str) -> Asked | None:
        return next((one for one in self.asked if one.person == person), None)

    @property
    def answers(self) -> OOBTree:
        return self.kept["answers"]

    def answer_of(self, person: str) -> Answer | None:
        found = self.answers.get(person)
        return (
            None if found is None else Answer(**{**found, "note": found["note"] or ""})
        )

    @property
    def links(self) -> OOBTree:
        return self.kept["links"]

    @property
    def sendings(self) -> OOBTree:
        return self.kept["sendings"]


def polls_of(body) -> list[Poll]:
    """The newest first."""
    kept = IAnnotations(body).get(KEY) or {}
    return [Poll(body, key, kept[key]) for key in reversed(list(kept))]


def poll_of(body, key: str) -> Poll | None:
    found = (IAnnotations(body).get(KEY) or {}).get(key)
    return None if found is None else Poll(body, key, found)


def add_poll(body, facts: Mapping[str, Any]) -> Poll:
    kept = IAnnotations(body).setdefault(KEY, OOBTree())
    key = f"{int(kept.maxKey()) + 1 if len(kept) else 1:04}"
    kept[key] = _empty(facts)
    return Poll(body, key, kept[key])


def drop_poll(poll: Poll) -> None:
    """Links to it open nothing any more."""
    del IAnnotations(poll.body)[KEY][poll.key]


def _empty(facts: Mapping[str, Any]) -> OOBTree:
    made = OOBTree({name: OOBTree() for name in TREES})
    made[FACTS] = dict(facts)
    return made


def forget(body, event=None) -> None:
    """Subscriber: nobody was asked in a copy."""
    kept = getattr(aq_base(body), "__annotations__", None)
    if kept is not None:
        kept.pop(KEY, None)


def polls_to_carry(uids: set[str] | None = None) -> dict[str, Any]:
    """For an export: polls by the UID of their body."""
    found = {}
    for body in _bodies():
        uid = uid_of(body)
        if uids is None or uid in uids:
            found[uid] = {poll.key: dict(_plain(poll)) for poll in polls_of(body)}
    return {uid: polls for uid, polls in found.items() if polls}


def _plain(poll: Poll) -> Iterator[tuple[str, Any]]:
    yield FACTS, poll.facts
    for name in TREES:
        yield name, dict(poll.kept[name])


def polls_brought(data: dict[str, Any]) -> None:
    """From an import; a body that has polls here keeps them."""
    for body in _bodies():
        brought = data.get(uid_of(body))
        if not brought or polls_of(body):
            continue
        kept = IAnnotations(body).setdefault(KEY, OOBTree())
        for key, one in brought.items():
            kept[key] = _empty(one[FACTS])
            for name in TREES:
                kept[key][name].update(one.get(name) or {})


def _bodies() -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        portal_type=["kpss.Body", "kpss.WorkingGroup"]
    ):
        yield brain._unrestrictedGetObject()
