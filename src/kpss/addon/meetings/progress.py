"""Moving a meeting on: judged the same before a click, by the guard and over REST."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.writing import judged
from kpss.addon.meetings import who
from kpss.addon.meetings.interfaces import IProgressRules
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import progress as rules
from kpss.addon.meetings.texts import sentence
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import now
from plone import api
from zope.component import subscribers


WORKFLOW = "kpss_meeting_workflow"


def state_of(meeting) -> str:
    return api.content.get_state(meeting, default=rules.PLANNED)


def items_of(meeting) -> list:
    """The items of the agenda in their order, whoever may see them."""
    return [
        one for one in meeting.objectValues() if one.portal_type == "kpss.AgendaItem"
    ]


def facts_of(meeting) -> rules.MeetingFacts:
    """What the rules ask of a meeting."""
    present = now()
    return rules.MeetingFacts(
        state=state_of(meeting),
        start=meeting.start,
        day=day_of(meeting),
        now=present,
        today=present.date(),
        kind=meeting.kind,
        simple=bool(meeting.simple),
        end=meeting.end,
        undecided=tuple(
            one.title
            for one in items_of(meeting)
            if rules.needs_outcome(
                one.kind, one.outcome, proposed=bool(one.proposed_by)
            )
        ),
    )


def refusals(meeting, transition: str) -> list[Refusal]:
    """Why a transition cannot be made, whoever asks; empty when it can."""
    found = list(rules.refuse_step(facts_of(meeting), transition))
    own = [
        Refusal(one.field, sentence(one), one.code, plain(one.params)) for one in found
    ]
    if any(one.code == "wrong_state" for one in found):
        return own
    others = subscribers([meeting], IProgressRules)
    return [*own, *(one for other in others for one in other.refusals(transition))]


def asks(meeting, transition: str) -> list[Refusal]:
    """What is raised where no reason is given; empty when one click is enough."""
    if transition in rules.WITH_REASON:
        missing = Reason("reason", "no_reason")
        return [Refusal("reason", sentence(missing), missing.code)]
    others = subscribers([meeting], IProgressRules)
    return [one for other in others for one in other.asks(transition)]


def plain(params: dict) -> dict:
    """Parameters as a program gets them."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in params.items()
    }


def may(meeting, transition: str) -> bool:
    """Whether the present user is somebody who makes the transition."""
    if transition in (rules.CONVENE, rules.CANCEL, rules.RENEW):
        return who.may_convene(meeting)
    return who.may_record(meeting)


def advance(
    meeting,
    transition: str,
    *,
    reason: str | None = None,
    revision: int | None = None,
) -> None:
    """Make the transition with everything that follows from it, or nothing.

    Raises Unauthorized, Outdated when something was recorded since ``revision``,
    Refusals with sentences.
    """
    if not may(meeting, transition):
        raise Unauthorized()
    if revision is not None and records_of(meeting).revision != revision:
        raise Outdated(meeting)
    reason = (reason or "").strip() or None
    refused = refusals(meeting, transition)
    if reason is None:
        refused += asks(meeting, transition)
    if refused:
        raise Refusals(refused)
    perform(meeting, transition, reason)


def perform(meeting, transition: str, reason: str | None = None) -> None:
    """The transition itself, after it was judged."""
    with judged(meeting, transition):
        api.portal.get_tool("portal_workflow").doActionFor(
            # The stock comment is shown to everybody who sees a history
            meeting,
            transition,
            wf_id=WORKFLOW,
            comment="",
            reason=reason,
        )


def offered(meeting) -> Iterator[tuple[str, list[Refusal]]]:
    """Transitions from the present state for the present user, with what forbids each."""
    state, hidden = state_of(meeting), [rules.ENTER]
    if meeting.kind == rules.PER_ROLLAM:
        hidden.append(rules.ADJOURN)
    for transition, (sources, _target) in rules.STEPS.items():
        if state in sources and transition not in hidden and may(meeting, transition):
            yield transition, refusals(meeting, transition)


def is_open(meeting) -> bool:
    """Whether something may still be recorded of the meeting."""
    return state_of(meeting) not in (rules.CLOSED, rules.CANCELLED)


def meeting_of(item):
    """The meeting that an item stands in."""
    found = item.aq_inner.aq_parent
    assert IMeeting.providedBy(found), found
    return found
