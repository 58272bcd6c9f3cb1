"""How urgent a task is, what it waits for and what a report makes of it (BER-21, BER-74).

Dates and states come in as plain values; there is no clock here.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


OPEN, IN_PROGRESS, DONE, CANCELLED = "open", "in_progress", "done", "cancelled"
STATES = (OPEN, IN_PROGRESS, DONE, CANCELLED)
#: What is still to be done.
UNFINISHED = (OPEN, IN_PROGRESS)

OVERDUE, DUE_SOON, LATER, UNDATED = "overdue", "due_soon", "later", "undated"
#: Groups of a list, in their order.
GROUPS = (OVERDUE, DUE_SOON, LATER, UNDATED, DONE, CANCELLED)

#: Days before the due day from which a task is due soon, where the process has no number.
USUAL_NOTICE = 14
FULL = 100

BEGIN, FINISH = "begin", "finish"


def group_of(state: str, due: date | None, *, today: date, notice: int) -> str:
    """Where a task stands in a list; one of GROUPS.

    On its due day a task is not overdue yet. ``notice``: days before the due day from
    which it is due soon; 0: on the day itself only.
    """
    if state not in UNFINISHED:
        return state
    if due is None:
        return UNDATED
    if due < today:
        return OVERDUE
    return DUE_SOON if due <= today + timedelta(days=notice) else LATER


def days_over(state: str, due: date | None, today: date) -> int:
    """How many days an unfinished task is overdue; 0 when it is not."""
    if state not in UNFINISHED or due is None:
        return 0
    return max(0, (today - due).days)


def waits_for(depends_on: Iterable[str], states: Mapping[str, str]) -> list[str]:
    """Those of the tasks it depends on that are not finished.

    A cancelled one holds up nothing, nor does one that is gone.
    """
    return [one for one in depends_on if states.get(one) in UNFINISHED]


def loop(
    task: str | None, needs: Iterable[str], depends_on: Callable[[str], Iterable[str]]
) -> list[str]:
    """The way from what the task needs back to it, the task last; empty: no loop.

    ``task`` None: a new one, which nothing can depend on yet.
    """
    if task is None:
        return []
    passed: set[str] = set()
    ways = [[one] for one in needs]
    while ways:
        way = ways.pop(0)
        if way[-1] == task:
            return way
        if way[-1] in passed:
            continue
        passed.add(way[-1])
        ways += [[*way, further] for further in depends_on(way[-1])]
    return []


@dataclass(frozen=True)
class Outcome:
    """What a report makes of a task. ``transition`` None: the state stays."""

    percent: int
    transition: str | None


def reported(state: str, percent: int) -> Outcome:
    """What follows from reporting ``percent``; the task is unfinished.

    A hundred percent finishes it, anything else begins it: somebody has taken it up.
    Raises ValueError for a number that is no percent.
    """
    if not 0 <= percent <= FULL:
        raise ValueError(percent)
    if percent == FULL:
        return Outcome(FULL, FINISH)
    return Outcome(percent, BEGIN if state == OPEN and percent else None)


def settled_percent(state: str, percent: int, said_before: Iterable[int | None]) -> int:
    """The percent that agrees with the state: done means all of it, undone less.

    A task that is taken up again has what was last reported below a hundred
    (``said_before``, the oldest first).
    """
    if state == DONE:
        return FULL
    if percent < FULL:
        return percent
    below = [one for one in said_before if one is not None and one < FULL]
    return below[-1] if below else 0


def order(state: str, due: date | None, completed: date | None) -> str:
    """How lists are sorted: unfinished ones by due day, then done ones, the last first.

    Groups follow from it by themselves: what is overdue comes first.
    """
    if state in UNFINISHED:
        return f"1|{(due or date.max).isoformat()}"
    late = date.max.toordinal() - (completed or date.min).toordinal()
    return f"{2 if state == DONE else 3}|{late:07}"


@dataclass(frozen=True)
class Load:
    """How many unfinished tasks somebody has, and how many of them press."""

    who: str
    unfinished: int
    overdue: int
    due_soon: int


def loads(tasks: Iterable[tuple[str, str]]) -> list[Load]:
    """Pairs of who is responsible and the group of the task; those pressed most first.

    Tasks agree with people's capacity (BER-20, ZAT-26) when it is seen who has how many.
    """
    groups: dict[str, list[str]] = {}
    for who, group in tasks:
        if group not in (DONE, CANCELLED):
            groups.setdefault(who, []).append(group)
    found = [
        Load(who, len(of), of.count(OVERDUE), of.count(DUE_SOON))
        for who, of in groups.items()
    ]
    return sorted(
        found, key=lambda one: (-one.overdue, -one.unfinished, -one.due_soon, one.who)
    )
