"""A feed in Atom, as programs for reading news take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from lxml import etree
from lxml.builder import ElementMaker


ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """``uid``: of the content; ``updated``: with a zone."""

    uid: str
    title: str
    updated: datetime
    url: str
    summary: str


def atom(
    response, context, kind: str, *, title: str, author: str, page: str,
    entries: Sequence[Entry],
) -> bytes:  # fmt: skip
    """What ``context`` has of a kind, such as ``meetings``; ``page`` lists the same."""
    response.setHeader("Content-Type", "application/atom+xml; charset=utf-8")
    response.setHeader("X-Content-Type-Options", "nosniff")
    make = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
    url = context.absolute_url()
    updated = max((one.updated for one in entries), default=datetime.now(UTC))
    feed = make.feed(
        make.title(title),
        make.id(f"urn:uuid:{context.UID()}:{kind}"),
        make.updated(updated.astimezone(UTC).isoformat()),
        make.author(make.name(author)),
        make.link(href=f"{url}/{page}"),
        make.link(rel="self", href=f"{url}/{kind}.atom"),
        *(_entry(make, one) for one in entries),
    )
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _entry(make: ElementMaker, one: Entry):
    return make.entry(
        make.title(one.title),
        make.id(f"urn:uuid:{one.uid}"),
        make.updated(one.updated.astimezone(UTC).isoformat()),
        make.link(href=one.url),
        make.summary(one.summary),
    )
