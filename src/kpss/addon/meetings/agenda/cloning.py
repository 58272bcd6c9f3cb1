"""The agenda of one meeting, or a template, as the beginning of another one."""

from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import STANDING
from typing import Any


#: What is usual and not of one meeting only.
TAKEN = ("title", "kind", "level", "publicity", "presenter", "minutes")


def copy_agenda(source, target) -> int:
    """Items and headings without outcomes, papers and records; how many."""
    return lay_out(target, usual_items(source))


def usual_items(meeting) -> Iterator[dict[str, Any]]:
    """Of proposals of members and late items there is none: they were of that meeting.

    A proposed resolution goes along as long as nobody has decided about the item.
    """
    for item in items_of(meeting):
        if not (item.proposed_by or item.late or item.postponed_from):
            open_proposal = None if item.outcome else item.proposal
            kept = {name: getattr(item, name) for name in TAKEN}
            yield {**kept, "proposal": open_proposal}


def lay_out(target, items: Iterable[dict[str, Any]]) -> int:
    """Put items on an agenda in their order; how many.

    Standing items come to where they stand among these; what the target has else, such
    as what was postponed to it, stays after them.
    """
    kept = items_of(target)
    standing = {item.kind: item for item in kept if item.kind in STANDING}
    others = [item.getId() for item in kept if item.kind not in STANDING]
    order, copied = [], 0
    for values in items:
        made = standing.pop(values.get("kind"), None)
        if made is None:
            made = add_item(target, **values)
        copied += 1
        order.append(made.getId())
    order = [*(one.getId() for one in standing.values()), *order, *others]
    # One call: all to the top, in this order
    target.getOrdering().moveObjectsByDelta(
        order, -len(order), [one.getId() for one in items_of(target)]
    )
    return copied
