"""Where a document stands: the chain folded with everything that was considered.

The history is append-only; nothing is kept beside it. ``follow`` reads it from the
beginning, so the standing never disagrees with the history.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from kpss.addon.approval.rules.chain import APPROVING
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import DECIDES
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import ENDS
from kpss.addon.approval.rules.chain import RETURNS
from kpss.addon.approval.rules.chain import WAITS


#: What may stand in the history.
STARTED, DECIDED, SKIPPED, WITHDRAWN = "started", "decided", "skipped", "withdrawn"

#: Where the document as a whole stands.
DRAFT, RUNNING, APPROVED, REJECTED, TAKEN_BACK = (
    "draft",
    "running",
    "approved",
    "rejected",
    "withdrawn",
)

#: A rejected or withdrawn document may be submitted again, with all its history.
STARTABLE = frozenset((DRAFT, REJECTED, TAKEN_BACK))


@dataclass(frozen=True)
class Entry:
    """One consideration: ``on`` is the day of the decision, not of the recording.

    ``return_to``: index of the step that it goes back to, None: to the draft.
    ``until``: the day to which it was postponed.
    """

    kind: str
    on: date
    step: int | None = None
    outcome: str | None = None
    return_to: int | None = None
    until: date | None = None
    delegation: str | None = None


@dataclass(frozen=True)
class StepStanding:
    """``state``: waiting, current, done, skipped or returned; the last outcome and day.

    A current step has an outcome when it was postponed, or only taken note of.
    """

    state: str = "waiting"
    outcome: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Standing:
    """``status`` of the whole, the ``current`` step while it runs, and every step.

    ``since``: the day on which the current step began, or the status was reached;
    deadlines run from it, a postponement does not move them. ``latest``: the day of the
    latest entry; nothing is decided before it.
    ``revision`` counts the entries: whoever acts says which one was seen.
    """

    status: str
    steps: tuple[StepStanding, ...]
    current: int | None = None
    since: date | None = None
    latest: date | None = None
    postponed_until: date | None = None
    revision: int = 0


def follow(chain: Chain, history: Iterable[Entry]) -> Standing:
    """The standing after the history; raises ValueError for what could not happen."""
    standing = Standing(DRAFT, tuple(StepStanding() for _step in chain.steps))
    for entry in history:
        standing = follow_on(chain, standing, entry)
    return standing


def follow_on(chain: Chain, before: Standing, entry: Entry) -> Standing:
    """The standing after one more entry; raises ValueError for what cannot follow."""
    if before.latest is not None and entry.on < before.latest:
        raise ValueError(entry)
    standing = replace(before, revision=before.revision + 1, latest=entry.on)
    if entry.kind == STARTED and before.status in STARTABLE and chain.steps:
        fresh = tuple(StepStanding() for _step in chain.steps)
        return _enter(replace(standing, steps=fresh), 0, entry.on)
    if before.status != RUNNING or before.current is None:
        raise ValueError(entry)
    if entry.kind == WITHDRAWN:
        waiting = _put(standing.steps, before.current, StepStanding())
        return _leave(replace(standing, steps=waiting), TAKEN_BACK, entry)
    if entry.step != before.current:
        raise ValueError(entry)
    step = chain.steps[before.current]
    if entry.kind == SKIPPED and step.skippable and before.current != chain.last:
        return _enter(_mark(standing, "skipped", entry), before.current + 1, entry.on)
    if entry.kind == DECIDED and entry.outcome in step.allowed:
        return _decided(chain, standing, before.current, entry)
    raise ValueError(entry)


def _decided(chain: Chain, standing: Standing, index: int, entry: Entry) -> Standing:
    effect = EFFECTS.get(entry.outcome or "")
    if effect == WAITS:
        return replace(_mark(standing, "current", entry), postponed_until=entry.until)
    if effect == ENDS:
        return _leave(_mark(standing, "done", entry), REJECTED, entry)
    if effect == RETURNS:
        return _returned(_mark(standing, "returned", entry), index, entry)
    if index != chain.last:
        return _enter(_mark(standing, "done", entry), index + 1, entry.on)
    if entry.outcome in APPROVING and chain.steps[index].act == DECIDES:
        return _leave(_mark(standing, "done", entry), APPROVED, entry)
    # Noted, not decided: the step stays open
    return replace(_mark(standing, "current", entry), postponed_until=None)


def _returned(standing: Standing, index: int, entry: Entry) -> Standing:
    if entry.return_to is None:
        return _leave(standing, DRAFT, entry)
    if not 0 <= entry.return_to < index:
        raise ValueError(entry)
    # What was done since is done again; the history keeps the first time
    again = (StepStanding(),) * (index - entry.return_to)
    steps = (*standing.steps[: entry.return_to], *again, *standing.steps[index:])
    return _enter(replace(standing, steps=steps), entry.return_to, entry.on)


def _enter(standing: Standing, index: int, on: date) -> Standing:
    steps = _put(standing.steps, index, StepStanding("current"))
    return replace(
        standing,
        status=RUNNING,
        steps=steps,
        current=index,
        since=on,
        postponed_until=None,
    )


def _mark(standing: Standing, state: str, entry: Entry) -> Standing:
    assert standing.current is not None
    one = StepStanding(state, entry.outcome, entry.on)
    return replace(standing, steps=_put(standing.steps, standing.current, one))


def _leave(standing: Standing, status: str, entry: Entry) -> Standing:
    return replace(
        standing,
        status=status,
        current=None,
        since=entry.on,
        postponed_until=None,
    )


def _put(
    steps: Sequence[StepStanding], index: int, one: StepStanding
) -> tuple[StepStanding, ...]:
    return (*steps[:index], one, *steps[index + 1 :])
