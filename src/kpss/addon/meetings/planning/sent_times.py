"""A time of day and a number of minutes as people type them."""

from datetime import time
from kpss.addon.i18n import _
import re


_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?:\s*h)?\Z")
BAD_TIME = _("This is not a time: write it as 16:00.")
BAD_MINUTES = _("Write a whole number of minutes from 5 to 1440, or leave it empty.")
LEAST_MINUTES, MOST_MINUTES = 5, 1440


def read_time(text: str) -> time | None:
    """``16:00``, ``16.00`` or ``16``; None when it is no time of day."""
    found = _TIME.match(text.strip())
    return time(int(found[1]), int(found[2] or 0)) if found else None


def read_minutes(text: str) -> int | None:
    """None where nothing was typed; raises ValueError for another number or text."""
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or not LEAST_MINUTES <= int(text[:6]) <= MOST_MINUTES:
        raise ValueError(text)
    return int(text)
