"""Items that members propose until the body's deadline (``proposals_days``).

A proposal stands in the meeting, not on its agenda: it has no number, and only who
records the meeting sees it. Who proposed it is told what became of it, from here, by
plain values.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.agenda.ordering import put_last
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules import agenda as rules
from kpss.addon.meetings.rules.notice import latest_day
from kpss.addon.meetings.rules.notice import Limit
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.meetings.visibility import settle_item
from kpss.addon.meetings.who import rules_of
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


PROPOSE = "kpss.addon: Propose"
WAITS, ACCEPTED, REFUSED = "waits", "accepted", "refused"
NOBODY = _("Your account is not linked with any person of this process.")


def until_of(meeting) -> date | None:
    """The last day for proposals by the rules of the body; None: they set none."""
    on, settings = day_of(meeting), rules_of(meeting)
    if on is None:
        return None
    limit = Limit(settings.proposals_days, settings.proposals_days_kind)
    return latest_day(limit, on, HOLIDAYS)


def why_not(meeting) -> Refusal | None:
    """Why nothing can be proposed to this meeting any more, or by this account."""
    if own_fact(process_of(meeting)) is None:
        return Refusal("", NOBODY, "nobody")
    if meeting.start is None or meeting.simple or meeting.kind == PER_ROLLAM:
        return Refusal("", SENTENCES[rules.NOT_AHEAD], rules.NOT_AHEAD)
    until = until_of(meeting)
    code = rules.proposal_refused(
        state_of(meeting), start=local(meeting.start), now=now(), until=until
    )
    if code is None:
        return None
    params = {"until": until.isoformat()} if until and code == rules.TOO_LATE else {}
    return Refusal("", _sentence(code, until), code, params)


SENTENCES = {
    rules.NOT_AHEAD: _("Nothing can be proposed to this meeting."),
    rules.BEGUN: _("The meeting has begun."),
}


def _sentence(code: str, until: date | None) -> Message:
    if code == rules.TOO_LATE:
        return _(
            "Items could be proposed until ${day}. Speak to who convenes the meeting.",
            mapping={"day": day(until)},
        )
    return SENTENCES[code]


def propose(meeting, *, title: str, text: str | None):
    """The proposal of the present user; ``why_not`` was asked before."""
    fact = own_fact(process_of(meeting))
    return add_item(
        meeting,
        title=title,
        text=text,
        publicity="internal",
        proposed_by=fact.id,
        put_forward_by=fact.id,
    )


def accept(item) -> None:
    """The proposal becomes an item of the agenda, last of them, for insiders at first."""
    item.proposed_by = item.refusal = None
    item.late = rules.is_late(state_of(item.aq_parent))
    put_last(item.aq_parent, item.getId())
    _changed(item)


def refuse(item, why: str) -> None:
    """It stays a proposal; who proposed it reads why."""
    item.refusal = why
    _changed(item)


def _changed(item) -> None:
    settle_item(item)
    item.reindexObject()


@dataclass(frozen=True)
class Proposal:
    """For who proposed it. ``state``: WAITS, ACCEPTED or REFUSED; ``why`` of a refusal."""

    title: str
    state: str
    why: str


def own_proposals(meeting) -> Iterator[Proposal]:
    """What the present user proposed to the meeting, whatever became of it."""
    fact = own_fact(process_of(meeting))
    if fact is None:
        return
    for item in items_of(meeting):
        if item.put_forward_by != fact.id:
            continue
        state = WAITS if item.proposed_by else ACCEPTED
        if item.proposed_by and item.refusal:
            state = REFUSED
        yield Proposal(item.title, state, item.refusal or "")
