"""Signed links: made when a letter goes, kept as digests only."""

from dataclasses import dataclass
from datetime import datetime
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import links as rules
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from secrets import token_urlsafe


@dataclass(frozen=True)
class Holder:
    """Whom a link belongs to; ``verdict``: valid, expired or unknown (``rules.links``)."""

    verdict: str
    key: str = ""


def make_link(meeting, key: str, sending: str) -> str:
    """A token for one person of a meeting."""
    return new_link(records_of(meeting).links, key, sending, rules.INVITATION)


def new_link(links, key: str, sending: str, purpose: str) -> str:
    """A token for one person; nobody can read it from the database.

    A letter that is written anew has a new one, and that of the letter which did not go
    is forgotten. ``links``: a BTree of what is kept, by digest.
    """
    token = token_urlsafe(rules.RANDOM_BYTES)
    for kept, link in list(links.items()):
        if link["sending"] == sending:
            del links[kept]
    value = {"to": key, "purpose": purpose, "sending": sending}
    # Not as something that was recorded: nobody who records is to be disturbed
    links[rules.digest(token)] = value
    return token


def holder_of_link(meeting, token: str) -> Holder:
    """Whose link it is; when the meeting is moved, its links go on until its new day."""
    links = records_of(meeting).links
    return holder(links, token, rules.INVITATION, expires(meeting))


def holder(links, token: str, purpose: str, ends: datetime | None) -> Holder:
    """Whose link for a purpose it is; ``ends``: when such links expire."""
    found = links.get(rules.digest(token)) if rules.is_token(token) else None
    kept_for = found["purpose"] if found is not None else None
    verdict = rules.judge(kept_for, ends, purpose, now())
    return Holder(verdict, found["to"] if found and verdict == rules.VALID else "")


def expires(meeting) -> datetime | None:
    """When links end to open: at the end of the day of the meeting."""
    start = local(meeting.start)
    return rules.last_moment(start, local(meeting.end)) if start is not None else None
