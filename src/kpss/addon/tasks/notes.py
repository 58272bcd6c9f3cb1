"""Notes of a task: when, who, what was said and how far it was; never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import COORDINATOR
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.naming import known_name
from kpss.addon.tasks.texts import STATE_TITLES
from plone import api
from zope.i18nmessageid import Message


AS_RESPONSIBLE, AS_COORDINATOR, AS_CHAIR, AS_OFFICE = (
    "responsible",
    "coordinator",
    "chair",
    "office",
)
#: Who it was where the name is not for the reader, or there is none.
TITLES = {
    AS_RESPONSIBLE: _("responsible person"),
    AS_COORDINATOR: _("coordinator"),
    AS_CHAIR: _("for the responsible body"),
    AS_OFFICE: _("office"),
}


@dataclass(frozen=True)
class NoteLine:
    """One note for a reader. ``name`` None: not for this reader, ``who`` says what."""

    at: datetime
    name: str | None
    who: str
    text: str | None
    percent: int
    state: str


def add_note(task, text: str | None, state: str) -> None:
    """By the present user, now."""
    own = own_fact(process_of(task))
    kept = {
        "at": datetime.now(UTC).replace(microsecond=0).isoformat(),
        # An id of a person, never of an account
        "by": own.id if own is not None else None,
        "as": _capacity(task, own.id if own is not None else None),
        "text": text or None,
        "percent": task.percent or 0,
        "state": state,
    }
    task.notes = [*(task.notes or ()), kept]


def _capacity(task, person: str | None) -> str:
    """As what the present user speaks of the task."""
    if person is not None and person == task.responsible:
        return AS_RESPONSIBLE
    roles = api.user.get_roles(obj=task)
    if COORDINATOR in roles:
        return AS_COORDINATOR
    return AS_CHAIR if BODY_CHAIR in roles else AS_OFFICE


def note_lines(task) -> Iterator[NoteLine]:
    """For the present reader, the latest first."""
    process = process_of(task)
    for kept in reversed(task.notes or ()):
        yield NoteLine(
            at=datetime.fromisoformat(kept["at"]),
            name=known_name(process, kept["by"]),
            who=kept["as"],
            text=kept["text"],
            percent=kept["percent"],
            state=kept["state"],
        )


def notes_as_text(task) -> str:
    """A line for each note, without names: for when our pages are gone."""
    return "\n".join(_in_words(kept) for kept in task.notes or ())


def _in_words(kept: dict) -> str:
    said: list[str | Message] = [
        kept["at"][:10],
        TITLES[kept["as"]],
        STATE_TITLES[kept["state"]],
        f"{kept['percent']} %",
        kept["text"] or "",
    ]
    return ", ".join(translate(one) for one in said if one)
