"""The agenda of a meeting: numbers, times, order, standing items, proposals.

Items come in their order as plain values. What a reader may not see keeps its number, so
everybody speaks of the same item 3.1.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC


ITEM, HEADING = "item", "heading"
TASKS_CHECK, MINUTES_APPROVAL = "tasks_check", "minutes_approval"
KINDS = (ITEM, HEADING, TASKS_CHECK, MINUTES_APPROVAL)
#: Kinds that appear by themselves when a meeting is planned.
STANDING = (TASKS_CHECK, MINUTES_APPROVAL)

UP, DOWN, INDENT, OUTDENT = "up", "down", "indent", "outdent"
MOVES = (UP, DOWN, INDENT, OUTDENT)

#: How an item may end; the others are no matter here.
POSTPONED = "postponed"


@dataclass(frozen=True)
class Place:
    """An item as the agenda counts it.

    ``level``: 1, or 2 for a sub-item. ``counted``: not hidden and not a mere proposal.
    ``minutes``: how long it is to take; None: nobody said.
    """

    id: str
    level: int = 1
    kind: str = ITEM
    counted: bool = True
    minutes: int | None = None


def hung(places: Iterable[Place]) -> dict[str, str | None]:
    """For each item the one that it is a sub-item of; None: it stands by itself.

    After a heading, and at the beginning, there is nothing to be a sub-item of.
    """
    parent: str | None = None
    found: dict[str, str | None] = {}
    for one in places:
        if one.kind == HEADING:
            parent = found[one.id] = None
        elif one.level == 1:
            found[one.id], parent = None, one.id
        else:
            found[one.id] = parent
    return found


def numbers(places: Sequence[Place]) -> dict[str, str]:
    """Numbers by id, such as 3 and 3.1; empty where an item has none.

    Headings have none, nor what is not counted and its sub-items. Late items are counted
    where they stand.
    """
    parents = hung(places)
    found: dict[str, str] = {}
    last, under = 0, dict.fromkeys(parents, 0)
    for one in places:
        parent = parents[one.id]
        found[one.id] = ""
        if one.kind == HEADING or not one.counted:
            continue
        if parent is None:
            last += 1
            found[one.id] = str(last)
        elif found[parent]:
            under[parent] += 1
            found[one.id] = f"{found[parent]}.{under[parent]}"
    return found


def begins(places: Sequence[Place], start: datetime | None) -> dict[str, datetime]:
    """When items begin, by id, as far as it is known from what comes before them.

    ``start`` is aware; the times are of its zone, also over the night in which clocks
    are changed. What is not counted takes no time. An item without minutes takes what
    its sub-items take; when those have none either, nothing after it has a time.
    Where nobody said how long anything takes there are none: the meeting's own is enough.
    """
    taken = durations(places)
    if start is None:
        return {}
    found: dict[str, datetime] = {}
    now: datetime | None = start.astimezone(UTC)
    for one in places:
        if now is None:
            break
        minutes = taken.get(one.id, 0)
        if one.id in taken:
            found[one.id] = now.astimezone(start.tzinfo)
        now = None if minutes is None else now + timedelta(minutes=minutes)
    return found if any(taken.values()) else {}


def holds_up(places: Sequence[Place]) -> str | None:
    """The first item after which no beginning is known; None: all that can be are.

    Of the last one no length is needed, nor where nobody said any.
    """
    taken = durations(places)
    if not any(taken.values()):
        return None
    return next((one for one in list(taken)[:-1] if taken[one] is None), None)


def durations(places: Sequence[Place]) -> dict[str, int | None]:
    """Minutes of the numbered items themselves, without their sub-items; None: unknown."""
    parents, known = hung(places), numbers(places)
    above = {parents[one.id] for one in places if known[one.id]}
    return {
        one.id: 0 if one.minutes is None and one.id in above else one.minutes
        for one in places
        if known[one.id]
    }


def total(places: Sequence[Place]) -> int | None:
    """Minutes of the whole agenda; None while those of an item are not known."""
    found = 0
    for minutes in durations(places).values():
        if minutes is None:
            return None
        found += minutes
    return found


def moved(places: Sequence[Place], item: str, move: str) -> list[Place] | None:
    """The agenda after a move; None where the item cannot go that way.

    Up and down take sub-items along. A sub-item at the edge goes to the neighbouring
    item. Indented, an item becomes a sub-item of the one before it, with its own
    sub-items beside it; outdented, what follows it in the same item comes under it.
    Raises ValueError for another move, KeyError for an item that is not there.
    """
    parents = hung(places)
    parent = parents[item]
    if move not in MOVES:
        raise ValueError(move)
    if move == INDENT:
        return _indented(places, item)
    if move == OUTDENT:
        if parent is None:
            return None
        return [replace(one, level=1) if one.id == item else one for one in places]
    places = _settled(places)
    if parent is not None:
        return _sub_item_moved(places, item, parent, move)
    blocks = _blocks(places)
    at = next(n for n, block in enumerate(blocks) if block[0].id == item)
    to = at - 1 if move == UP else at + 1
    if not 0 <= to < len(blocks):
        return None
    blocks[at], blocks[to] = blocks[to], blocks[at]
    return [one for block in blocks for one in block]


def placed(
    places: Sequence[Place], item: str, before: str | None
) -> list[Place] | None:
    """The agenda with an item put before another one, None: last; None when it stays.

    An item takes its sub-items along and goes before the whole of the other one. A
    sub-item stays one of whatever it then follows; after a heading it is an item.
    Raises KeyError for an item that is not there.
    """
    places = _settled(places)
    parents = hung(places)
    goes = [one for one in places if item in (one.id, parents[one.id])]
    if not goes or (before is not None and before not in parents):
        raise KeyError(item, before)
    if before is not None and parents[item] is None and before != item:
        before = parents[before] or before
    if before in {one.id for one in goes}:
        return None
    rest = [one for one in places if one not in goes]
    at = next((n for n, one in enumerate(rest) if one.id == before), len(rest))
    found = _settled([*rest[:at], *goes, *rest[at:]])
    return found if found != places else None


def _settled(places: Sequence[Place]) -> list[Place]:
    """Levels as they are counted: what is a sub-item of nothing is none."""
    parents = hung(places)
    return [replace(one, level=1 if parents[one.id] is None else 2) for one in places]


def _blocks(places: Sequence[Place]) -> list[list[Place]]:
    """Items with the sub-items that go with them."""
    found: list[list[Place]] = []
    for one in places:
        if one.level == 1:
            found.append([])
        found[-1].append(one)
    return found


def _indented(places: Sequence[Place], item: str) -> list[Place] | None:
    settled = _settled(places)
    at = next(n for n, one in enumerate(settled) if one.id == item)
    before = settled[at - 1] if at else None
    if before is None or HEADING in (before.kind, settled[at].kind):
        return None
    if settled[at].level == 2:
        return None
    # After a heading, a sub-item of nothing has none of its own
    return [replace(one, level=2) if one.id == item else one for one in settled]


def _sub_item_moved(
    places: Sequence[Place], item: str, parent: str, move: str
) -> list[Place] | None:
    found = list(places)
    at = next(n for n, one in enumerate(found) if one.id == item)
    if move == UP:
        if found[at - 1].id != parent:
            to = at - 1
        elif at >= 2 and found[at - 2].kind != HEADING:
            # Last under the item before
            to = at - 1
        else:
            return None
    else:
        if at + 1 == len(found) or found[at + 1].kind == HEADING:
            return None
        # First under the next item, or after the next sub-item
        to = at + 1
    found.insert(to, found.pop(at))
    return found


def standing(
    *, simple: bool, per_rollam: bool, approves_minutes: bool, has_earlier: bool
) -> tuple[str, ...]:
    """Kinds of the items that a new meeting begins with (BER-74, ZAT-80).

    The check of tasks always; the approval of the last minutes where the rules say so
    and there was a meeting before. A simple meeting and a decision outside a meeting
    have none.
    """
    if simple or per_rollam:
        return ()
    if approves_minutes and has_earlier:
        return (MINUTES_APPROVAL, TASKS_CHECK)
    return (TASKS_CHECK,)


#: Why a member cannot propose an item.
TOO_LATE, NOT_AHEAD, BEGUN = "proposals_closed", "meeting_not_ahead", "meeting_begun"
#: States of a meeting that is ahead.
AHEAD = ("planned", "convened")


def proposal_refused(
    state: str, *, start: datetime, now: datetime, until: date | None
) -> str | None:
    """Why no item can be proposed to the meeting any more; None: it can.

    ``start`` and ``now`` are aware; the last day is one of the zone of ``start``.
    """
    if state not in AHEAD:
        return NOT_AHEAD
    if now >= start:
        return BEGUN
    today = now.astimezone(start.tzinfo).date()
    return TOO_LATE if until is not None and today > until else None


def is_late(state: str) -> bool:
    """Whether an item that is added now comes after the invitation went out.

    A meeting that was held already is only written up.
    """
    return state in ("convened", "in_session")


def waits(
    outcome: str | None, postponed_to: str | None, *, cancelled: bool = False
) -> bool:
    """Whether an item was postponed and no later meeting deals with it.

    ``cancelled``: the meeting that took it over was.
    """
    return outcome == POSTPONED and (cancelled or not postponed_to)
