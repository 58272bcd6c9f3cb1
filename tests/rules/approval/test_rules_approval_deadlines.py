"""The last day of a step."""

from datetime import date
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.deadlines import deadline


#: Monday, Cyril and Methodius; the day after, Jan Hus.
HOLIDAYS = {date(2020, 7, 6), date(2021, 7, 5), date(2021, 7, 6)}


def step(days, kind):
    return Step("advises", body="komise", deadline_days=days, deadline_kind=kind)


DEADLINES = [
    (date(2020, 6, 17), 14, "calendar", date(2020, 7, 1)),
    (date(2020, 6, 17), 0, "calendar", date(2020, 6, 17)),
    (date(2020, 6, 17), 10, "calendar", date(2020, 6, 29)),  # from Saturday
    (date(2020, 6, 17), 18, "calendar", date(2020, 7, 7)),  # over a holiday
    (date(2021, 6, 28), 5, "calendar", date(2021, 7, 7)),  # over two
    (date(2020, 6, 17), 1, "working", date(2020, 6, 18)),
    (date(2020, 6, 19), 1, "working", date(2020, 6, 22)),
    (date(2020, 6, 20), 1, "working", date(2020, 6, 22)),
    (date(2020, 7, 3), 1, "working", date(2020, 7, 7)),
    (date(2021, 7, 1), 5, "working", date(2021, 7, 12)),
    (date(2020, 6, 17), 0, "working", date(2020, 6, 17)),
    (date(2020, 7, 4), 0, "working", date(2020, 7, 7)),
]


def test_the_last_day_is_a_working_day():
    for since, days, kind, last in DEADLINES:
        assert deadline(step(days, kind), since, HOLIDAYS) == last, (since, days, kind)


def test_a_step_without_days_has_no_deadline():
    assert deadline(step(None, "calendar"), date(2020, 6, 17), HOLIDAYS) is None
