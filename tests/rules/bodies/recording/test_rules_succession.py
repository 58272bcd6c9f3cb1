"""A new electoral term, and what is usual in a body."""

from datetime import date
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Regime
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import ALWAYS
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.succession import begun
from kpss.addon.bodies.rules.succession import outlasting
from kpss.addon.bodies.rules.succession import present
from kpss.addon.bodies.rules.succession import refilled
from kpss.addon.bodies.rules.succession import reserved_for
from kpss.addon.bodies.rules.succession import reserving
from kpss.addon.bodies.rules.usual import usual_basis
from kpss.addon.bodies.rules.usual import usual_end
from kpss.addon.bodies.rules.usual import usual_vote
import pytest


FIRST = date(2026, 10, 21)
EVE = date(2026, 10, 20)
SEATS = ExOfficio("members_of", body="zm", seats=2)


def member(uid, since, until=None):
    return MembershipFact(uid, uid, "p", "zm", uid, since, until)


FACTS = [
    member("goes-on", date(2022, 10, 20)),
    member("ends-on-eve", date(2022, 10, 20), EVE),
    member("ended", date(2022, 10, 20), date(2026, 10, 19)),
    member("begins", FIRST),
    member("later", date(2026, 11, 1)),
]


def uids(facts):
    return [fact.uid for fact in facts]


def test_those_of_the_eve_are_offered_and_only_what_goes_on_is_ended():
    assert uids(present(FACTS, FIRST)) == ["goes-on", "ends-on-eve"]
    assert uids(outlasting(FACTS, FIRST)) == ["goes-on"]


def test_term_has_begun_once_somebody_begins_on_its_first_day():
    assert begun(FACTS, FIRST)
    assert not begun(FACTS, date(2026, 10, 22))


def body(id, kind, span=ALWAYS, *rules):
    regimes = (Regime(ALWAYS, rules),) if rules else ()
    return BodyFact(id, id, "p", kind, span, regimes)


def structure(*bodies):
    return Structure("p", {one.uid: one for one in bodies})


def test_elected_bodies_that_exist_on_the_day_are_refilled():
    closed = Period(date.min, EVE)
    known = structure(
        body("zm", "assembly"),
        body("rm", "council"),
        body("stara", "commission", closed),
        body("rs", "steering"),
    )
    assert [one.id for one in refilled(known, FIRST)] == ["zm", "rm"]


def test_seats_are_reserved_by_the_rules_of_the_other_body():
    """ZAT-44."""
    known = structure(
        body("zm", "assembly"),
        body("rs", "steering", ALWAYS, ExOfficio("chair"), SEATS),
        body("closed", "steering", Period(date.min, EVE), SEATS),
    )
    assert reserving(known, "zm", FIRST) == {"rs": 2}
    assert reserving(known, "rs", FIRST) == {}
    assert reserved_for(Procedure(ex_officio=(ExOfficio("chair"), SEATS))) == ["zm"]


@pytest.mark.parametrize(
    ("admission", "body_kind", "function_kind", "basis"),
    [
        ("application", "working_group", "member", "application"),
        ("application", "working_group", "leader", "election"),
        ("by_vote", "steering", "member", "vote"),
        ("ex_officio", "working_group", "district_coordinator", "delegation"),
        (None, "assembly", "member", "election"),
        (None, "commission", "member", "appointment"),
        (None, "other", "member", "other"),
    ],
)
def test_basis_follows_function_then_rules_then_kind(
    admission, body_kind, function_kind, basis
):
    rules = Procedure(admission=admission)
    assert usual_basis(rules, body_kind, function_kind) == basis


@pytest.mark.parametrize(
    ("function", "kind", "votes"),
    [
        (None, "member", True),
        ("host", "permanent_guest", False),
        ("metodik", "methodologist", False),
        ("koordinator", "city_coordinator", False),
        ("vedouci", "leader", True),
    ],
)
def test_guests_and_methodologists_do_not_vote(function, kind, votes):
    """BER-49, ZAT-71; the third one by the rules of the body."""
    rules = Procedure(permanent_guests=("koordinator",))
    assert usual_vote(rules, function, kind) is votes


@pytest.mark.parametrize(
    ("kind", "months", "last"),
    [
        ("leader", 12, date(2021, 7, 13)),
        ("chair", 6, date(2021, 1, 13)),
        ("member", 12, None),
        ("leader", None, None),
    ],
)
def test_term_of_who_presides_ends_by_the_rules(kind, months, last):
    """ZAT-60."""
    rules = Procedure(leader_term_months=months)
    assert usual_end(rules, kind, date(2020, 7, 13)) == last
