"""Searching among meetings: by index and column only, no meeting is woken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.meetings.times import local
from plone import api
from plone.base.utils import safe_text
from typing import Any


@dataclass(frozen=True)
class MeetingLine:
    """A meeting that the reader may see; times are of the site."""

    title: str
    url: str
    state: str
    start: datetime
    end: datetime | None
    place: str
    kind: str
    number: str
    body: str
    body_title: str


def search(
    context,
    *,
    first: date | None = None,
    last: date | None = None,
    body: str | Sequence[str] = "",
    states: tuple[str, ...] = (),
    newest_first: bool = False,
    limit: int | None = None,
    everybody: bool = False,
) -> list:
    """Brains of meetings in ``context`` that the reader may see, by their beginning.

    ``body``: id of one, or of several; empty: of any. ``everybody``: whoever may see
    them.
    """
    query: dict[str, Any] = {
        "path": "/".join(context.getPhysicalPath()),
        "portal_type": "kpss.Meeting",
        "sort_on": "kpss_order",
        "sort_order": "descending" if newest_first else "ascending",
    }
    days = [day.isoformat() for day in (first, last) if day is not None]
    if len(days) == 2:
        query["kpss_on"] = {"query": days, "range": "min:max"}
    elif days:
        query["kpss_on"] = {"query": days[0], "range": "min" if first else "max"}
    if body:
        query["kpss_author_body"] = body
    if states:
        query["review_state"] = list(states)
    if limit is not None:
        query["sort_limit"] = limit
    catalog = api.portal.get_tool("portal_catalog")
    ask = catalog.unrestrictedSearchResults if everybody else catalog.searchResults
    found = ask(query)
    return found if limit is None else found[:limit]


def line_of(brain) -> MeetingLine:
    fact = brain.kpss_meeting
    end = fact["end"]
    return MeetingLine(
        title=safe_text(brain.Title),
        url=brain.getURL(),
        state=brain.review_state,
        start=local(datetime.fromisoformat(fact["start"])),
        end=local(datetime.fromisoformat(end)) if end else None,
        place=fact["place"] or "",
        kind=fact["kind"],
        number=fact["number"] or "",
        body=fact["body"],
        body_title=fact["body_title"],
    )


def years_of(context, body: str = "") -> list[int]:
    """Years with a meeting that the reader may see, the latest first."""
    found = search(context, body=body)
    if not found:
        return []
    first, last = (int(one.kpss_meeting["start"][:4]) for one in (found[0], found[-1]))
    return list(range(last, first - 1, -1))
