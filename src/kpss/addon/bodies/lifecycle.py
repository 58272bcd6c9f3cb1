"""Founding is adding; here a body is renamed, merged into another, closed."""

from datetime import date
from datetime import timedelta
from kpss.addon.bodies.rules.lifetime import Closing
from kpss.addon.bodies.rules.lifetime import refuse_closing
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


#: A body that the public did not see is not shown to it by the archive.
ARCHIVING = {"public": "archive", "internal": "archive_internal"}


class ClosingRefused(ValueError):
    """The body may not be closed so; ``reasons`` are pairs of field and reason code."""

    def __init__(self, reasons: list[tuple[str, str]]):
        super().__init__(reasons)
        self.reasons = reasons


def close_body(body, closing: Closing, *, today: date) -> None:
    """Close a body on its last day; one whose last day has passed goes to the archive.

    Raises ClosingRefused. A closing in the future only sets the dates: from the next
    day on the body stands in the archive without any click.
    """
    reasons = refuse_closing(
        closing,
        body=body.getId(),
        permanent=bool(body.permanent),
        valid_from=body.valid_from,
    )
    if reasons:
        raise ClosingRefused(reasons)
    body.valid_to = closing.last_day
    body.closed_by = closing.resolution
    body.closed_by_date = closing.resolution_date
    body.merged_into = closing.merged_into
    notify(ObjectModifiedEvent(body))
    if may_be_archived(body, today=today):
        api.content.transition(body, ARCHIVING[api.content.get_state(body)])


def may_be_archived(body, *, today: date) -> bool:
    """Whether the last day has come."""
    return body.valid_to is not None and body.valid_to <= today


def rename_body(body, title: str, *, from_day: date) -> None:
    """Give the body a new name; the old one is kept with its last day."""
    if title == body.title:
        return
    until = (from_day - timedelta(days=1)).isoformat()
    body.former_names = [
        *(body.former_names or ()),
        {"title": body.title, "until": until},
    ]
    body.title = title
    notify(ObjectModifiedEvent(body))
