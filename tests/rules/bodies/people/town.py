"""A small town of plain facts to try the rules on people on."""

from datetime import date
from datetime import timedelta
from itertools import groupby
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import FunctionFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Regime
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import period
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.seats import seats_on
from kpss.addon.bodies.rules.stints import stints_of


FUNCTIONS = (
    FunctionFact("leader", "leader"),
    FunctionFact("chair", "chair"),
    FunctionFact("guarantor", "guarantor"),
    FunctionFact("coordinator", "coordinator"),
    FunctionFact("envoy", "representative", represents_in="commission"),
    FunctionFact("guest", "permanent_guest"),
    FunctionFact("stand_in", "substitute"),
    FunctionFact("spokesman", "other", public=True),
    FunctionFact("head", "other", body="department"),
)

LEADERS = ExOfficio("leaders_of_working_groups")
CHAIR = ExOfficio("chair")
GUARANTOR = ExOfficio("function", function="guarantor")


def day(text):
    """``day("2020-07-13")``; None stays None."""
    return text and date.fromisoformat(text)


def before(text):
    return day(text) - timedelta(days=1)


def after(text):
    return day(text) + timedelta(days=1)


def span(first=None, last=None):
    return period(day(first), day(last))


def regime(*rules, first=None, last=None, guests=(), confirmed=False):
    return Regime(span(first, last), rules, guests, confirmed)


def body(name, kind="working_group", *regimes, first="2010-01-01", last=None):
    return BodyFact(name.upper(), name, "town", kind, span(first, last), regimes)


def town(*bodies, functions=FUNCTIONS, public=()):
    return Structure(
        "town",
        {one.uid: one for one in bodies},
        {one.id: one for one in functions},
        frozenset(public),
    )


def membership(person, place, first="2020-01-01", last=None, **more):
    """``place`` is the id of a body; two of a person need different first days."""
    name = f"{person}-{place}-{more.get('function')}-{first}"
    more["appointed_on"] = day(more.get("appointed_on"))
    return MembershipFact(
        name, name, "town", place.upper(), person, day(first), day(last), **more
    )


def stints(memberships, structure):
    """Stints of everybody, worked out person by person as the ledger does."""
    ordered = sorted(memberships, key=lambda one: one.person)
    return [
        stint
        for _, own in groupby(ordered, key=lambda one: one.person)
        for stint in stints_of(own, structure)
    ]


def stints_in(place, memberships, structure):
    return [one for one in stints(memberships, structure) if one.body == place.upper()]


def seats(place, on, memberships, structure):
    """Seats in a body on a day, a date or its text."""
    on = on if isinstance(on, date) else day(on)
    return seats_on(stints_in(place, memberships, structure), on)


def seat(place, on, memberships, structure):
    """The only seat, or None."""
    found = seats(place, on, memberships, structure)
    assert len(found) < 2
    return found[0] if found else None
