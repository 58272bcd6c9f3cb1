"""The agenda of one meeting as the beginning of another one."""

from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import STANDING


#: What is usual and not of one meeting only.
TAKEN = ("title", "kind", "level", "publicity", "presenter", "minutes")


def copy_agenda(source, target) -> int:
    """Items and headings without outcomes, papers and records; how many.

    Standing items come to where they stood; what was postponed to the target stays
    after them. Proposals of members and late items were of that meeting only.
    """
    kept = items_of(target)
    standing = {item.kind: item for item in kept if item.kind in STANDING}
    others = [item.getId() for item in kept if item.kind not in STANDING]
    order, copied = [], 0
    for item in items_of(source):
        if item.proposed_by or item.late or item.postponed_from:
            continue
        made = standing.pop(item.kind, None)
        if made is None:
            made = add_item(target, **{name: getattr(item, name) for name in TAKEN})
        copied += 1
        order.append(made.getId())
    order = [*(one.getId() for one in standing.values()), *order, *others]
    # One call: all to the top, in this order
    target.getOrdering().moveObjectsByDelta(
        order, -len(order), [one.getId() for one in items_of(target)]
    )
    return copied
