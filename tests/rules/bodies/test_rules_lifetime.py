"""When a body exists, and how it may be closed."""

from datetime import date
from kpss.addon.bodies.rules.lifetime import Closing
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.bodies.rules.lifetime import refuse_closing
import pytest


DAY = date(2020, 7, 13)
BEFORE = date(2020, 7, 12)
AFTER = date(2020, 7, 14)


@pytest.mark.parametrize(
    "start, end, exists",
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (AFTER, None, False),
        (None, BEFORE, False),
        (BEFORE, AFTER, True),
    ],
)
def test_both_ends_belong_to_the_life_of_a_body(start, end, exists):
    assert exists_on(DAY, start, end) is exists


@pytest.mark.parametrize(
    "closing, permanent, reasons",
    [
        (Closing(DAY), False, []),
        (Closing(DAY), True, [("closed_by", "needs_resolution")]),  # PRA-02
        (Closing(DAY, "518/20"), True, [("closed_by_date", "needs_resolution_date")]),
        (Closing(DAY, "518/20", DAY), True, []),
        (Closing(BEFORE), False, [("valid_to", "before_start")]),
        (Closing(DAY, merged_into="ps"), False, [("merged_into", "into_itself")]),
        (Closing(DAY, merged_into="ps-jina"), False, []),
    ],
)
def test_why_a_body_may_not_be_closed_so(closing, permanent, reasons):
    assert (
        refuse_closing(closing, body="ps", permanent=permanent, valid_from=DAY)
        == reasons
    )
