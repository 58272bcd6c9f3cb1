"""Where one body stands in the chart: those above it, and those right under it.

The page of a body asks. It reads the lines of all bodies, which are kept on them, and
the facts of those few that it names; the whole chart of 300 bodies took longer than the
rest of the page.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from kpss.addon.bodies.chart import Chart
from kpss.addon.bodies.registry import exists
from kpss.addon.bodies.registry import Fact
from kpss.addon.bodies.registry import seen_bodies
from kpss.addon.bodies.registry import stored_lines
from kpss.addon.bodies.rules.hanging import DEEPEST
from kpss.addon.bodies.rules.hanging import Lines
from kpss.addon.bodies.rules.hanging import lines
from kpss.addon.bodies.rules.hanging import way_up
from kpss.addon.codelists.collation import sort_key
from kpss.addon.process.sections import process_of
from typing import NamedTuple


class Place(NamedTuple):
    """Facts of the bodies above one, from the top, and of those right under it."""

    ancestors: list[Fact]
    children: list[Fact]


def place_of(body) -> Place:
    """Where a body stands in today's chart; under a closed one there is nobody."""
    process, own, today = process_of(body), body.getId(), date.today()
    parents = stored_lines(process)
    above = _stored_way_up(parents, own)
    if above is None:
        return _by_the_whole_chart(body, parents, today)
    under = defaultdict(list)
    for child, parent in parents.items():
        under[parent].append(child)
    shown = _shown(process, [own, *above, *under[own]], today)
    ancestors = [shown[one] for one in reversed(above) if one in shown]
    if own not in shown:
        return Place(ancestors, [])
    children: list[Fact] = []
    wave = under[own]
    while wave:
        children += [shown[one] for one in wave if one in shown]
        # Who stands under one that is not shown hangs here
        wave = [child for one in wave if one not in shown for child in under[one]]
        shown = _shown(process, wave, today)
    return Place(ancestors, sorted(children, key=_chart_order))


def _stored_way_up(parents: Lines, own: str) -> list[str] | None:
    """Ids of those above, the nearest first; None: a loop, or too deep for one page."""
    way: list[str] = []
    above = parents.get(own)
    while above is not None:
        if above == own or above in way or len(way) >= DEEPEST - 2:
            return None
        way.append(above)
        above = parents.get(above)
    return way


def _shown(process, ids: Iterable[str], today: date) -> dict[str, Fact]:
    """Those that the reader may see and that exist today."""
    found = seen_bodies(process, ids)
    return {one: fact for one, fact in found.items() if exists(fact, today)}


def _by_the_whole_chart(body, parents: Lines, today: date) -> Place:
    """Where lines make a loop, the chart as a whole says where it is cut."""
    shown, own = Chart(body, on=today).shown, body.getId()
    above = lines(parents, [*shown, own])
    ancestors = [shown[up] for up in way_up(above, own)]
    if own not in shown:
        return Place(ancestors, [])
    children = [fact for child, fact in shown.items() if above[child] == own]
    return Place(ancestors, sorted(children, key=_chart_order))


def _chart_order(fact: Fact) -> tuple[int, bytes]:
    return fact["chart_order"], sort_key(fact["title"])
