"""Approval chains: every step has one actor, the last one decides."""

from collections.abc import Iterator
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.walk import rows
from typing import Any


ACTORS = ("body", "body_kind", "public")


def chain_problems(data: Any) -> Iterator[Problem]:
    """``step_without_actor``, ``step_with_actors``, ``last_step_must_decide``."""
    for path, chain in rows(data, "chains"):
        steps = list(rows(chain, "steps", path=path))
        for place, step in steps:
            actors = [name for name in ACTORS if name in step]
            if not actors:
                yield Problem("step_without_actor", place)
            elif len(actors) > 1:
                yield Problem("step_with_actors", place, {"keys": ", ".join(actors)})
        # An unknown act is told by the shape
        if steps and steps[-1][1].get("act") in (
            "manages",
            "advises",
            "prepares",
            "initiates",
        ):
            place, last = steps[-1]
            yield Problem(
                "last_step_must_decide", (*place, "act"), {"act": last["act"]}
            )
