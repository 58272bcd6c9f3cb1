"""Where a document stands after everything that was considered."""

from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import LONG
from tests.rules.approval.chains import started
from tests.rules.approval.chains import states
from tests.rules.approval.chains import TO_COUNCIL
import pytest


SKIPPED = Entry("skipped", day(25), 2)
WITHDRAWN = Entry("withdrawn", day(10))
PASSED = (*TO_COUNCIL, decided(3, "approved", 5))
#: The steering group proposes the structure and approves it (BER-52).
TWICE = Chain("s", "S", (Step("prepares", body="ks"), Step("decides", body="ks")))


def test_a_draft_stands_nowhere_in_the_chain():
    standing = follow(LONG, ())
    assert (standing.status, standing.current, standing.revision) == ("draft", None, 0)
    assert states(LONG) == ["waiting"] * 5


def test_a_step_begins_only_when_the_one_before_has_ended():  # ZAT-23
    assert states(LONG, *TO_COUNCIL[:2]) == ["done", "current", *["waiting"] * 3]
    with pytest.raises(ValueError):
        follow(LONG, (*TO_COUNCIL[:2], decided(2, "recommended", 3)))


@pytest.mark.parametrize("outcome", ["approved", "approved_with_changes"])
def test_approval_of_the_last_step_approves_the_document(outcome):
    standing = follow(LONG, (*PASSED, decided(4, outcome, 8)))
    assert (standing.status, standing.current, standing.since) == (
        "approved",
        None,
        day(8),
    )


def test_taken_note_on_the_way_leads_on():
    standing = follow(LONG, (*TO_COUNCIL, decided(3, "taken_note", 5)))
    assert (standing.status, standing.current) == ("running", 4)


def test_taken_note_at_the_last_step_does_not_approve():
    standing = follow(LONG, (*PASSED, decided(4, "taken_note", 8)))
    assert (standing.status, standing.current) == ("running", 4)
    assert standing.steps[4].outcome == "taken_note"


def test_advice_against_does_not_stop_the_document():  # ZAT-20
    history = (*TO_COUNCIL[:3], decided(2, "not_recommended", 4))
    assert follow(LONG, history).current == 3


@pytest.mark.parametrize("target", [0, 1, 2])
def test_a_return_to_any_earlier_step_does_everything_since_again(target):
    returned = decided(3, "returned", 9, return_to=target)
    standing = follow(LONG, (*TO_COUNCIL, returned))
    assert (standing.current, standing.since) == (target, day(9))
    assert [step.state for step in standing.steps] == [
        *["done"] * target,
        "current",
        *["waiting"] * (2 - target),
        "returned",
        "waiting",
    ]


@pytest.mark.parametrize("target", [-1, 3, 4, 5])
def test_a_return_to_the_same_or_a_later_step_is_no_history(target):
    with pytest.raises(ValueError):
        follow(LONG, (*TO_COUNCIL, decided(3, "returned", 9, return_to=target)))


def test_a_return_to_the_draft_leaves_the_chain():
    standing = follow(LONG, (*TO_COUNCIL, decided(3, "returned", 9)))
    assert (standing.status, standing.current) == ("draft", None)
    assert standing.steps[3].state == "returned"


def test_a_postponed_step_stays_current_and_its_deadline_where_it_was():
    postponed = decided(2, "postponed", 5, until=day(20))
    standing = follow(LONG, (*TO_COUNCIL[:3], postponed))
    assert (standing.current, standing.postponed_until) == (2, day(20))
    assert (standing.since, standing.latest) == (day(3), day(5))


def test_a_decision_after_a_postponement_forgets_the_day():
    postponed = decided(3, "postponed", 5, until=day(20))
    standing = follow(LONG, (*TO_COUNCIL, postponed, decided(3, "approved", 20)))
    assert (standing.current, standing.postponed_until) == (4, None)


def test_skipped_advice_leads_on():
    standing = follow(LONG, (*TO_COUNCIL[:3], SKIPPED))
    assert (standing.current, standing.steps[2].state) == (3, "skipped")


def test_the_same_body_acts_twice_in_a_chain():  # BER-52
    once = (started(), decided(0, "submitted", 2))
    assert states(TWICE, *once) == ["done", "current"]
    assert follow(TWICE, (*once, decided(1, "approved", 2))).status == "approved"


@pytest.mark.parametrize(
    "end, status",
    [
        (decided(3, "rejected", 9), "rejected"),
        (decided(3, "returned", 9), "draft"),
        (WITHDRAWN, "withdrawn"),
    ],
)
def test_a_document_submitted_again_keeps_its_whole_history(end, status):
    ended = follow(LONG, (*TO_COUNCIL, end))
    again = follow(LONG, (*TO_COUNCIL, end, started(12)))
    assert (ended.status, ended.current, ended.revision) == (status, None, 5)
    assert (again.status, again.current, again.revision) == ("running", 0, 6)
    assert states(LONG, *TO_COUNCIL, end, started(12)) == ["current", *["waiting"] * 4]


def test_no_step_of_a_withdrawn_document_is_current():
    assert states(LONG, *TO_COUNCIL, WITHDRAWN) == [*["done"] * 3, *["waiting"] * 2]


IMPOSSIBLE = {
    "decided before the start": [decided(0, "submitted", 2)],
    "withdrawn before the start": [WITHDRAWN],
    "started twice": [started(), started(2)],
    "started when approved": [*PASSED, decided(4, "approved", 8), started(9)],
    "withdrawn when approved": [*PASSED, decided(4, "approved", 8), WITHDRAWN],
    "decided when rejected": [
        *PASSED,
        decided(4, "rejected", 8),
        decided(4, "approved", 9),
    ],
    "an outcome of another act": [started(), decided(0, "approved", 2)],
    "no outcome at all": [started(), decided(0, "nonsense", 2)],
    "what only advice may": [started(), Entry("skipped", day(2), 0)],
    "the last step skipped": [*PASSED, Entry("skipped", day(9), 4)],
    "decided on a day before": [started(5), decided(0, "submitted", 4)],
    "decided on a day before the postponement": [
        *TO_COUNCIL,
        decided(3, "postponed", 9),
        decided(3, "approved", 8),
    ],
    "an entry of no kind": [Entry("nonsense", day(1))],
}


def test_what_could_not_happen_is_no_history():
    for name, history in IMPOSSIBLE.items():
        with pytest.raises(ValueError):
            follow(LONG, history)
            pytest.fail(name)


def test_a_last_step_that_does_not_decide_approves_nothing():
    chain = Chain("c", "C", (Step("manages", body="rs"),))
    assert follow(chain, (started(), decided(0, "approved", 2))).status == "running"
