"""Minutes that wait for the present user to verify them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kpss.addon.minutes.rules.states import VERIFICATION
from kpss.addon.minutes.verifying import deadline_of
from kpss.addon.minutes.verifying import own_id
from kpss.addon.minutes.verifying import why_not_verify
from plone import api


@dataclass(frozen=True)
class Waiting:
    """``until``: the last day for the minutes; None where the rules do not say."""

    title: str
    url: str
    until: date | None


def waiting_for_me(process) -> list[Waiting]:
    """In a process; those that the user reads, oldest first."""
    return list(_waiting(process))


def _waiting(process) -> Iterator[Waiting]:
    if own_id(process) is None:
        return
    brains = api.content.find(
        context=process,
        portal_type="kpss.Minutes",
        review_state=VERIFICATION,
        sort_on="created",
    )
    for brain in brains:
        minutes = brain.getObject()
        if why_not_verify(minutes) is None:
            yield Waiting(minutes.title, minutes.absolute_url(), deadline_of(minutes))
