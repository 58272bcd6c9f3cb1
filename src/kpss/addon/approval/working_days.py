"""Czech holidays near a day, from the library."""

from datetime import date
from functools import cache
import holidays


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("CZ", years=year))


def holidays_near(day: date) -> frozenset[date]:
    """Days off of the year of ``day`` and of those that its deadlines reach into."""
    return frozenset().union(*(_of_year(day.year + more) for more in range(3)))
