"""What is to be told and the letters, kept in the site until they are sent.

News come in with the action itself, so they are there when it is and only then. The
keys are random: two who record at once do not conflict. Private: only its own room and
the administrator of the site read it.
"""

from BTrees.OOBTree import OOBTree
from datetime import date
from datetime import datetime
from kpss.addon.notices.rules.ways import NOW
from kpss.addon.notices.rules.ways import WAITING
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
import uuid


KEY = "kpss.addon.notices"


class Letter(Persistent):
    """One piece of news for one person, in that person's language.

    ``to``: address. ``user``: account, None for somebody without one. ``state``:
    waiting, sent or failed; ``not_before``: when it is tried again; ``error``: what the
    mail server said last; ``done``: when it went. ``reference`` and ``attachment``: of
    letters that belong to an act (see ``official``).
    """

    # Letters written before these were known
    reference: dict[str, str] | None = None
    attachment: dict[str, Any] | None = None

    def __init__(self, key: str, written: datetime, **data: Any):
        self.key = key
        self.written = written
        self.user: str | None = data.get("user")
        self.to: str = data["to"]
        self.language: str = data["language"]
        self.way: str = data.get("way", NOW)
        self.subject: str = data["subject"]
        self.text: str = data["text"]
        self.preferences: str | None = data.get("preferences")
        self.reference = data.get("reference")
        self.attachment = data.get("attachment")
        self.state = WAITING
        self.tries = 0
        self.not_before: datetime | None = None
        self.error: str | None = None
        self.done: datetime | None = None


class Outbox(Persistent):
    """One in a site."""

    def __init__(self):
        self.news = OOBTree()  # key -> what happened, as plain data
        self.waiting = OOBTree()  # key -> Letter
        self.over = OOBTree()  # key -> Letter that was sent or given up
        self.ways = OOBTree()  # account -> way
        self.passed_on = OOBTree()  # UID -> tuple of what was passed on
        self.reminded = OOBTree()  # UID of a task -> group of which was reminded last
        #: The day of the last reminders, and the address of the site as last seen.
        self.reminded_on: date | None = None
        self.site_url: str | None = None

    def add_news(self, data: dict[str, Any]) -> str:
        key = uuid.uuid4().hex
        self.news[key] = PersistentMapping(data)
        return key

    def add_letter(self, written: datetime, **data: Any) -> Letter:
        letter = Letter(uuid.uuid4().hex, written, **data)
        self.waiting[letter.key] = letter
        return letter

    def keep(self, letter: Letter) -> None:
        """Among those that wait or those that are over, by its state."""
        waits = letter.state == WAITING
        (self.over if waits else self.waiting).pop(letter.key, None)
        (self.waiting if waits else self.over)[letter.key] = letter

    def letters(self) -> list[Letter]:
        """All that are kept, newest first."""
        found = [*self.waiting.values(), *self.over.values()]
        return sorted(found, key=lambda one: one.written, reverse=True)


def outbox(site=None) -> Outbox | None:
    """That of the site; None as long as nothing was told in it."""
    return IAnnotations(site if site is not None else api.portal.get()).get(KEY)


def make_outbox(site=None) -> Outbox:
    """That of the site, made when there is none."""
    site = site if site is not None else api.portal.get()
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = Outbox()
    return annotations[KEY]


def forget_outbox() -> None:
    """For uninstalling."""
    IAnnotations(api.portal.get()).pop(KEY, None)


def choices_to_carry() -> dict[str, Any]:
    """For an export: how people want letters, and what was passed on to whom.

    News and letters stay: whoever is told of them is told here.
    """
    found = outbox()
    if found is None:
        return {}
    return {
        "ways": dict(found.ways),
        "passed_on": {
            uid: [{**one, "at": one["at"].isoformat()} for one in entries]
            for uid, entries in found.passed_on.items()
        },
    }


def choices_brought(data: dict[str, Any]) -> None:
    """From an import; what somebody chose here stays."""
    if not data:
        return
    present = make_outbox()
    for user_id, way in data["ways"].items():
        present.ways.setdefault(user_id, way)
    for uid, entries in data["passed_on"].items():
        read = [
            {
                **one,
                "at": datetime.fromisoformat(one["at"]),
                "bodies": tuple(one["bodies"]),
            }
            for one in entries
        ]
        present.passed_on.setdefault(uid, tuple(read))


def way_of(user_id: str) -> str:
    """How somebody wants letters; at once for who has not chosen."""
    found = outbox()
    return NOW if found is None else found.ways.get(user_id, NOW)


def choose_way(user_id: str, way: str) -> None:
    make_outbox().ways[user_id] = way
