"""The chart of a process as the present reader may see it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import exists
from kpss.addon.bodies.registry import Fact
from kpss.addon.bodies.registry import stored_lines
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.bodies.rules.chart import grow
from kpss.addon.bodies.rules.chart import Node
from kpss.addon.bodies.rules.hanging import Lines
from kpss.addon.bodies.rules.hanging import lines
from kpss.addon.bodies.rules.hanging import way_up
from kpss.addon.codelists.collation import sort_key
from kpss.addon.process.sections import process_of
from plone import api
from plone.base.utils import safe_text
from typing import NamedTuple


class Chart:
    """The bodies of a process on a day; ``context`` is the process or anything in it."""

    def __init__(self, context, *, on: date):
        self.context = context
        self.process = process_of(context)
        self.on = on

    @cached_property
    def visible(self) -> list[Fact]:
        """Facts of all bodies that the reader may see, closed ones included."""
        return body_facts(self.context, unrestricted=False)

    @cached_property
    def shown(self) -> dict[str, Fact]:
        """Facts of those that exist on the day, by id, in the order of their lines."""
        return {fact["id"]: fact for fact in self.visible if exists(fact, self.on)}

    @cached_property
    def parents(self) -> Lines:
        """Which visible body each visible one stands under."""
        return {fact["id"]: fact["parent"] for fact in self.visible}

    @cached_property
    def above(self) -> Lines:
        """The nearest shown body above each shown one."""
        return lines(self.parents, self.shown)

    @cached_property
    def functions(self) -> Sequence[dict]:
        return self.process.functions or ()

    @cached_property
    def roots(self) -> tuple[Node, ...]:
        """The tree of boxes."""
        return grow(list(self.shown.values()), self.functions, self.parents)

    @cached_property
    def uids(self) -> dict[str, str]:
        """UIDs of the visible bodies by id."""
        return {fact["id"]: fact["UID"] for fact in self.visible}

    @property
    def in_order(self) -> list[Fact]:
        """The shown bodies as the chart is read, each before those under it."""
        ids = [node.box.id for node in depth_first(self.roots)]
        return [self.shown[body_id] for body_id in ids if body_id in self.shown]

    @property
    def has_closed(self) -> bool:
        """Whether there is anything in the archive for this reader."""
        day = self.on.isoformat()
        return any(fact["valid_to"] and fact["valid_to"] < day for fact in self.visible)


class Place(NamedTuple):
    """Facts of the bodies above one, from the top, and of those right under it."""

    ancestors: list[Fact]
    children: list[Fact]


def place_of(body) -> Place:
    """Where a body stands in today's chart; under a closed one there is nobody."""
    chart = _Neighbours(body, on=date.today())
    own = body.getId()
    above = lines(chart.parents, [*chart.shown, own])
    ancestors = [chart.full(up) for up in way_up(above, own)]
    if own not in chart.shown:
        return Place(ancestors, [])
    children = [chart.full(child) for child in chart.shown if above[child] == own]
    return Place(ancestors, sorted(children, key=_chart_order))


class _Neighbours(Chart):
    """Knows only the lines of all bodies, and the rest of those it is asked for.

    The page of a body needs a few facts; sorting and addressing all of them took more
    than half of the time of the page in a process of 300 bodies.
    """

    @cached_property
    def brains(self) -> dict:
        catalog = api.portal.get_tool("portal_catalog")
        path = "/".join(self.process["bodies"].getPhysicalPath())
        found = catalog.searchResults(
            path={"query": path, "depth": 1},
            portal_type=["kpss.Body", "kpss.WorkingGroup"],
        )
        return {brain.getId: brain for brain in found if brain.kpss_body}

    @cached_property
    def visible(self) -> list[Fact]:
        return [{**brain.kpss_body, "id": key} for key, brain in self.brains.items()]

    @cached_property
    def parents(self) -> Lines:
        """The lines as they are stored; those of hidden bodies too, never shown."""
        return stored_lines(self.process)

    def full(self, body_id: str) -> Fact:
        brain = self.brains[body_id]
        own = {"UID": brain.UID, "title": safe_text(brain.Title), "url": brain.getURL()}
        return {**self.shown[body_id], **own}


def _chart_order(fact: Fact) -> tuple[int, bytes]:
    return fact["chart_order"], sort_key(fact["title"])
