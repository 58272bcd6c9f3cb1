"""The chart of a process as the present reader may see it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import exists
from kpss.addon.bodies.registry import Fact
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.bodies.rules.chart import grow
from kpss.addon.bodies.rules.chart import Node
from kpss.addon.bodies.rules.hanging import Lines
from kpss.addon.bodies.rules.hanging import lines
from kpss.addon.process.sections import process_of


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
