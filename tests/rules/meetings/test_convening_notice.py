"""Whether a meeting may be convened now (E.2; § 93 of 128/2000; PRA-17, BER-55)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.approval.rules.deadlines import days_before
from kpss.addon.meetings.rules import notice
from kpss.addon.meetings.rules.notice import latest_day
from kpss.addon.meetings.rules.notice import Limit
from kpss.addon.meetings.rules.notice import Plan
from zoneinfo import ZoneInfo
import pytest


PRAGUE = ZoneInfo("Europe/Prague")
#: Freedom and Democracy, Christmas of 2026.
HOLIDAYS = {date(2026, 11, 17), date(2026, 12, 24), date(2026, 12, 25)}
START = datetime(2026, 12, 15, 9, tzinfo=PRAGUE)  # Tuesday


def at(day: int, hour: int = 12, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=PRAGUE)


def plan(**known) -> Plan:
    usual = {"start": START, "items": 3, "papers": 2, "reaches": True}
    return Plan(**{**usual, **known})


def codes(now=None, **known) -> list[tuple[str, str]]:
    found = notice.findings(plan(**known), now or at(1), HOLIDAYS)
    return [(one.code, one.severity) for one in found]


@pytest.mark.parametrize(
    ("meeting", "count", "kind", "last"),
    [
        (date(2026, 12, 15), 7, "calendar", date(2026, 12, 8)),
        (date(2026, 12, 15), 7, None, date(2026, 12, 8)),
        (date(2026, 12, 14), 1, "calendar", date(2026, 12, 13)),  # a Sunday stays
        (date(2026, 12, 15), 0, "calendar", date(2026, 12, 15)),
        (date(2026, 12, 15), 0, "working", date(2026, 12, 15)),
        (date(2026, 12, 15), 1, "working", date(2026, 12, 14)),
        (date(2026, 12, 14), 1, "working", date(2026, 12, 11)),  # over a weekend
        (date(2026, 12, 14), 5, "working", date(2026, 12, 7)),
        (date(2026, 11, 18), 1, "working", date(2026, 11, 16)),  # over a holiday
        (date(2026, 12, 28), 2, "working", date(2026, 12, 22)),  # over Christmas
        (date(2026, 12, 20), 1, "working", date(2026, 12, 18)),  # from a Sunday
        (date(2027, 1, 1), 1, "calendar", date(2026, 12, 31)),
    ],
)
def test_days_are_counted_back_from_the_meeting(meeting, count, kind, last):
    assert days_before(meeting, count, kind, HOLIDAYS) == last


#: A Tuesday after the Monday of Easter.
MEETING = date(2026, 4, 7)
EASTER = {date(2026, 4, 3), date(2026, 4, 6)}


@pytest.mark.parametrize(
    ("days", "kind", "until"),
    [
        (None, None, None),
        (0, "calendar", MEETING),
        (0, "working", MEETING),
        (7, "calendar", date(2026, 3, 31)),
        (7, None, date(2026, 3, 31)),
        # On a Saturday it stays: earlier it would be shorter
        (3, "calendar", date(2026, 4, 4)),
        (1, "working", date(2026, 4, 2)),
        (5, "working", date(2026, 3, 27)),
    ],
)
def test_the_last_day_for_proposals_is_counted_back(days, kind, until):
    assert latest_day(Limit(days, kind), MEETING, EASTER) == until


WEEK = Limit(7, "calendar")


@pytest.mark.parametrize(
    ("now", "urgent", "expected"),
    [
        (at(8, 23), None, []),  # the last day, late in the evening
        (at(8, 23), "not_allowed", []),
        (at(9, 0), None, [("short_notice", "warn")]),
        (at(9, 0), "allowed", [("short_notice", "warn")]),
        (at(9, 0), "not_allowed", [("short_notice", "refuse")]),
        (at(14), "not_allowed", [("short_notice", "refuse")]),
    ],
)
def test_short_notice_warns_or_refuses_by_the_rules(now, urgent, expected):
    assert codes(now, invitation=WEEK, urgent=urgent) == expected


def test_without_a_rule_any_notice_will_do():
    assert codes(START - timedelta(minutes=1)) == []


def test_notice_in_working_days_knows_holidays():
    start = at(18, 9, month=11)
    limit = Limit(1, "working")
    assert codes(at(16, month=11), start=start, invitation=limit) == []
    found = codes(at(17, month=11), start=start, invitation=limit)
    assert found == [("short_notice", "warn")]


def test_short_notice_says_until_when_it_was_in_time():
    (one,) = notice.findings(plan(invitation=WEEK), at(10), HOLIDAYS)
    assert one.params == {"days": 7, "kind": "calendar", "latest": "2026-12-08"}


def test_late_papers_only_warn_and_only_when_there_are_some():
    limit = Limit(10)
    late = [("late_papers", "warn")]
    assert codes(at(6), papers_limit=limit, urgent="not_allowed") == late
    assert codes(at(5), papers_limit=limit) == []
    assert codes(at(6), papers_limit=limit, papers=0) == []


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({"items": 0}, "no_agenda"),
        ({"reaches": False}, "no_recipient"),
    ],
)
def test_a_meeting_is_not_convened_without(known, code):
    assert codes(**known) == [(code, "refuse")]


def test_a_past_meeting_is_not_refused_for_its_notice_too():
    for start in (None, at(1), at(1) - timedelta(days=1)):
        known = {"start": start, "invitation": WEEK}
        assert codes(**known, urgent="not_allowed") == []


def test_refusals_come_before_warnings():
    found = codes(at(9), items=0, invitation=WEEK)
    assert found == [("no_agenda", "refuse"), ("short_notice", "warn")]


def test_who_has_no_address_is_told_of_only_where_there_is_somebody():
    assert [one.code for one in notice.unreached(2)] == ["without_address"]
    assert list(notice.unreached(0)) == []


@pytest.mark.parametrize(
    ("day", "urgent", "needed"),
    [(9, "allowed", True), (9, None, False), (8, "allowed", False)],
)
def test_an_exception_needs_a_reason(day, urgent, needed):
    one = plan(invitation=WEEK, urgent=urgent)
    found = notice.findings(one, at(day), HOLIDAYS)
    assert notice.needs_reason(one, found) is needed


def test_the_hour_of_the_clock_change_is_compared_as_moments():
    # 2:30 comes twice on 25 October 2026; the first is summer time
    first = datetime(2026, 10, 25, 2, 30, tzinfo=PRAGUE, fold=0)
    second = first.replace(fold=1)
    utc = ZoneInfo("UTC")
    found = notice.findings(
        plan(start=second.astimezone(utc)), first.astimezone(utc), HOLIDAYS
    )
    assert found == []
