"""When a letter goes: at once, once a day, or not at all; and again after a failure."""

from datetime import date
from datetime import datetime
from datetime import timedelta


NOW, DAILY, OFF = "now", "daily", "off"
WAYS = (NOW, DAILY, OFF)

WAITING, SENT, FAILED = "waiting", "sent", "failed"

#: A server that is down for a night is waited for.
KEEP_TRYING = timedelta(days=3)
#: Pauses between tries, the last one for all later tries.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
#: For how many days the record of a letter is kept.
KEPT_DAYS = 90


def is_due(way: str, written: datetime, now: datetime) -> bool:
    """Whether a letter goes now; daily ones go together on the next day."""
    return way == NOW or written.date() < now.date()


def next_try(tries: int, written: datetime, now: datetime) -> datetime | None:
    """When to try again after so many failures; None: it is given up."""
    if now - written > KEEP_TRYING:
        return None
    return now + PAUSES[min(max(tries, 1), len(PAUSES)) - 1]


def is_over(written: datetime, today: date) -> bool:
    """Whether the record of a letter is to go."""
    return written.date() < today - timedelta(days=KEPT_DAYS)
