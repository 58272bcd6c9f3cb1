"""Reasons that were given for steps of a meeting, as its history keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.progress import WORKFLOW
from kpss.addon.meetings.rules import progress as rules
from zope.i18nmessageid import Message


TITLES = {
    rules.CANCEL: _("Why it was cancelled"),
    rules.REOPEN_SESSION: _("Why it went on"),
    rules.REOPEN: _("Why the records were opened again"),
}


@dataclass(frozen=True)
class Given:
    title: Message
    reason: str


def reasons_of(meeting) -> Iterator[Given]:
    """The first of them first; of cancelling only while the meeting is cancelled."""
    history = getattr(meeting, "workflow_history", {}).get(WORKFLOW, ())
    cancelled = state_of(meeting) == rules.CANCELLED
    last = history[-1] if history else None
    for entry in history:
        transition, reason = entry.get("action"), entry.get("reason")
        if transition not in TITLES or not reason:
            continue
        if transition == rules.CANCEL and not (cancelled and entry is last):
            continue
        yield Given(TITLES[transition], reason)
