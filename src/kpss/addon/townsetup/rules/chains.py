"""Approval chains: every step has one actor, the last one decides, and what follows."""

from collections.abc import Iterator
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.flaws import Flaw
from kpss.addon.approval.rules.flaws import flaws_of_steps
from kpss.addon.approval.rules.reading import Misread
from kpss.addon.approval.rules.reading import read_steps
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.walk import rows
from typing import Any


ACTORS = ("body", "body_kind", "public")
#: Flaw → the key of the step at which it is told, None: the step.
KEYS = {
    "last_cannot_approve": None,
    "outcome_of_other_act": "outcomes",
    "cannot_advance": "outcomes",
    "only_advice_is_skipped": "skip_after_deadline",
    "skip_without_deadline": "skip_after_deadline",
}


def chain_problems(data: Any) -> Iterator[Problem]:
    """``step_without_actor``, ``step_with_actors``, ``last_step_must_decide``.

    And what else keeps a chain from being used (``approval.rules.flaws``), where the
    steps can be read at all: ``step_`` and the code of the flaw.
    """
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
        for flaw in flaws_of_steps(readable([step for _place, step in steps])):
            if flaw.code in KEYS:
                yield told(flaw, steps)


def readable(steps: list[dict[str, Any]]) -> tuple[Step, ...]:
    """The steps, or none of them where the shape is wrong: that is told elsewhere."""
    try:
        return read_steps(steps)
    except Misread:
        return ()


def told(flaw: Flaw, steps: list[tuple[Path, dict[str, Any]]]) -> Problem:
    place, step = steps[flaw.step or 0]
    key = KEYS[flaw.code]
    path = (*place, key) if key is not None and key in step else place
    params = {} if flaw.outcome is None else {"outcome": flaw.outcome}
    return Problem(f"step_{flaw.code}", path, params)
