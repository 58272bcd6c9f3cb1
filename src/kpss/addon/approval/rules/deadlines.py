"""The last day of a step, and the last day so many days before something.

Calendar days or working days; the day from which they are counted is not one of them
(§ 605 of 89/2012).
"""

from collections.abc import Container
from datetime import date
from datetime import timedelta
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WORKING


ONE_DAY = timedelta(days=1)
SATURDAY = 5


def deadline(step: Step, since: date, holidays: Container[date]) -> date | None:
    """The last day for a step that began on ``since``; None: it has no deadline.

    A calendar deadline that would end on a Saturday, Sunday or holiday ends on the next
    working day (§ 607 of 89/2012). ``holidays``: days off that are no weekend.
    """
    if step.deadline_days is None:
        return None
    if step.deadline_kind == WORKING:
        return add_working_days(since, step.deadline_days, holidays)
    return working_day_from(since + timedelta(days=step.deadline_days), holidays)


def add_working_days(start: date, count: int, holidays: Container[date]) -> date:
    """The ``count``-th working day after ``start``; 0: ``start`` or the next working day."""
    if count == 0:
        return working_day_from(start, holidays)
    day = start
    for _number in range(count):
        day = working_day_from(day + ONE_DAY, holidays)
    return day


def working_day_from(day: date, holidays: Container[date]) -> date:
    """The day itself when people work on it, else the next one on which they do."""
    while day.weekday() >= SATURDAY or day in holidays:
        day += ONE_DAY
    return day


def days_before(
    day: date, count: int, kind: str | None, holidays: Container[date]
) -> date:
    """The last day that is ``count`` days before ``day``; 0: ``day`` itself.

    ``kind`` "working": each of them is a working day; otherwise (None too) every day
    counts, and the day found stays where it is, be it a Sunday: who must do something
    so many days before cannot do it later.
    """
    if kind != WORKING:
        return day - timedelta(days=count)
    for _number in range(count):
        day = working_day_until(day - ONE_DAY, holidays)
    return day


def working_day_until(day: date, holidays: Container[date]) -> date:
    """The day itself when people work on it, else the last one before on which they do."""
    while day.weekday() >= SATURDAY or day in holidays:
        day -= ONE_DAY
    return day
