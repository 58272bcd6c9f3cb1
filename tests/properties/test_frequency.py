"""How often a body met: one more meeting never makes a year worse."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.bodies.rules.periods import ALWAYS
from kpss.addon.meetings.rules.frequency import findings
from kpss.addon.meetings.rules.frequency import Frequency


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def codes(days, today) -> set[str]:
    return {one.code for one in findings(Frequency(least=2), 2025, days, ALWAYS, today)}


@given(st.lists(DAYS, max_size=8), DAYS, DAYS)
def test_one_more_meeting_never_makes_a_year_too_few(days, more, today):
    assert codes([*days, more], today) <= codes(days, today)
