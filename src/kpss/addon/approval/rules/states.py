"""The state of the workflow: where in the chain a document is, as one word.

The states mirror the kinds of bodies (design, section 5), so one fixed workflow serves
every chain; two steps of bodies of one kind share a state.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.validity import last_day
from kpss.addon.approval.rules.validity import Validity


PUBLIC, OTHER = "public", "other"

#: Kind of body -> state while a step of such a body is current.
STATE_OF_KIND = {
    "working_group": "working_group",
    "steering": "steering",
    "department": "department",
    "commission": "commission",
    "council": "council",
    "assembly": "assembly",
    "support": OTHER,
    "other": OTHER,
}

IN_FORCE, REPEALED = "in_force", "repealed"
#: Approved, and flagged as not public; whether it is in force, the dates say.
APPROVED_INTERNAL = "approved_internal"

#: States while a step is current, in the order of a usual chain.
STEP_STATES = (
    "working_group",
    "steering",
    "department",
    PUBLIC,
    "commission",
    "council",
    "assembly",
    OTHER,
)
#: States of what has been approved; all three let the same people read.
OPEN_STATES = (APPROVED, IN_FORCE, REPEALED)

#: All states: draft, those of steps, and the ends.
STATES = (
    "draft",
    *STEP_STATES,
    *OPEN_STATES,
    APPROVED_INTERNAL,
    "rejected",
    "withdrawn",
)


def state_of_step(step: Step, kinds: Mapping[str, str]) -> str:
    """``kinds``: id of a body -> its kind; a body that is not there counts as other."""
    if step.public:
        return PUBLIC
    kind = step.body_kind or kinds.get(step.body or "", OTHER)
    return STATE_OF_KIND.get(kind, OTHER)


def state(
    chain: Chain,
    standing: Standing,
    kinds: Mapping[str, str],
    *,
    validity: Validity,
    documents: Iterable[Validity],
    on: date,
) -> str:
    """The state on a day: an approved document is or was in force without a click.

    ``documents``: those that may repeal it (decision 31).
    """
    if standing.status == RUNNING and standing.current is not None:
        return state_of_step(chain.steps[standing.current], kinds)
    if standing.status == APPROVED:
        return state_of_validity(validity, documents, on)
    return standing.status


def state_of_validity(one: Validity, documents: Iterable[Validity], on: date) -> str:
    """approved before the day of effect, then in_force, after the last day repealed.

    One whose own last day has passed is repealed too: it is no longer in force.
    """
    if one.first is None or on < one.first:
        return APPROVED
    last = last_day(one, documents)
    return REPEALED if last is not None and on > last else IN_FORCE
