"""What a search of the register found: how many there are, and those of one page.

Sorting all of a hundred thousand to show thirty took longer than the rest of the page.
Of a large site the newest are therefore looked for in spans of days, the latest first,
until there are enough; the others are only counted.
"""

from AccessControl import getSecurityManager
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from functools import cached_property
from itertools import islice
from kpss.addon.approval.memo import has_changes
from plone import api
from plone.memoize.ram import cache
from plone.memoize.volatile import DontCache
from typing import Any


#: With fewer objects in the whole site, one search is the quickest.
MANY = 5_000
#: Index of the days, as ISO texts.
DAYS = "kpss_resolved_on"
#: Days in the first span.
FIRST_SPAN = 90
#: Read at once where somebody asks for one after another.
PART = 50


class Found:
    """Brains that the reader may see in the order of ``query``, the newest first."""

    def __init__(self, query: dict[str, Any]):
        self.query = query
        self.catalog = api.portal.get_tool("portal_catalog")
        self._parts: dict[int, list] = {}

    def __len__(self) -> int:
        return self._number

    def __bool__(self) -> bool:
        return self._number > 0

    def __iter__(self) -> Iterator[Any]:
        return iter(self[:])

    def __getitem__(self, key):
        if isinstance(key, slice):
            first, last, _step = key.indices(len(self))
            return self._between(first, last)
        if not 0 <= key < len(self):
            raise IndexError(key)
        part, place = divmod(key, PART)
        if part not in self._parts:
            self._parts[part] = self._between(part * PART, (part + 1) * PART)
        return self._parts[part][place]

    def first(self, number: int) -> list:
        """So many of the newest, without counting the others."""
        return self._between(0, number)

    @cached_property
    def _number(self) -> int:
        if self._is_spread:
            return _counted(self.catalog, self.query)
        first = self._search(PART)
        self._parts[0] = list(first[:PART])
        return first.actual_result_count

    @cached_property
    def _is_spread(self) -> bool:
        return DAYS not in self.query and len(self.catalog) >= MANY

    def _between(self, first: int, last: int) -> list:
        if last <= first:
            return []
        if last <= PART and 0 in self._parts:
            return self._parts[0][first:last]
        # Far from the newest one search of all is quicker than many of spans
        if self._is_spread and last <= MANY:
            found = list(islice(self._by_spans(last), last))
            if len(found) == last:
                return found[first:]
        return self._search(last)[first:last]

    def _by_spans(self, number: int) -> Iterator[Any]:
        """The newest, span by span; those without a day are in none."""
        for days in spans(self.catalog):
            yield from self._search(number, days)

    def _search(self, limit: int, days: dict[str, Any] | None = None):
        query = {**self.query, "sort_limit": limit}
        if days is not None:
            query[DAYS] = days
        return self.catalog.searchResults(_plain(query))


def between(first: str, last: str) -> dict[str, Any]:
    """Days as the catalogue is asked for them."""
    return {"query": (first, last), "range": "min:max"}


def _plain(query: dict[str, Any]) -> dict[str, Any]:
    """Without what is told by the days: only resolutions have one."""
    if DAYS not in query:
        return query
    return {name: value for name, value in query.items() if name != "portal_type"}


def _key_of_count(method, catalog, query: dict[str, Any]) -> tuple:
    """The same for readers with the same rights until anything is indexed."""
    # Nothing is kept of what may yet be given up, nor what follows the clock
    if has_changes() or "show_inactive" not in query:
        raise DontCache
    allowed = catalog._listAllowedRolesAndUsers(getSecurityManager().getUser())
    site = "/".join(catalog.getPhysicalPath())
    return site, catalog.getCounter(), sorted(allowed), repr(sorted(query.items()))


@cache(_key_of_count)
def _counted(catalog, query: dict[str, Any]) -> int:
    wanted = {name: one for name, one in query.items() if not name.startswith("sort_")}
    return len(catalog.searchResults(wanted))


def spans(catalog) -> Iterator[dict[str, Any]]:
    """Spans of days with something in them, the latest first, each twice as long."""
    index = catalog._catalog.getIndex(DAYS)._index
    if not index:
        return
    oldest, last = (date.fromisoformat(one()) for one in (index.minKey, index.maxKey))
    length = timedelta(FIRST_SPAN)
    while last >= oldest:
        first = last - length + timedelta(1)
        yield between(first.isoformat(), last.isoformat())
        last = first - timedelta(1)
        length *= 2
