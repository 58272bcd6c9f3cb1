"""The period in which the numbers of a body run: a year, an electoral term, or for ever."""

from bisect import bisect_right
from datetime import date


CALENDAR_YEAR, ELECTORAL_TERM, CONTINUOUS = (
    "calendar_year",
    "electoral_term",
    "continuous",
)

#: Last days of elections to municipal assemblies; a term of four years begins there
#: (§ 3 of 491/2001). Later ones are supposed on the same day of the fourth year.
ELECTIONS = (
    date(1994, 11, 19),
    date(1998, 11, 14),
    date(2002, 11, 2),
    date(2006, 10, 21),
    date(2010, 10, 16),
    date(2014, 10, 11),
    date(2018, 10, 6),
    date(2022, 9, 24),
    date(2026, 10, 10),
)
TERM_YEARS = 4


def period_of(kind: str | None, day: date) -> str:
    """The period of a day as its numbers write it; a year where nothing is set."""
    if kind == CONTINUOUS:
        return ""
    if kind == ELECTORAL_TERM:
        first = _term_begun(day)
        return f"{first}–{first + TERM_YEARS}"
    return str(day.year)


def _term_begun(day: date) -> int:
    """The year of the election before the day."""
    index = bisect_right(ELECTIONS, day)
    if index == 0:
        return ELECTIONS[0].year - TERM_YEARS
    last = ELECTIONS[index - 1]
    while (later := last.replace(year=last.year + TERM_YEARS)) <= day:
        last = later
    return last.year
