"""Czech holidays of any year, from the library."""

from collections.abc import Container
from datetime import date
from functools import cache
import holidays


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("CZ", years=year))


class Holidays:
    """Days off that are no weekend, as rules ask for them."""

    def __contains__(self, day: date) -> bool:
        return day in _of_year(day.year)


HOLIDAYS: Container[date] = Holidays()
