"""Delegations of a body, for whoever records a decision."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.indexed import indexed_in
from kpss.addon.approval.rules.facts import DelegationFact


TYPE = "kpss.Delegation"


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
    found = delegations_of(process, [body_id] if body_id else [])
    return [one for one in found if day is None or _holds(one.fact, day)]


def delegations_of(process, body_ids: Iterable[str]) -> list[Delegated]:
    """Those that any of the bodies ever had."""
    section = process.get("bodies")
    names = [one for one in body_ids if section is not None and one in section]
    found = indexed_in([section[one] for one in names], "portal_type", TYPE)
    return [_delegated(one, aq_parent(aq_inner(one)).getId()) for one in found]


def _delegated(one, body_id: str) -> Delegated:
    fact = DelegationFact(
        body=body_id,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        kinds=tuple(one.kinds or ()),
        to_body=one.to_body or None,
    )
    return Delegated(one.UID(), fact, one.to_body, one.to_person, one.title)


def _holds(fact: DelegationFact, day: date) -> bool:
    return fact.valid_from <= day and (fact.valid_to is None or day <= fact.valid_to)
