"""A calendar of one's own meetings at an address that nobody can guess.

Calendar programs cannot log in, so the address is the right; only its digest is kept, one
for each person. Whoever makes a new one ends the old one.
"""

from BTrees.OOBTree import OOBTree
from datetime import date
from datetime import datetime
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.procedure.facts import rules_of
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.meetings.calendar.finding import entries_of_bodies
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.rules import links
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import presiding_by_rule
from secrets import token_urlsafe
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "kpss.addon.calendars"


def make_address(process, person: PersonFact) -> str:
    """A token for this person; the one before ends."""
    revoke(process, person)
    kept = IAnnotations(process)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    token = token_urlsafe(links.RANDOM_BYTES)
    value = {"person": person.id, "made": now().isoformat(timespec="seconds")}
    kept[KEY][links.digest(token)] = value
    return token


def revoke(process, person: PersonFact) -> None:
    kept = _kept(process)
    for digest, value in list(kept.items()):
        if value["person"] == person.id:
            del kept[digest]


def made_on(process, person: PersonFact) -> datetime | None:
    """When the present address was made; None: there is none."""
    for value in _kept(process).values():
        if value["person"] == person.id:
            return datetime.fromisoformat(value["made"])
    return None


def holder_of_address(process, token: str) -> PersonFact | None:
    """Whose address it is; None: nobody's, or of somebody who was archived."""
    value = _kept(process).get(links.digest(token)) if links.is_token(token) else None
    if value is None:
        return None
    person = ledger().person(process.UID(), value["person"])
    return person if person is not None and not person.archived else None


def own_entries(process, person: PersonFact) -> list[Entry]:
    """Meetings of the bodies in which the person sits on their day, or over which the
    person presides by the rules; closed ones too."""
    bodies = ledger().structure(process.UID()).bodies
    sits: dict[str, list] = {}
    for stint in ledger().stints_of(process.UID(), person.id):
        if stint.body in bodies:
            sits.setdefault(bodies[stint.body].id, []).append(stint.span)
    presides = _led_by(process, person)
    return entries_of_bodies(
        process,
        [*sits, *(one for one in presides if one not in sits)],
        lambda body, day: (
            any(span.holds(day) for span in sits.get(body, ()))
            or (body in presides and _presides(presides[body], day, person))
        ),
    )


def _led_by(process, person: PersonFact) -> dict[str, Any]:
    """Bodies by id whose rules, of any time, let a function of the person preside."""
    stints = ledger().stints_of(process.UID(), person.id)
    held = {one.function for one in stints if one.function}
    return {
        body.getId(): body
        for body in (process["bodies"].objectValues() if held else ())
        if IBody.providedBy(body)
        and any(
            held.intersection((one.presiding, one.presiding_fallback))
            for one in rules_of(body)
        )
    }


def _presides(body, day: date, person: PersonFact) -> bool:
    found = presiding_by_rule(body, day)
    return found is not None and found.person == person.id


def _kept(process) -> Any:
    return IAnnotations(process).get(KEY) or {}
