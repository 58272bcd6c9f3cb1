"""Delegations of a body, for whoever records a decision."""

from dataclasses import dataclass
from datetime import date
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
    return []
