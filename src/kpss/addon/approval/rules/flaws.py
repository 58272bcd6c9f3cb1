"""What keeps a chain from being used."""

from collections.abc import Container
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.approval.rules.chain import ADVANCES
from kpss.addon.approval.rules.chain import ADVISES
from kpss.addon.approval.rules.chain import APPROVING
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import DECIDES
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import OUTCOMES
from kpss.addon.approval.rules.chain import Step


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a chain: at which step (None: the chain) and why.

    ``no_steps``; ``no_actor``; ``several_actors``; ``body_unknown``; ``body_ended``;
    ``last_must_decide``; ``last_cannot_approve``; ``act_unknown``;
    ``outcome_of_other_act`` (outcome); ``cannot_advance``: no outcome leads on;
    ``only_advice_is_skipped``; ``skip_without_deadline``.
    """

    step: int | None
    code: str
    outcome: str | None = None


def flaws(chain: Chain, bodies: Container[str], active: Container[str]) -> list[Flaw]:
    """Everything that keeps a chain from being used; the same body may occur twice.

    ``bodies``: ids of all bodies of the process; ``active``: of those that exist today.
    """
    found = flaws_of_steps(chain.steps)
    for index, step in enumerate(chain.steps):
        found += _body_flaws(index, step, bodies, active)
    return sorted(found, key=lambda one: one.step or 0)


def flaws_of_steps(steps: Sequence[Step]) -> list[Flaw]:
    """The same without asking for bodies: they may come later."""
    if not steps:
        return [Flaw(None, "no_steps")]
    found: list[Flaw] = []
    end = len(steps) - 1
    for index, step in enumerate(steps):
        found += _actor_flaws(index, step)
        found += _act_flaws(index, step, is_last=index == end)
    if steps[end].act != DECIDES:
        found.append(Flaw(end, "last_must_decide"))
    elif not APPROVING.intersection(steps[end].allowed):
        found.append(Flaw(end, "last_cannot_approve"))
    return found


def _actor_flaws(index: int, step: Step) -> Iterator[Flaw]:
    actors = [step.body is not None, step.body_kind is not None, step.public]
    if sum(actors) != 1:
        yield Flaw(index, "several_actors" if any(actors) else "no_actor")


def _body_flaws(
    index: int, step: Step, bodies: Container[str], active: Container[str]
) -> Iterator[Flaw]:
    if step.body is not None and step.body not in bodies:
        yield Flaw(index, "body_unknown")
    elif step.body is not None and step.body not in active:
        yield Flaw(index, "body_ended")


def _act_flaws(index: int, step: Step, *, is_last: bool) -> Iterator[Flaw]:
    if step.act not in OUTCOMES:
        yield Flaw(index, "act_unknown")
        return
    for outcome in step.outcomes:
        if outcome not in OUTCOMES[step.act]:
            yield Flaw(index, "outcome_of_other_act", outcome)
    # Of the last step more is asked: that it can approve
    if not is_last and not any(EFFECTS.get(one) == ADVANCES for one in step.allowed):
        yield Flaw(index, "cannot_advance")
    if step.skip_after_deadline and step.act != ADVISES:
        yield Flaw(index, "only_advice_is_skipped")
    elif step.skip_after_deadline and step.deadline_days is None:
        yield Flaw(index, "skip_without_deadline")
