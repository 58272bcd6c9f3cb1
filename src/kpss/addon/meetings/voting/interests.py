"""Interests that members declare in an item."""

from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.keeping import reason_of
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.keeping import stamp
from kpss.addon.meetings.voting.scene import Scene


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
    value = {"reason": reason_of("reason", reason), "excluded": bool(excluded)}
    scene.records.put("interests", member, {**value, **stamp(item)})


def withdraw_interest(item, member: str) -> None:
    """It was recorded by mistake. Votes that were taken stay as they were judged."""
    refuse_item(Scene(item))
    Scene(item).records.drop("interests", member)
