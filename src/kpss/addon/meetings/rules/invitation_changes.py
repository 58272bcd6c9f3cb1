"""What of an invitation is another now than it was told: time, place, agenda, papers."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any


Told = Mapping[str, Any]
#: What is said of a meeting beside its agenda.
FACTS = ("start", "end", "place", "online", "note")
#: What is said of an item beside title and papers: text, proposed resolution (BER-55).
WORDINGS = ("text", "proposal")


@dataclass(frozen=True)
class Difference:
    """``code``: one of FACTS, or what happened to an item or a paper."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


def differences(before: Told, after: Told) -> list[Difference]:
    """In the order in which people want to know them.

    Both have FACTS (None where nothing was said) and ``items``: rows with uid, title,
    WORDINGS (another value for another wording; missing where nobody kept it) and
    ``papers``, which are rows with uid, title and ``changed``; ``public`` in both.
    """
    return [*_facts(before, after), *_items(before, after)]


def public_part(told: Told) -> Told:
    """What somebody gets who is invited to the public items only."""
    items = [_public_item(one) for one in told["items"] if one.get("public")]
    return {**told, "items": items}


def _public_item(item: Told) -> Told:
    kept = {name: value for name, value in item.items() if name not in WORDINGS}
    return {**kept, "papers": [one for one in item["papers"] if one.get("public")]}


def moves_time(before: Told, after: Told) -> bool:
    """Whether answers that were given are no answers any more: it begins at another time."""
    return bool(before.get("start") != after.get("start"))


def _facts(before: Told, after: Told) -> Iterator[Difference]:
    for name in FACTS:
        old, new = before.get(name) or None, after.get(name) or None
        if old != new:
            yield Difference(name, {"before": old, "after": new})


def _items(before: Told, after: Told) -> Iterator[Difference]:
    old = {one["uid"]: one for one in before["items"]}
    new = {one["uid"]: one for one in after["items"]}
    for uid, one in new.items():
        if uid not in old:
            yield Difference("item_added", {"title": one["title"]})
    for uid, one in old.items():
        if uid not in new:
            yield Difference("item_removed", {"title": one["title"]})
    stayed = [uid for uid in old if uid in new]
    for uid in stayed:
        if old[uid]["title"] != new[uid]["title"]:
            yield Difference(
                "item_renamed",
                {"before": old[uid]["title"], "after": new[uid]["title"]},
            )
        for name in WORDINGS:
            if name in old[uid] and old[uid][name] != new[uid].get(name):
                yield Difference(f"{name}_changed", {"title": new[uid]["title"]})
    if stayed != [uid for uid in new if uid in old]:
        yield Difference("order")
    for uid in new:
        yield from _papers(old.get(uid), new[uid])


def _papers(before: Told | None, after: Told) -> Iterator[Difference]:
    """Papers of an item that was added come with it."""
    if before is None:
        return
    old = {one["uid"]: one for one in before["papers"]}
    new = {one["uid"]: one for one in after["papers"]}
    item = {"item": after["title"]}
    for uid, one in new.items():
        if uid not in old:
            yield Difference("paper_added", {"title": one["title"], **item})
        elif one["changed"] != old[uid]["changed"] or one["title"] != old[uid]["title"]:
            yield Difference("paper_changed", {"title": one["title"], **item})
    for uid, one in old.items():
        if uid not in new:
            yield Difference("paper_removed", {"title": one["title"], **item})


def only_papers(found: list[Difference]) -> bool:
    """Whether nothing but papers is new: calendars need not ask anybody again."""
    return bool(found) and all(one.code.startswith("paper_") for one in found)
