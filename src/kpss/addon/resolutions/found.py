"""What a search of the register found: how many there are, and those of one page.

Sorting all of a hundred thousand to show thirty took longer than the rest of the page.
Of a large site the newest are therefore looked for in spans of days, the latest first,
until there are enough; the others are only counted.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from plone import api
from typing import Any


#: With fewer objects in the whole site, one search is the quickest.
MANY = 5_000
#: Index of the days, as ISO texts.
DAYS = "kpss_on"
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
        query = {k: v for k, v in self.query.items() if not k.startswith("sort_")}
        return len(self.catalog.searchResults(query))

    @cached_property
    def _is_spread(self) -> bool:
        return DAYS not in self.query and len(self.catalog) >= MANY

    def _between(self, first: int, last: int) -> list:
        if last <= first:
            return []
        # Far from the newest one search of all is quicker than many of spans
        if self._is_spread and last <= MANY:
            found = list(islice(self._by_spans(last), last))
            if len(found) == last:
                return found[first:]
        return self._search(last)[first:last]

    def _by_spans(self, number: int) -> Iterator[Any]:
        """The newest, span by span; those without a day are in none."""
        for days in spans(self.catalog):
            yield from self._search(
                number, **{DAYS: {"query": days, "range": "min:max"}}
            )

    def _search(self, limit: int, **more: Any):
        return self.catalog.searchResults({**self.query, "sort_limit": limit, **more})


def spans(catalog) -> Iterator[tuple[str, str]]:
    """Spans of days with something in them, the latest first, each twice as long."""
    index = catalog._catalog.getIndex(DAYS)._index
    if not index:
        return
    oldest, year, years = int(index.minKey()[:4]), int(index.maxKey()[:4]), 1
    while year >= oldest:
        yield f"{year - years + 1:04}-01-01", f"{year:04}-12-31"
        year -= years
        years *= 2
