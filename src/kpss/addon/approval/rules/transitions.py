"""Transitions of the one workflow: which one an entry makes, and what one alone means.

The workflow has one transition for each target (design, section 5). What needs no
further word — to start, to hand on, to skip, to withdraw — a transition does by itself;
everything else needs an outcome, so it is done by the form or over ``@approval``.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import DRAFT
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow_on
from kpss.addon.approval.rules.case import REJECTED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.case import STARTABLE
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import TAKEN_BACK
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import INITIATES
from kpss.addon.approval.rules.chain import PREPARES
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.states import state_of_step
from kpss.addon.approval.rules.states import STEP_STATES


RECORD = "record"
APPROVE, APPROVE_INTERNAL = "approve", "approve_internal"
TAKE_EFFECT, REPEAL = "take_effect", "repeal"
HIDE, SHOW = "hide", "show"
REJECT, WITHDRAW, TO_DRAFT = "reject", "withdraw", "return_to_draft"
#: State while a step is current -> the transition into it.
TO_STEP = {name: f"to_{name}" for name in STEP_STATES}

#: Transition -> the state it leads to; None: the state stays.
TARGETS: dict[str, str | None] = {
    **{transition: name for name, transition in TO_STEP.items()},
    APPROVE: "approved",
    APPROVE_INTERNAL: "approved_internal",
    TAKE_EFFECT: "in_force",
    REPEAL: "repealed",
    HIDE: "approved_internal",
    SHOW: "approved",
    REJECT: "rejected",
    WITHDRAW: "withdrawn",
    TO_DRAFT: "draft",
    RECORD: None,
}

_FROM_STEP = (
    *TO_STEP.values(),
    APPROVE,
    APPROVE_INTERNAL,
    REJECT,
    WITHDRAW,
    TO_DRAFT,
    RECORD,
)
#: State -> transitions that may lead out of it; which do, the guard says.
EXITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(STEP_STATES, _FROM_STEP),
    "draft": (*TO_STEP.values(), RECORD),
    "rejected": (*TO_STEP.values(), RECORD),
    "withdrawn": (*TO_STEP.values(), RECORD),
    "approved": (TAKE_EFFECT, REPEAL, HIDE, RECORD),
    "in_force": (REPEAL, HIDE, RECORD),
    "repealed": (HIDE, RECORD),
    "approved_internal": (SHOW, RECORD),
}

_ENDS = {REJECTED: REJECT, TAKEN_BACK: WITHDRAW, DRAFT: TO_DRAFT}


def transition_for(
    chain: Chain,
    before: Standing,
    entry: Entry,
    kinds: Mapping[str, str],
    *,
    internal: bool,
) -> str:
    """The transition that an entry makes; raises ValueError for what cannot follow.

    ``kinds``: id of a body -> its kind. ``internal``: not to be public once approved.
    """
    after = follow_on(chain, before, entry)
    if after.status == RUNNING and after.current is not None:
        if before.status == RUNNING and after.current == before.current:
            return RECORD
        return TO_STEP[state_of_step(chain.steps[after.current], kinds)]
    if after.status == APPROVED:
        return APPROVE_INTERNAL if internal else APPROVE
    return _ENDS[after.status]


def meant_by(
    transition: str,
    chain: Chain,
    standing: Standing,
    kinds: Mapping[str, str],
    today: date,
) -> Entry | None:
    """The entry that a transition alone would make; None: it says too little.

    Whether it may be made is judged as for any other.
    """
    for entry in _plain(chain, standing, today):
        made = transition_for(chain, standing, entry, kinds, internal=False)
        if made == transition:
            return entry
    return None


def hands_on(step: Step) -> bool:
    """A step that only prepares says nothing but that it hands on."""
    return step.act in (PREPARES, INITIATES) and "submitted" in step.allowed


def _plain(chain: Chain, standing: Standing, today: date) -> Iterator[Entry]:
    day = max(today, standing.latest) if standing.latest else today
    if standing.status in STARTABLE and chain.steps:
        yield Entry(STARTED, day)
    index = standing.current
    if standing.status != RUNNING or index is None:
        return
    step = chain.steps[index]
    if hands_on(step) and index != chain.last:
        yield Entry(DECIDED, day, step=index, outcome="submitted")
    elif step.skippable and index != chain.last:
        yield Entry(SKIPPED, day, step=index)
    yield Entry(WITHDRAWN, day)
