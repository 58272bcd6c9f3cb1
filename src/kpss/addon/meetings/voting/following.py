"""What follows from a vote: the resolution, and what is recorded in the chain."""

from AccessControl import Unauthorized
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import as_data
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.possible import may_decide
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.judging import needs_resolution
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.subjects import step_at
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.voting import FAILED
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import may_record
from kpss.addon.process.sections import process_of
from typing import Any


#: What is suggested to be recorded, the first that the step allows.
SUGGESTED = {
    PASSED: (
        "approved",
        "discussed_and_approved",
        "recommended",
        "submitted",
        "discussed",
        "taken_note",
    ),
    FAILED: ("rejected", "not_recommended"),
}


@dataclass(frozen=True)
class Wanted:
    """What is to be recorded from a vote.

    ``resolution`` None: none is recorded. ``outcome``: of the current step of the
    chain; None: the chain is told nothing. The others as in ``Said``.
    """

    resolution: NewResolution | None = None
    outcome: str | None = None
    return_to: int | None = None
    to_draft: bool = False
    until: date | None = None
    wording: bool = False


class Subject:
    """What the item deals with, as far as the approval of documents is concerned."""

    def __init__(self, item):
        self.item = item
        self.body = body_of(meeting_of(item))

    @cached_property
    def document(self):
        """The approvable, whoever may see it; None: the item is about something else."""
        made = object_by_uid(self.item.subject_uid)
        return made if IApprovable.providedBy(made) else None

    @cached_property
    def case(self) -> Case | None:
        return case_of(self.document) if self.document is not None else None

    @property
    def step(self) -> Step | None:
        """The current step, when it is this body's and the present user records it."""
        if self.case is None:
            return None
        step = step_at(self.document, self.body)
        return step if step and may_decide(self.case, date.today()) else None

    @property
    def needs_resolution(self) -> bool:
        """Whether the chain goes by one, unless the document is returned or put off."""
        case = self.case
        if self.step is None or case is None or case.standing.current is None:
            return False
        return needs_resolution(case.chain, case.document, case.standing.current)

    def suggested(self, result: str) -> str | None:
        allowed = self.step.allowed if self.step is not None else ()
        return next((one for one in SUGGESTED.get(result, ()) if one in allowed), None)


def follow(item, key: str, wanted: Wanted) -> dict[str, Any] | None:
    """Record what follows from a vote, all of it or nothing.

    Answers the resolution as it is kept with the vote: {"uid", "number", "date",
    "body"}. Raises Unauthorized, Refusal, Refusals, and Outdated of the chain.
    """
    if not may_record(meeting_of(item)):
        raise Unauthorized()
    scene = Scene(item)
    refuse_item(scene)
    vote = scene.records.votes.get(key)
    _judge(vote, wanted)
    if wanted.resolution is not None:
        new = replace(wanted.resolution, per_rollam=scene.per_rollam)
        wanted = replace(wanted, resolution=new)
    made = _decide(item, wanted) if wanted.outcome else _record(item, wanted)
    kept = {"resolution": made, "recorded": wanted.outcome}
    votes_of(item).put("votes", key, {**vote, **kept})
    return made


def _judge(vote: dict[str, Any] | None, wanted: Wanted) -> None:
    if vote is None or vote["result"] == INVALID:
        raise Refusal("", _("There is no valid vote to go by."), "no_valid_vote")
    if vote.get("resolution") or vote.get("recorded"):
        raise Refusal(
            "", _("What follows from this vote was recorded already."), "was_followed"
        )
    if wanted.resolution is None and wanted.outcome is None:
        raise Refusal("", _("Say what is to be recorded."), "nothing_wanted")


def decided_on(item) -> date:
    """The day of the meeting; outside one that of the deadline, or before it today."""
    meeting, today = meeting_of(item), date.today()
    on = day_of(meeting) or today
    return min(on, today) if meeting.kind == PER_ROLLAM else on


def _decide(item, wanted: Wanted) -> dict[str, Any] | None:
    """In the chain of the document; it makes the resolution too."""
    subject = Subject(item)
    if subject.step is None or subject.case is None:
        raise Refusal(
            "outcome",
            _("The document is not waiting for a decision of this body."),
            "not_its_step",
        )
    said = Said(
        step=subject.case.standing.current or 0,
        outcome=wanted.outcome or "",
        on=decided_on(item),
        body=subject.body.getId() if subject.step.body is None else None,
        resolution=wanted.resolution,
        meeting=meeting_of(item).UID(),
        return_to=wanted.return_to,
        to_draft=wanted.to_draft,
        until=wanted.until,
        wording=wanted.wording,
    )
    return decide(subject.document, said).resolution


def _record(item, wanted: Wanted) -> dict[str, Any] | None:
    if wanted.resolution is None:
        return None
    one = wanted.resolution
    made = IResolutionBook(process_of(item)).record(
        body_of(meeting_of(item)).getId(),
        on=decided_on(item),
        verb=one.verb or "approves",
        title=one.title or item.title,
        text=one.text,
        number=one.number,
        subject=item.subject_uid,
        per_rollam=one.per_rollam,
    )
    return as_data(made)
