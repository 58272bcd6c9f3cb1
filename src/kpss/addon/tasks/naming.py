"""Which names of people the present reader may know beside a task."""

from collections.abc import Iterator
from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.bodies.registry import body_by_id
from plone import api


def known_name(process, person_id: str | None) -> str | None:
    """The name, where the reader sees people, is the person, or knows the roster.

    None: there is no such person or it is not for this reader.
    """
    person = person_by_id(process, person_id)
    if person is None:
        return None
    if api.user.has_permission("View", obj=person):
        return person.title
    own = own_fact(process)
    if own is not None and own.id == person_id:
        return person.title
    knows = any(
        api.user.has_permission("kpss.addon: View Roster", obj=body)
        for body in _bodies_of(process, person_id)
    )
    return person.title if knows else None


def _bodies_of(process, person_id: str) -> Iterator:
    """Bodies in which the person sits today."""
    book, today, uid = ledger(), date.today(), process.UID()
    ids = {
        fact.id
        for one in book.stints_of(uid, person_id)
        if one.span.holds(today) and (fact := book.body(one.body)) is not None
    }
    for body_id in sorted(ids):
        body = body_by_id(process, body_id)
        if body is not None:
            yield body
