"""Which transition an entry makes, and what a transition alone means."""

from datetime import date
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.states import STATES
from kpss.addon.approval.rules.transitions import EXITS
from kpss.addon.approval.rules.transitions import meant_by
from kpss.addon.approval.rules.transitions import TARGETS
from kpss.addon.approval.rules.transitions import transition_for


DAY = date(2026, 10, 1)
KINDS = {
    "ps": "working_group",
    "rs": "steering",
    "kom": "commission",
    "rada": "council",
}
CHAIN = Chain(
    "vystupy",
    "Výstupy",
    (
        Step("prepares", body="ps"),
        Step("prepares", body="rs"),
        Step("manages", body="rs"),
        Step("advises", public=True, deadline_days=5, skip_after_deadline=True),
        Step("advises", body="kom"),
        Step("decides", body="rada"),
    ),
)
START = Entry(STARTED, DAY)


def decided(step, outcome, **more):
    return Entry(DECIDED, DAY, step=step, outcome=outcome, **more)


#: Entries before, the entry, its transition.
WAY = (
    START,
    decided(0, "submitted"),
    decided(1, "submitted"),
    decided(2, "approved"),
    Entry(SKIPPED, DAY, step=3),
    decided(4, "recommended"),
)
CASES = (
    (0, START, "to_working_group"),
    (1, decided(0, "submitted"), "to_steering"),
    # The next step is of the same body: the state is entered anew
    (2, decided(1, "submitted"), "to_steering"),
    (2, decided(1, "returned", return_to=0), "to_working_group"),
    (3, decided(2, "approved"), "to_public"),
    (3, decided(2, "postponed", until=date(2026, 11, 1)), "record"),
    (3, decided(2, "rejected"), "reject"),
    (3, decided(2, "returned"), "return_to_draft"),
    (4, Entry(SKIPPED, DAY, step=3), "to_commission"),
    (5, decided(4, "recommended"), "to_council"),
    (6, decided(5, "taken_note"), "record"),
    (6, decided(5, "approved"), "approve"),
    (6, Entry(WITHDRAWN, DAY), "withdraw"),
)


def test_every_entry_makes_its_transition():
    for passed, entry, expected in CASES:
        standing = follow(CHAIN, WAY[:passed])
        found = transition_for(CHAIN, standing, entry, KINDS, internal=False)
        assert found == expected, entry


def test_what_is_not_public_is_approved_into_another_state():
    standing = follow(CHAIN, WAY)
    entry = decided(5, "approved")
    found = transition_for(CHAIN, standing, entry, KINDS, internal=True)
    assert found == "approve_internal"


def test_every_transition_of_a_step_may_leave_its_state():
    for passed, entry, transition in CASES:
        standing = follow(CHAIN, WAY[:passed])
        state = "draft"
        if standing.current is not None:
            body = CHAIN.steps[standing.current].body
            state = KINDS.get(body, "public")
        assert transition in EXITS[state], entry


def test_targets_are_states():
    assert {one for one in TARGETS.values() if one} <= set(STATES)


def test_a_transition_alone_submits_hands_on_skips_and_withdraws():
    meanings = {
        (0, "to_working_group"): STARTED,
        (1, "to_steering"): DECIDED,
        (1, "withdraw"): WITHDRAWN,
        (4, "to_commission"): SKIPPED,
    }
    for (passed, transition), kind in meanings.items():
        standing = follow(CHAIN, WAY[:passed])
        entry = meant_by(transition, CHAIN, standing, KINDS, DAY)
        assert entry is not None and entry.kind == kind, (passed, transition)


def test_a_transition_alone_never_decides():
    for passed in range(len(WAY) + 1):
        standing = follow(CHAIN, WAY[:passed])
        for transition in TARGETS:
            entry = meant_by(transition, CHAIN, standing, KINDS, DAY)
            if entry is not None and entry.kind == DECIDED:
                assert entry.outcome == "submitted"
