"""Recording votes; a correction leaves what was there before."""

from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.voting import INVALID
from kpss.addon.meetings.rules.voting import SECRET
from kpss.addon.meetings.voting.agreeing import take_back
from kpss.addon.meetings.voting.judging import judged
from kpss.addon.meetings.voting.judging import refusal_of
from kpss.addon.meetings.voting.judging import STANDS
from kpss.addon.meetings.voting.keeping import AGREED
from kpss.addon.meetings.voting.keeping import next_key
from kpss.addon.meetings.voting.keeping import reason_of
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.keeping import settle_outcome
from kpss.addon.meetings.voting.keeping import stamp
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import Scene
from typing import Any


#: Of a value that tells how somebody voted, or from which that follows.
TELLING = ("ballots", "by_party", "proxies", "deciding", "explanation")


def record_vote(item, said: VoteSaid) -> str:
    """Keep a vote on the item; answers its key. Raises Refusal or Refusals."""
    scene = Scene(item)
    refuse_item(scene)
    value = judged(scene, said)
    key = next_key(scene)
    _keep(scene, key, {**value, "history": []})
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
    reason = reason_of("why", why)
    scene = Scene.of_vote(item, before)
    value = judged(scene, said, key=key)
    if value["result"] != before["result"]:
        _refuse_result(before)
    followed = {name: before.get(name) for name in STANDS}
    trace = {"value": before, "why": reason, "corrected": stamp(item)}
    history = _history([*before["history"], trace], is_secret=said.method == SECRET)
    _keep(scene, key, {**value, **followed, "history": history})


def _keep(scene: Scene, key: str, value: dict[str, Any]) -> None:
    """A vote that counts shows that the item was not agreed without objection."""
    if value["result"] != INVALID:
        take_back(scene)
    scene.records.put("votes", key, {**value, **stamp(scene.item)})
    settle_outcome(scene.item)


def _history(traces: list[dict[str, Any]], *, is_secret: bool) -> list[dict[str, Any]]:
    """Earlier values; nothing links a person with a choice where the vote was secret."""
    left_out = ("history", *TELLING) if is_secret else ("history",)
    return [
        {**one, "value": {k: v for k, v in one["value"].items() if k not in left_out}}
        for one in traces
    ]


def _refuse_result(before: dict[str, Any]) -> None:
    """Raise Refusal when something follows from the result as it was."""
    for name, code in STANDS.items():
        if before.get(name):
            raise refusal_of("correct", Said(code))
