"""Titles of what rules refer to by id: functions, parties and bodies of the process."""

from functools import cached_property
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.registry import seen_bodies
from kpss.addon.i18n import _
from kpss.addon.process.sections import process_of


class Titles:
    """Looks ids up in the process of a context; an id that is gone stands for itself.

    A body that the reader may not see is not named.
    """

    def __init__(self, context):
        self.context = context
        self.process = process_of(context)

    def function(self, id_: str) -> str:
        return self._functions.get(id_, id_)

    def party(self, id_: str) -> str:
        """The party in plural: providers."""
        return self._parties.get(id_, id_)

    def body(self, id_: str) -> str:
        seen = seen_bodies(self.process, [id_])
        if id_ in seen:
            return seen[id_]["title"]
        return _("another body") if body_by_id(self.process, id_) is not None else id_

    def recipient(self, id_: str) -> str:
        """A function or a body."""
        return self._functions[id_] if id_ in self._functions else self.body(id_)

    @cached_property
    def _functions(self) -> dict[str, str]:
        rows = getattr(self.process, "functions", None) or ()
        return {row["id"]: row["title"] for row in rows}

    @cached_property
    def _parties(self) -> dict[str, str]:
        rows = getattr(self.process, "parties", None) or ()
        return {row["id"]: row.get("plural") or row["title"] for row in rows}
