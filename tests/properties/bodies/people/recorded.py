"""Anything that may be recorded of two people in a process of three bodies."""

from datetime import date
from datetime import timedelta
from hypothesis import strategies as st
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import FunctionFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.regimes import DatedRules
from kpss.addon.bodies.rules.regimes import regimes_of


START = date(2020, 1, 1)
CALENDAR = [START + timedelta(days=number) for number in range(14)]
BODIES = ("a", "b", "c")
PEOPLE = ("eva", "jan")
FUNCTIONS = (
    FunctionFact("leader", "leader"),
    FunctionFact("chair", "chair"),
    FunctionFact("head", "guarantor"),
    FunctionFact("envoy", "representative", represents_in="a"),
    FunctionFact("guest", "permanent_guest"),
)

days = st.sampled_from(CALENDAR)
places = st.sampled_from(BODIES)
functions = st.sampled_from([None, *(one.id for one in FUNCTIONS)])


@st.composite
def spans(draw):
    """Some days, with either end sometimes open."""
    first, last = sorted((draw(days), draw(days)))
    return Period(
        draw(st.sampled_from((first, date.min))),
        draw(st.sampled_from((last, date.max))),
    )


kinds = st.sampled_from(
    ("leaders_of_working_groups", "chair", "function", "members_of", "representatives")
)
rules = st.builds(ExOfficio, kind=kinds, function=functions, body=places)
procedures = st.builds(
    Procedure,
    ex_officio=st.lists(rules, max_size=2).map(tuple),
    permanent_guests=st.sampled_from([None, ("head",), ("guest", "leader")]),
    leader_confirmed_by=st.none() | places,
)
dated = st.builds(
    DatedRules, st.none() | days, st.none() | days | st.just(date.max), procedures
)


def bodies(name):
    return st.builds(
        BodyFact,
        uid=st.just(name.upper()),
        id=st.just(name),
        process=st.just("p"),
        kind=st.sampled_from(("working_group", "steering")),
        span=spans(),
        regimes=st.lists(dated, max_size=2).map(regimes_of),
    )


structures = st.tuples(*map(bodies, BODIES)).map(
    lambda found: Structure(
        "p",
        {one.uid: one for one in found},
        {one.id: one for one in FUNCTIONS},
    )
)


@st.composite
def memberships(draw):
    first, last = sorted((draw(days), draw(days)))
    return MembershipFact(
        uid=str(draw(st.integers(0, 10**6))),
        id="m",
        process="p",
        body=draw(places).upper(),
        person=draw(st.sampled_from(PEOPLE)),
        valid_from=first,
        valid_to=draw(st.sampled_from((last, None))),
        function=draw(functions),
        voting=draw(st.booleans()),
        substitute_of=draw(st.sampled_from((None, None, "other"))),
        reserved_by=draw(st.none() | places),
        appointed_on=draw(st.none() | days),
    )


facts = st.lists(memberships(), max_size=6)
