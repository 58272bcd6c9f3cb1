"""Signed links: what opens without an account, for whom, for what and until when.

A link is a random token in an address. Only its digest is kept, so nobody who reads the
database can open it. It belongs to one person and one purpose, and it expires. It may be
used again by the same person until then: an answer may be changed, and papers are read
more than once. "Single-use" (architecture 6) is meant of acts that cannot be repeated;
there is none behind these links.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from hashlib import sha256
import re


#: Bytes of chance in a token: 256 bits.
RANDOM_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43,64}\Z")

#: What a link is for.
INVITATION, DATES = "invitation", "dates"

VALID, UNKNOWN, EXPIRED = "valid", "unknown", "expired"


def is_token(text: object) -> bool:
    """Whether a text can be a token at all; nothing else is looked up."""
    return isinstance(text, str) and _TOKEN.match(text) is not None


def digest(token: str) -> str:
    """What is kept of a token: SHA-256 in hexadecimal."""
    return sha256(token.encode("ascii")).hexdigest()


def last_moment(start: datetime, end: datetime | None) -> datetime:
    """The end of the day of the meeting, in the zone of the site.

    Of a meeting past midnight it is the end of the day on which it ends.
    """
    last = end if end is not None and end > start else start
    return midnight_after(last.date(), last)


def midnight_after(day: date, near: datetime) -> datetime:
    """The beginning of the next day in the zone of ``near``, also over a clock change."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=near.tzinfo)


def judge(
    kept_for: str | None, expires: datetime | None, purpose: str, now: datetime
) -> str:
    """VALID, EXPIRED or UNKNOWN.

    ``kept_for``: the purpose of the link found by its digest; None: none was found.
    ``expires`` None: never. A link for another purpose is unknown: whoever tries it
    learns nothing.
    """
    if kept_for is None or kept_for != purpose:
        return UNKNOWN
    if expires is not None and now >= expires:
        return EXPIRED
    return VALID
