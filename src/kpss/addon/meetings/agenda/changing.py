"""Small changes of an item by one click: what it is, who sees it, whether it is late."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.rules.agenda import ITEM
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


MAKE_HEADING, MAKE_ITEM = "heading", "item"
HIDE, FOR_MEMBERS, FOR_ALL = "hidden", "internal", "public"
LATE, IN_TIME = "late", "in_time"
#: What an act changes.
ACTS: dict[str, dict[str, Any]] = {
    MAKE_HEADING: {"kind": HEADING, "level": 1},
    MAKE_ITEM: {"kind": ITEM},
    HIDE: {"publicity": HIDE},
    FOR_MEMBERS: {"publicity": FOR_MEMBERS},
    FOR_ALL: {"publicity": FOR_ALL},
    LATE: {"late": True},
    IN_TIME: {"late": False},
}


def change(item, act: str) -> None:
    """Raises KeyError for another act, Refusal where it makes no sense."""
    values = ACTS[act]
    if act == MAKE_HEADING and (item.outcome or item.objectIds()):
        raise Refusal(
            "",
            _("An item with papers or an outcome cannot become a heading."),
            "not_a_heading",
        )
    for name, value in values.items():
        setattr(item, name, value)
    notify(ObjectModifiedEvent(item))
