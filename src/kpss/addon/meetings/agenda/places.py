"""The items of a meeting as the rules of the agenda count them, whoever may see them."""

from Acquisition import aq_base
from collections.abc import Mapping
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import ITEM
from kpss.addon.meetings.rules.agenda import Place
from kpss.addon.meetings.rules.visibility import HIDDEN
from typing import Any


def places_of(meeting) -> list[Place]:
    return [place_of(item) for item in items_of(meeting)]


def place_of(item) -> Place:
    kept = kept_of(item)
    return Place(
        kept["id"],
        level=kept.get("level") or 1,
        kind=kept.get("kind") or ITEM,
        counted=kept.get("publicity") != HIDDEN and not kept.get("proposed_by"),
        minutes=kept.get("minutes"),
    )


def kept_of(item) -> Mapping[str, Any]:
    """The fields that were set; asked as attributes, Dexterity looks for each of the
    others through all schemas."""
    base = aq_base(item)
    base._p_activate()
    return vars(base)
