"""Rules of procedure replace each other on a day, and the members with them."""

from datetime import date
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.regimes import DatedRules
from kpss.addon.bodies.rules.regimes import regimes_of
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import GUARANTOR
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import seats
from tests.rules.bodies.people.town import span
from tests.rules.bodies.people.town import town


SILENT = Procedure(invitation_days=7)
BY_LEADERS = Procedure(ex_officio=(LEADERS,))
BY_OFFICE = Procedure(ex_officio=(GUARANTOR,), invitation_days=7)


def rules(settings, first=None, last=None):
    return DatedRules(day(first), day(last), settings)


def test_new_rules_replace_the_old_ones_on_their_first_day():
    # ZAT-94
    regimes = regimes_of(
        [rules(BY_LEADERS, "2015-01-01"), rules(BY_OFFICE, "2020-07-13")]
    )
    structure = town(
        body("steering", "steering", *regimes),
        body("seniors"),
        body("department", "department"),
    )
    people = [
        membership("eva", "seniors", "2014-01-01", function="leader"),
        membership("jan", "department", "2014-01-01", function="guarantor"),
    ]
    rosters = [
        [one.person for one in seats("steering", on, people, structure)]
        for on in ("2014-12-31", "2015-01-01", "2020-07-12", "2020-07-13")
    ]
    assert rosters == [[], ["eva"], ["eva"], ["jan"]]


def test_rules_that_say_the_same_of_membership_are_one_regime():
    sets = [
        rules(BY_LEADERS, "2015-01-01", "2017-12-31"),
        rules(Procedure(ex_officio=(LEADERS,), papers_days=3), "2018-01-01"),
    ]
    assert [one.span for one in regimes_of(sets)] == [span("2015-01-01")]


def test_same_rules_after_a_gap_are_two_regimes():
    sets = [
        rules(BY_LEADERS, "2015-01-01", "2016-12-31"),
        rules(BY_LEADERS, "2018-01-01"),
    ]
    assert [one.span for one in regimes_of(sets)] == [
        span("2015-01-01", "2016-12-31"),
        span("2018-01-01"),
    ]


def test_old_rules_come_back_when_rules_for_a_time_end():
    sets = [rules(BY_LEADERS), rules(BY_OFFICE, "2020-01-01", "2020-12-31")]
    assert [(one.span, one.ex_officio) for one in regimes_of(sets)] == [
        (span(None, "2019-12-31"), (LEADERS,)),
        (span("2020-01-01", "2020-12-31"), (GUARANTOR,)),
        (span("2021-01-01"), (LEADERS,)),
    ]


def test_rules_that_say_nothing_of_membership_leave_no_regime():
    assert regimes_of([]) == ()
    assert regimes_of([rules(SILENT, "2015-01-01")]) == ()


def test_guests_and_the_appointment_of_the_chair_are_part_of_a_regime():
    settings = Procedure(permanent_guests=("guest",), leader_confirmed_by="council")
    (found,) = regimes_of([rules(settings)])
    assert (found.permanent_guests, found.confirmed) == (("guest",), True)


def test_rules_to_the_last_day_of_the_calendar_are_no_error():
    sets = [DatedRules(None, date.max, BY_LEADERS), DatedRules(date.min, None, SILENT)]
    assert regimes_of(sets) == ()
    assert [one.span for one in regimes_of(sets[:1])] == [span()]
