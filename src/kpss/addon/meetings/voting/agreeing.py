"""Agreed without objection: no vote, but judged as one and never beside one."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.voting.keeping import AGREED
from kpss.addon.meetings.voting.keeping import next_key
from kpss.addon.meetings.voting.keeping import stamp
from kpss.addon.meetings.voting.scene import Scene


def agreements(scene: Scene) -> list[str]:
    """Keys of what was agreed; no more than one."""
    votes = scene.records.votes
    return [key for key, value in votes.items() if value["method"] == AGREED]


def has_quorum(scene: Scene) -> bool | None:
    """As of a vote; a group that only talks need not say who was there."""
    if scene.meeting.simple and not scene.sheet.was_recorded:
        return None
    return scene.room().quorate


def record_agreement(item) -> None:
    """Keep that nobody objected; raises Refusal where nobody could."""
    scene = Scene(item)
    if agreements(scene):
        return
    if scene.per_rollam:
        raise Refusal(
            "outcome",
            _("Outside a meeting members are asked: record how each answered."),
            "ballots_needed",
        )
    room, quorate = scene.room(), has_quorum(scene)
    if quorate is False:
        raise Refusal(
            "outcome",
            _("There is no quorum: nothing can be agreed. Check the attendance."),
            "no_quorum",
        )
    value = {
        "question": "",
        "method": AGREED,
        "members": room.members,
        "present": room.present,
        "quorate": quorate,
        "time": scene.time.isoformat() if scene.time is not None else None,
        "result": PASSED,
        "explanation": [],
        "history": [],
    }
    scene.records.put("votes", next_key(scene), {**value, **stamp(item)})


def take_back(scene: Scene, field: str = "") -> None:
    """Forget what was agreed; raises Refusal when something follows from it."""
    found = agreements(scene)
    votes = scene.records.votes
    if any(votes[key].get("resolution") or votes[key].get("recorded") for key in found):
        raise Refusal(
            field,
            _("A resolution was recorded from what was agreed; it stands."),
            "resolution_stands",
        )
    for key in found:
        scene.records.drop("votes", key)
