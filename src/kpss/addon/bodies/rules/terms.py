"""How long a function is held: the last day of a term (ZAT-60, decision 17)."""

from calendar import monthrange
from datetime import date
from datetime import timedelta


def term_end(first: date, months: int, *, rule: str | None = None) -> date:
    """The last day of a term that began on ``first`` and lasts ``months``.

    ``rule`` ``same_day`` (and None): the day with the same number, and where the month
    has none, its last day (§ 605 odst. 2 of 89/2012): elected 13. 7. 2020 for a year,
    last day 13. 7. 2021. ``day_before``: the day before that.
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    day = min(first.day, monthrange(year, month + 1)[1])
    same_day = date(year, month + 1, day)
    return same_day - timedelta(days=1) if rule == "day_before" else same_day
