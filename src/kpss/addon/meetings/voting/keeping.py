"""What all that is recorded of an item shares: when it may be, by whom, what it means."""

from datetime import datetime
from datetime import UTC
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.marking import refuse_state
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import FAILED
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.process.sections import process_of
from kpss.addon.restapi_errors import sentence
from typing import Any
from zope.schema.interfaces import ValidationError


REASON = LongText(title=_("Reason"), maximum=1000)
#: Not a vote: nobody objected. Method of what is kept, and outcome of the item.
AGREED = "agreed"
#: How an item ends that was voted on.
OUTCOME_OF = {PASSED: "passed", FAILED: "not_passed"}
#: Outcomes that nobody says: they follow from what was recorded.
FOLLOWING = (*OUTCOME_OF.values(), AGREED)


def refuse_item(scene: Scene) -> None:
    """Raise Refusal when the item cannot be decided now."""
    if scene.item.kind == HEADING:
        raise Refusal("", _("A heading is not voted on."), "heading")
    if scene.item.proposed_by:
        raise Refusal(
            "",
            _("The item is only proposed; take it onto the agenda first."),
            "proposed",
        )
    refuse_state(scene.meeting)
    needs_session = not (scene.per_rollam or scene.meeting.simple)
    if needs_session and state_of(scene.meeting) == CONVENED:
        raise Refusal(
            "", _("The meeting has not begun. Open it first."), "not_in_session"
        )


def settle_outcome(item) -> None:
    """How the item ended follows from its votes; what was said otherwise stays."""
    scene = Scene(item)
    vote = scene.records.votes.get(scene.decisive or "")
    outcome = None
    if vote is not None:
        agreed = vote["method"] == AGREED
        outcome = AGREED if agreed else OUTCOME_OF[vote["result"]]
    if outcome is None and item.outcome not in FOLLOWING:
        return
    item.outcome = outcome
    # Pages of the meeting are cached until the catalogue changes
    item.reindexObject()


def reason_of(field: str, text: str) -> str:
    """The reason that somebody gave; raises Refusal."""
    try:
        REASON.validate(text.strip())
    except ValidationError as error:
        raise Refusal(field, sentence(error), "bad_reason") from error
    if not text.strip():
        raise refusal_of(field, Said("reason_missing"))
    return text.strip()


def next_key(scene: Scene) -> str:
    """Keys grow; two at once conflict and one tries again."""
    last = max(scene.records.votes, default="0")
    return f"{int(last) + 1:04}"


def stamp(item) -> dict[str, Any]:
    """When, and by whom: the id of a person, never of an account."""
    own = own_fact(process_of(item))
    return {
        "at": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "by": own.id if own is not None else None,
    }
