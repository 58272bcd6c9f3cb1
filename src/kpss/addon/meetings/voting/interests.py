"""Interests that members declare in an item."""

from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.keeping import reason_of
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.keeping import stamp
from kpss.addon.meetings.voting.scene import Scene


#: By the rule ``declared_interest``: whether the vote is excluded, why not otherwise.
RULED = {
    "excluded": (True, "interest_excludes"),
    "votes": (False, "interest_votes"),
}


def ruled(scene: Scene) -> bool | None:
    """Whether the rules exclude who declared an interest; None: in each case."""
    return RULED.get(scene.sheet.rules.declared_interest or "", (None, ""))[0]


def declare_interest(
    item, member: str, reason: str, *, excluded: bool | None = None
) -> None:
    """Somebody declared an interest in the item, before it was dealt with.

    ``excluded``: does not vote and is not counted; otherwise it is only on record.
    None: as the rules say, where they say nothing excluded. Raises Refusal.
    """
    scene = Scene(item)
    refuse_item(scene)
    line = scene.sheet.by_member.get(member)
    if line is None:
        raise refusal_of("member", Said("interest_not_on_roster"))
    if line.seat.kind == GUEST:
        raise refusal_of("member", Said("interest_of_guest"))
    value = {
        "reason": reason_of("reason", reason),
        "excluded": _excluded(scene, excluded),
    }
    scene.records.put("interests", member, {**value, **stamp(item)})


def _excluded(scene: Scene, said: bool | None) -> bool:
    by_rule, code = RULED.get(scene.sheet.rules.declared_interest or "", (None, ""))
    if by_rule is None:
        return said is not False
    if said is not None and said != by_rule:
        raise refusal_of("excluded", Said(code))
    return by_rule


def withdraw_interest(item, member: str) -> None:
    """It was recorded by mistake. Votes that were taken stay as they were judged."""
    refuse_item(Scene(item))
    Scene(item).records.drop("interests", member)
