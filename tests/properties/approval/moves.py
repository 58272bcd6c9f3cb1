"""Random moves with a document, offered to the rules and recorded where they agree."""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import strategies as st
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import OUTCOMES
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.deadlines import deadline
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import DelegationFact
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.facts import ResolutionFact
from kpss.addon.approval.rules.flaws import flaws
from kpss.addon.approval.rules.judging import refuse_decision
from kpss.addon.approval.rules.judging import refuse_skip
from kpss.addon.approval.rules.judging import refuse_start
from kpss.addon.approval.rules.judging import refuse_withdrawal
from random import Random
from typing import Any


BODIES = ("ps", "rs", "rada")
FIRST = date(2020, 6, 1)
DAYS = st.integers(-3, 20).map(lambda days: FIRST + timedelta(days=days))
PLAN = Document("community_plan")


@dataclass(frozen=True)
class Recorded:
    """An entry with the decision that it came from, if it is one."""

    entry: Entry
    decision: Decision | None = None


STEPS = st.builds(
    Step,
    act=st.sampled_from(sorted(OUTCOMES)),
    body=st.sampled_from(BODIES),
    resolution_required=st.booleans(),
    deadline_days=st.integers(0, 3),
    skip_after_deadline=st.booleans(),
    delegation=st.booleans(),
)
LASTS = st.builds(
    Step,
    act=st.just("decides"),
    body=st.sampled_from(BODIES),
    outcomes=st.sampled_from([(), ("approved", "taken_note", "returned", "rejected")]),
    resolution_required=st.booleans(),
)


def whole(steps: list[Step], last: Step) -> Chain:
    """Only advice may be skipped; another step loses the mark."""
    fit = (replace(step, skip_after_deadline=step.skippable) for step in steps)
    chain = Chain("c", "C", (*fit, last))
    assert flaws(chain, BODIES, BODIES) == []
    return chain


CHAINS = st.builds(whole, st.lists(STEPS, max_size=4), LASTS)
#: A move is a number: Random makes the rest of it, or drawing takes half a minute.
MOVES = st.lists(st.integers(0, 2**32), min_size=10, max_size=60)


def play(chain: Chain, moves: list[int]) -> list[Recorded]:
    """What was recorded of the moves, each some days after the one before."""
    recorded: list[Recorded] = []
    today = FIRST
    for move in moves:
        chance = Random(move)
        today += timedelta(days=chance.randint(0, 4))
        standing = follow(chain, [one.entry for one in recorded])
        made = _made(chain, standing, chance, today)
        if made is not None:
            recorded.append(made)
    return recorded


def _made(
    chain: Chain, standing: Standing, chance: Random, today: date
) -> Recorded | None:
    """Something is tried; None: it was refused."""
    kind = chance.choices(
        ("start", "withdraw", "skip", "decide"),
        (2, 1, 3, 20) if standing.status == "running" else (6, 1, 1, 2),
    )[0]
    on = today - timedelta(days=chance.choice((-1, 0, 0, 0, 1, 2)))
    if kind == "start":
        refused = refuse_start(chain, standing, PLAN, on=on, today=today)
        return None if refused else Recorded(Entry("started", on))
    if kind == "withdraw":
        refused = refuse_withdrawal(standing, on=on, today=today)
        return None if refused else Recorded(Entry("withdrawn", on))
    current = 0 if standing.current is None else standing.current
    step = chain.steps[current]
    if kind == "skip":
        end = deadline(step, standing.since, ()) if standing.since else None
        refused = refuse_skip(chain, standing, current, deadline=end, today=today)
        return None if refused else Recorded(Entry("skipped", today, current))
    decision = _fitting(step, current, chance, on)
    for name in chance.choices(list(ODD), k=chance.choice((0, 0, 0, 1, 2))):
        decision = replace(decision, **{name: ODD[name](chance, on)})
    if refuse_decision(chain, standing, decision, PLAN, today=today):
        return None
    return Recorded(_entry(decision), decision)


def _fitting(step: Step, current: int, chance: Random, on: date) -> Decision:
    outcomes = [one for one in step.allowed if EFFECTS[one] == "advances"]
    outcome = chance.choice(chance.choice((step.allowed, outcomes, outcomes)))
    returns = EFFECTS[outcome] == "returns"
    return_to = chance.randrange(current) if returns and current else None
    return Decision(
        current,
        outcome,
        on,
        resolution=ResolutionFact(step.body or "", on),
        wording=True,
        return_to=return_to,
        to_draft=returns and return_to is None,
        until=on + timedelta(days=1) if outcome == "postponed" else None,
    )


#: What people get wrong, or do otherwise.
ODD: Mapping[str, Callable[[Random, date], Any]] = {
    "step": lambda chance, on: chance.randint(-1, 5),
    "outcome": lambda chance, on: chance.choice(list(EFFECTS)),
    "body": lambda chance, on: chance.choice((None, *BODIES)),
    "resolution": lambda chance, on: chance.choice(
        (None, ResolutionFact(chance.choice(BODIES), on), ResolutionFact("rs", FIRST))
    ),
    "delegation": lambda chance, on: DelegationFact(
        chance.choice(BODIES), on + timedelta(days=chance.randint(-2, 1))
    ),
    "wording": lambda chance, on: False,
    "return_to": lambda chance, on: chance.choice((None, -1, 0, 1, 5)),
    "to_draft": lambda chance, on: chance.choice((True, False)),
    "until": lambda chance, on: chance.choice((None, on)),
}


def _entry(decision: Decision) -> Entry:
    return Entry(
        "decided",
        decision.on,
        decision.step,
        decision.outcome,
        decision.return_to,
        decision.until,
    )
