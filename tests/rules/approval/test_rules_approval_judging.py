"""What may be recorded now, and why not."""

from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.facts import ResolutionFact
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import decision
from tests.rules.approval.chains import judged
from tests.rules.approval.chains import started
from tests.rules.approval.chains import TO_COUNCIL
import pytest


OF_COUNCIL = ResolutionFact("rada", day(8))
APPROVED = (
    *TO_COUNCIL,
    decided(3, "approved", 5),
    decided(4, "approved", 6),
)
REJECTED = (*TO_COUNCIL, decided(3, "rejected", 5))
WITHDRAWN = (*TO_COUNCIL, Entry("withdrawn", day(5)))


def test_a_decision_of_the_current_step_is_recorded():
    assert judged(decision(3, "approved", 8, resolution=OF_COUNCIL)) == []


@pytest.mark.parametrize(
    "history, step, code",
    [
        ((), 0, "not_started"),
        (WITHDRAWN, 3, "not_started"),
        (TO_COUNCIL, 4, "not_current"),  # ZAT-23
        (TO_COUNCIL, 2, "not_current"),
        (TO_COUNCIL, 9, "not_current"),
        (APPROVED, 4, "has_ended"),
        (REJECTED, 3, "has_ended"),
    ],
)
def test_only_the_current_step_is_decided(history, step, code):
    assert judged(decision(step, "approved", 8), history=history) == [code]


def test_an_outcome_that_the_step_does_not_allow_is_refused():
    assert judged(decision(3, "recommended", 8)) == ["outcome_not_allowed"]


@pytest.mark.parametrize(
    "on, today, found",
    [
        (3, 30, ["before_previous"]),
        (4, 30, []),
        (8, 8, []),
        (8, 10, []),
        (8, 7, ["in_future"]),
    ],
    ids=["before", "same day", "today", "Monday's on Wednesday", "tomorrow's"],
)
def test_a_decision_lies_between_the_previous_one_and_today(on, today, found):
    made = decision(3, "approved", on, resolution=ResolutionFact("rada", day(on)))
    assert judged(made, today=today) == found


def test_a_decision_before_the_postponement_is_refused():
    history = (*TO_COUNCIL, decided(3, "postponed", 10, until=day(20)))
    made = decision(3, "approved", 8, resolution=OF_COUNCIL)
    assert judged(made, history=history) == ["before_previous"]


def test_what_was_postponed_may_be_decided_sooner():
    history = (*TO_COUNCIL, decided(3, "postponed", 5, until=day(20)))
    assert (
        judged(decision(3, "approved", 8, resolution=OF_COUNCIL), history=history) == []
    )


@pytest.mark.parametrize(
    "outcome, resolution, found",
    [
        ("approved", None, ["resolution_missing"]),
        ("rejected", None, ["resolution_missing"]),
        ("returned", None, []),
        ("postponed", None, []),
        ("approved", ResolutionFact("rs", day(8)), ["resolution_of_other_body"]),
        ("approved", ResolutionFact("rada", day(7)), ["resolution_of_other_day"]),
    ],
)
def test_a_resolution_is_of_the_deciding_body_and_day(outcome, resolution, found):
    more = {
        "returned": {"return_to": 1},
        "postponed": {"until": day(20)},
    }.get(outcome, {})
    assert judged(decision(3, outcome, 8, resolution=resolution, **more)) == found


@pytest.mark.parametrize(
    "step, more, found",
    [
        (Step("decides", body="rada"), {"body": "rs"}, ["other_body"]),
        (Step("decides", body="rada"), {"body": "rada"}, []),
        (Step("decides", body_kind="council"), {}, ["body_missing"]),
        (
            Step("decides", body_kind="council"),
            {"body": "rs", "body_kind": "steering"},
            ["body_of_other_kind"],
        ),
        (
            Step("decides", body_kind="council"),
            {"body": "rada", "body_kind": "council", "resolution": OF_COUNCIL},
            [],
        ),
        (
            Step("decides", body_kind="council"),
            {"body": "rm", "body_kind": "council", "resolution": OF_COUNCIL},
            ["resolution_of_other_body"],
        ),
        (Step("decides", public=True), {"body": "rada"}, ["public_has_no_body"]),
        (
            Step("decides", public=True),
            {"resolution": OF_COUNCIL},
            ["resolution_of_other_body"],
        ),
    ],
)
def test_the_body_of_the_step_decides_and_no_other(step, more, found):
    chain = Chain("c", "C", (step,))
    made = decision(0, "approved", 8, **more)
    assert judged(made, chain=chain, history=(started(),)) == found


ASKED = [
    ("returned", {}, ["return_to_missing"]),
    ("returned", {"to_draft": True}, []),
    ("returned", {"return_to": 0}, []),
    ("returned", {"return_to": 2}, []),
    ("returned", {"return_to": 3}, ["return_to_later"]),
    ("returned", {"return_to": -1}, ["return_to_later"]),
    ("returned", {"return_to": 0, "to_draft": True}, ["return_to_two_places"]),
    ("taken_note", {"return_to": 0}, ["nothing_returned"]),
    ("taken_note", {"to_draft": True}, ["nothing_returned"]),
    ("postponed", {}, ["until_missing"]),
    ("postponed", {"until": day(8)}, ["until_passed"]),
    ("postponed", {"until": day(9)}, []),
    ("taken_note", {"until": day(9)}, ["nothing_postponed"]),
    ("approved_with_changes", {}, ["wording_missing"]),
    ("approved_with_changes", {"wording": True}, []),
]


def test_what_an_outcome_asks_for():
    for outcome, more, found in ASKED:
        made = decision(3, outcome, 8, resolution=OF_COUNCIL, **more)
        assert judged(made) == found, (outcome, more)
