"""Whatever people try, a document never gets where its chain does not lead."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import ADVANCES
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.reading import read_chain
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.approval.rules.validity import in_force
from kpss.addon.approval.rules.validity import refuse_repeal
from kpss.addon.approval.rules.validity import Validity
from tests.properties.approval.moves import CHAINS
from tests.properties.approval.moves import DAYS
from tests.properties.approval.moves import MOVES
from tests.properties.approval.moves import play


games = given(chain=CHAINS, moves=MOVES)
TRIES = settings(max_examples=200, deadline=None)


def entries(recorded):
    return [one.entry for one in recorded]


def last_round(history):
    """The entries since the document was last submitted."""
    starts = [n for n, entry in enumerate(history) if entry.kind == "started"]
    return history[starts[-1] :] if starts else []


@TRIES
@games
def test_what_the_rules_accept_can_always_be_followed(chain, moves):
    history = entries(play(chain, moves))
    for length in range(len(history) + 1):
        standing = follow(chain, history[:length])
        assert standing.revision == length
        current = [n for n, one in enumerate(standing.steps) if one.state == "current"]
        running = standing.status == "running"
        assert current == ([standing.current] if running else [])
        if running:
            passed = [one.state for one in standing.steps[: standing.current]]
            assert set(passed) <= {"done", "skipped"}


@TRIES
@games
def test_only_the_deciding_last_step_approves(chain, moves):
    history = entries(play(chain, moves))
    standing = follow(chain, history)
    approving = [
        entry
        for entry in history
        if entry.step == chain.last
        and entry.outcome
        in ("approved", "approved_with_changes", "discussed_and_approved")
    ]
    assert (standing.status == "approved") is bool(approving)
    if approving:
        assert history[-1:] == approving
        led_on = {
            entry.step
            for entry in last_round(history)
            if entry.kind == "skipped" or EFFECTS.get(entry.outcome) == ADVANCES
        }
        assert led_on == set(range(len(chain.steps)))


@TRIES
@games
def test_days_of_the_history_never_go_back(chain, moves):
    days = [entry.on for entry in entries(play(chain, moves))]
    assert days == sorted(days)


@TRIES
@games
def test_nothing_is_lost_when_a_document_goes_back_and_is_submitted_again(chain, moves):
    recorded = play(chain, moves)
    before = play(chain, moves[: len(moves) // 2])
    assert recorded[: len(before)] == before
    history = entries(recorded)
    standing = follow(chain, history)
    for index, step in enumerate(standing.steps):
        if step.on is not None:
            told = [entry for entry in history if entry.step == index][-1]
            assert (told.outcome, told.on) == (step.outcome, step.on)


@TRIES
@games
def test_no_step_is_passed_without_what_it_requires(chain, moves):
    for one in play(chain, moves):
        if one.entry.kind == "skipped":
            step = chain.steps[one.entry.step]
            assert step.act == "advises" and step.skip_after_deadline
        if one.decision is None:
            continue
        step = chain.steps[one.decision.step]
        if one.decision.delegation is not None:
            assert step.delegation
            assert one.decision.delegation.valid_from <= one.decision.on
        elif step.resolution_required and one.entry.outcome not in (
            "returned",
            "postponed",
        ):
            assert one.decision.resolution.body == step.body
            assert one.decision.resolution.on == one.decision.on


@given(CHAINS)
def test_every_chain_is_read_back_as_it_was_written(chain):
    assert read_chain(write_chain(chain)) == chain


@TRIES
@given(st.lists(st.tuples(DAYS, st.integers(0, 5)), min_size=1, max_size=8), DAYS)
def test_repeals_leave_exactly_one_version_in_force(versions, on):
    (first, _old), *later = versions
    documents = [Validity("0", first)]
    for number, (effect, old) in enumerate(later, 1):
        repealed = documents[old % len(documents)]
        new = Validity(str(number), effect, repeals=(repealed.key,))
        if refuse_repeal(repealed, new, documents) is None:
            documents.append(new)
    assert len(in_force(documents, on)) == (1 if on >= first else 0)
