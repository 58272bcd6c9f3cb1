"""Submitting, withdrawing and skipping advice: when, and why not."""

from datetime import date
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.judging import refuse_skip
from kpss.addon.approval.rules.judging import refuse_start
from kpss.addon.approval.rules.judging import refuse_withdrawal
from tests.rules.approval.chains import codes
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import LONG
from tests.rules.approval.chains import PLAN
from tests.rules.approval.chains import started
from tests.rules.approval.chains import TO_COUNCIL
import pytest


TODAY = day(30)
APPROVED = (
    *TO_COUNCIL,
    decided(3, "approved", 5),
    decided(4, "approved", 6),
)
REJECTED = (*TO_COUNCIL, decided(3, "rejected", 5))
WITHDRAWN = (*TO_COUNCIL, Entry("withdrawn", day(5)))


@pytest.mark.parametrize(
    "history, on, found",
    [
        ((), 1, []),
        ((), 31, ["in_future"]),
        (REJECTED, 5, []),
        (REJECTED, 4, ["before_previous"]),
        (WITHDRAWN, 5, []),
        (TO_COUNCIL, 5, ["already_running"]),
        (APPROVED, 7, ["already_approved"]),
    ],
)
def test_a_draft_a_rejected_and_a_withdrawn_document_are_submitted(history, on, found):
    when = date(2020, 7, 1) if on == 31 else day(on)
    standing = follow(LONG, history)
    assert codes(refuse_start(LONG, standing, PLAN, on=when, today=TODAY)) == found


@pytest.mark.parametrize(
    "history, found",
    [((), ["not_running"]), (TO_COUNCIL, []), (APPROVED, ["not_running"])],
)
def test_only_what_is_under_way_is_withdrawn(history, found):
    standing = follow(LONG, history)
    assert codes(refuse_withdrawal(standing, on=day(9), today=TODAY)) == found


@pytest.mark.parametrize(
    "step, deadline, today, found",
    [
        (2, day(17), 17, ["deadline_not_passed"]),
        (2, day(17), 18, []),
        (2, None, 18, ["no_deadline"]),
        (3, day(17), 18, ["not_current"]),
    ],
)
def test_advice_is_skipped_on_the_day_after_its_deadline(step, deadline, today, found):
    standing = follow(LONG, TO_COUNCIL[:3])
    reasons = refuse_skip(LONG, standing, step, deadline=deadline, today=day(today))
    assert codes(reasons) == found


def test_what_decides_or_is_not_marked_is_not_skipped():
    skip = Chain("c", "C", (Step("manages", body="rs", skip_after_deadline=True),) * 2)
    plain = Chain("c", "C", (Step("advises", body="komise", deadline_days=1),) * 2)
    for chain in (skip, plain):
        standing = follow(chain, (started(),))
        reasons = refuse_skip(chain, standing, 0, deadline=day(2), today=day(9))
        assert codes(reasons) == ["may_not_be_skipped"]


def test_the_last_step_is_not_skipped_even_in_a_chain_that_ends_with_advice():
    advice = Step("advises", body="komise", deadline_days=1, skip_after_deadline=True)
    chain = Chain("c", "C", (advice,))
    standing = follow(chain, (started(),))
    reasons = refuse_skip(chain, standing, 0, deadline=day(2), today=day(9))
    assert codes(reasons) == ["may_not_be_skipped"]
    with pytest.raises(ValueError):
        follow(chain, (started(), Entry("skipped", day(9), 0)))
