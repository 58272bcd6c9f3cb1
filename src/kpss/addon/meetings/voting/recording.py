"""Recording votes and interests; a correction leaves what was there before."""

from datetime import datetime
from datetime import UTC
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.marking import refuse_state
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import FAILED
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.voting.judging import judged
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import decisive_of
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.process.sections import process_of
from kpss.addon.restapi_errors import sentence
from typing import Any
from zope.schema.interfaces import ValidationError


REASON = LongText(title=_("Reason"), maximum=1000)
#: How an item ends that was voted on.
OUTCOME_OF = {PASSED: "passed", FAILED: "not_passed"}
#: What followed from a vote, and why its result cannot be changed then.
STANDS = {"resolution": "resolution_stands", "recorded": "consideration_stands"}


def record_vote(item, said: VoteSaid) -> str:
    """Keep a vote on the item; answers its key. Raises Refusal or Refusals."""
    scene = Scene(item)
    refuse_item(scene)
    value = judged(scene, said)
    key = _next_key(scene)
    scene.records.put("votes", key, {**value, **_stamp(item), "history": []})
    settle_outcome(item)
    return key


def correct_vote(item, key: str, said: VoteSaid, why: str) -> None:
    """Put another value in the place of a vote; the earlier one stays in its history.

    It is judged by who was there then, as it is recorded now. Raises Refusal or Refusals.
    """
    scene = Scene(item)
    refuse_item(scene)
    before = scene.records.votes.get(key)
    if before is None or before["method"] == AGREED:
        raise refusal_of("correct", Said("unknown_vote"))
    reason = _reason("why", why)
    # By who was there then, as it is recorded now
    taken = before.get("time")
    scene = Scene(item, datetime.fromisoformat(taken) if taken else None)
    value = judged(scene, said, key=key)
    if value["result"] != before["result"]:
        _refuse_result(before)
    earlier = {name: kept for name, kept in before.items() if name != "history"}
    trace = {"value": earlier, "why": reason, "corrected": _stamp(item)}
    history = [*before["history"], trace]
    followed = {name: before.get(name) for name in STANDS}
    kept = {**value, **followed, **_stamp(item), "history": history}
    scene.records.put("votes", key, kept)
    settle_outcome(item)


def _refuse_result(before: dict[str, Any]) -> None:
    """Raise Refusal when something follows from the result as it was."""
    for name, code in STANDS.items():
        if before.get(name):
            raise refusal_of("correct", Said(code))


#: Not a vote: nobody objected.
AGREED = "agreed"


def record_agreement(item) -> str:
    """Keep that the item was agreed without objection; answers its key."""
    scene = Scene(item)
    for key, value in scene.records.votes.items():
        if value["method"] == AGREED:
            return key
    room = scene.room()
    key = _next_key(scene)
    value = {
        "question": "",
        "method": AGREED,
        "members": room.members,
        "present": room.present,
        "quorate": room.quorate,
        "result": PASSED,
        "explanation": [],
        "history": [],
    }
    scene.records.put("votes", key, {**value, **_stamp(item)})
    return key


def declare_interest(item, member: str, reason: str, *, excluded: bool = True) -> None:
    """Somebody declared an interest in the item, before it was dealt with.

    ``excluded``: does not vote and is not counted; otherwise it is only on record.
    Raises Refusal.
    """
    scene = Scene(item)
    refuse_item(scene)
    line = scene.sheet.by_member.get(member)
    if line is None:
        raise refusal_of("member", Said("interest_not_on_roster"))
    if line.seat.kind == GUEST:
        raise refusal_of("member", Said("interest_of_guest"))
    value = {"reason": _reason("reason", reason), "excluded": bool(excluded)}
    scene.records.put("interests", member, {**value, **_stamp(item)})


def withdraw_interest(item, member: str) -> None:
    """It was recorded by mistake. Votes that were taken stay as they were judged."""
    refuse_item(Scene(item))
    Scene(item).records.drop("interests", member)


def refuse_item(scene: Scene) -> None:
    """Raise Refusal when the item cannot be voted on now."""
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
    key = decisive_of(scene.records.votes)
    outcome = OUTCOME_OF[scene.records.votes[key]["result"]] if key else None
    if outcome is None and item.outcome not in OUTCOME_OF.values():
        return
    item.outcome = outcome
    # Pages of the meeting are cached until the catalogue changes
    item.reindexObject()


def _reason(field: str, text: str) -> str:
    try:
        REASON.validate(text.strip())
    except ValidationError as error:
        raise Refusal(field, sentence(error), "bad_reason") from error
    if not text.strip():
        raise refusal_of(field, Said("reason_missing"))
    return text.strip()


def _next_key(scene: Scene) -> str:
    """Keys grow, also after one was dropped; two at once conflict and one tries again."""
    last = max(scene.records.votes, default="0")
    return f"{int(last) + 1:04}"


def _stamp(item) -> dict[str, Any]:
    """When, and by whom: the id of a person, never of an account."""
    own = own_fact(process_of(item))
    return {
        "at": datetime.now(UTC).replace(microsecond=0).isoformat(),
        "by": own.id if own is not None else None,
    }
