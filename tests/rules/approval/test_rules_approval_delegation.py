"""Deciding under a delegation, judged on the day of the decision (BER-46)."""

from kpss.addon.approval.rules.facts import DelegationFact
from kpss.addon.approval.rules.facts import ResolutionFact
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import decision
from tests.rules.approval.chains import judged
from tests.rules.approval.chains import started
from tests.rules.approval.chains import TO_COUNCIL
import pytest


TO_STEERING = (started(), decided(0, "submitted", 2))
TO_PERSON = DelegationFact("rs", day(5), day(10))
TO_GROUP = DelegationFact("rs", day(5), day(10), to_body="ps")


@pytest.mark.parametrize(
    "on, today, found",
    [
        (4, 4, ["delegation_not_begun"]),
        (4, 6, ["delegation_not_begun"]),
        (5, 5, []),
        (10, 10, []),
        (10, 25, []),
        (11, 11, ["delegation_ended"]),
    ],
    ids=[
        "before",
        "before, recorded while it is valid",
        "first day",
        "last day",
        "last day, recorded when it has expired",
        "expired",
    ],
)
def test_a_delegation_is_judged_on_the_day_of_the_decision(on, today, found):
    made = decision(1, "approved", on, delegation=TO_PERSON)
    assert judged(made, history=TO_STEERING, today=today) == found


@pytest.mark.parametrize(
    "delegation, found",
    [
        (DelegationFact("rs", day(5)), []),
        (DelegationFact("rs", day(5), kinds=("community_plan",)), []),
        (
            DelegationFact("rs", day(5), kinds=("grant_rules",)),
            ["delegation_of_other_kinds"],
        ),
        (DelegationFact("komise", day(5)), ["delegation_of_other_body"]),
    ],
)
def test_a_delegation_holds_inside_its_scope_only(delegation, found):
    made = decision(1, "approved", 8, delegation=delegation)
    assert judged(made, history=TO_STEERING) == found


def test_a_step_that_the_chain_does_not_allow_to_delegate_is_decided_by_its_body():
    delegation = DelegationFact("rada", day(1))
    made = decision(3, "approved", 8, delegation=delegation)
    assert judged(made, history=TO_COUNCIL) == ["delegation_not_allowed"]


@pytest.mark.parametrize(
    "delegation, resolution, found",
    [
        (TO_PERSON, None, []),
        (TO_GROUP, None, ["resolution_missing"]),
        (TO_GROUP, ResolutionFact("ps", day(8)), []),
        (TO_GROUP, ResolutionFact("rs", day(8)), ["resolution_of_other_body"]),
        (TO_PERSON, ResolutionFact("rada", day(8)), ["resolution_of_other_body"]),
    ],
)
def test_a_body_with_delegated_powers_resolves_itself_and_a_person_does_not(
    delegation, resolution, found
):
    made = decision(1, "approved", 8, delegation=delegation, resolution=resolution)
    assert judged(made, history=TO_STEERING) == found
