"""Batches of a service, as plone.restapi's with an upper limit, and those of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.i18n import _
from kpss.addon.restapi_errors import refuse_field
from plone.batching import Batch
from typing import Any
from urllib.parse import urlencode


USUAL, MOST = 25, 1000
#: Lines of a page, and how few left over are shown with those before them.
LINES, ORPHANS = 30, 3


def page_batch(
    found: Sequence, start: str, *, size: int = LINES, orphan: int = ORPHANS
) -> Batch:
    """A batch of a page; a start that is no number is the beginning."""
    first = int(start) if start.isdecimal() and len(start) < 10 else 0
    return Batch(found, size=size, start=first, orphan=orphan)


@dataclass(frozen=True)
class Page:
    """The items of one batch, and what the answer says of all."""

    items: Sequence
    data: dict[str, Any]


def bounded_batch(found: Sequence, url: str, sent: dict[str, str]) -> Page:
    """Raises FlatBadRequest for a batch that is no number, negative or too large."""
    start = _number(sent, "b_start", 0, 10**9)
    size = _number(sent, "b_size", USUAL, MOST)
    total = len(found)
    data: dict[str, Any] = {"@id": url, "items_total": total}
    if total > size:
        data["batching"] = _links(url, sent, start, size, total)
    return Page(found[start : start + size], data)


def _number(sent: dict[str, str], name: str, usual: int, most: int) -> int:
    text = sent.get(name, "")
    if not text:
        return usual
    if not text.isdecimal() or len(text) > 9 or int(text) > most:
        raise refuse_field(
            name,
            _(
                "Send a whole number from 0 to ${most}.",
                mapping={"most": most},
            ),
            code="bad_batch",
        )
    return int(text)


def _links(
    url: str, sent: dict[str, str], start: int, size: int, total: int
) -> dict[str, str]:
    def at(first: int) -> str:
        return f"{url}?{urlencode({**sent, 'b_start': first, 'b_size': size})}"

    last = (total - 1) // size * size if size else 0
    links = {"@id": at(start), "first": at(0), "last": at(last)}
    if size and start + size < total:
        links["next"] = at(start + size)
    if start > 0:
        links["prev"] = at(max(0, start - size))
    return links
