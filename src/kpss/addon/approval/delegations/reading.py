"""Delegations of a body, for whoever records a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.indexed import indexed
from kpss.addon.approval.rules.facts import DelegationFact


@dataclass(frozen=True)
class Delegated:
    """A delegation with what a form shows of it."""

    uid: str
    fact: DelegationFact
    to_body: str | None
    to_person: str | None
    title: str


def delegations_on(process, body_id: str | None, day: date | None) -> list[Delegated]:
    """Those that a body has on a day; None: on any day."""
    found = [_delegated(one, body_id) for one in _of_body(process, body_id)]
    return [one for one in found if day is None or _holds(one.fact, day)]


def _of_body(process, body_id: str | None) -> Iterator:
    section = process.get("bodies") if body_id else None
    body = section.get(body_id) if section is not None else None
    if body is None:
        return
    brains = indexed(
        path={"query": "/".join(body.getPhysicalPath()), "depth": 1},
        portal_type="kpss.Delegation",
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()


def _delegated(one, body_id: str | None) -> Delegated:
    fact = DelegationFact(
        body=body_id or "",
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        kinds=tuple(one.kinds or ()),
        to_body=one.to_body or None,
    )
    return Delegated(one.UID(), fact, one.to_body, one.to_person, one.title)


def _holds(fact: DelegationFact, day: date) -> bool:
    return fact.valid_from <= day and (fact.valid_to is None or day <= fact.valid_to)
