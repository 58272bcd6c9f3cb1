"""The items of a meeting as the rules of the agenda count them, whoever may see them."""

from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.rules.agenda import Place
from kpss.addon.meetings.rules.visibility import HIDDEN


def places_of(meeting) -> list[Place]:
    return [place_of(item) for item in items_of(meeting)]


def place_of(item) -> Place:
    return Place(
        item.getId(),
        level=item.level or 1,
        kind=item.kind,
        counted=item.publicity != HIDDEN and not item.proposed_by,
        minutes=item.minutes,
    )


def numbers_of(meeting: IMeeting) -> dict[str, str]:
    """Numbers by the ids of the items, such as 3 and 3.1; empty for those without."""
    return numbers(places_of(meeting))


def number_of(item) -> str:
    """The number of one item; of several ask ``numbers_of`` once."""
    return numbers_of(item.aq_inner.aq_parent)[item.getId()]
