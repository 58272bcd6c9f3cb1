"""Whatever is recorded of people and whatever the rules say, this holds."""

from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import pairwise
from kpss.addon.bodies.rules.facts import Regime
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import without
from kpss.addon.bodies.rules.regimes import regimes_of
from kpss.addon.bodies.rules.seats import past_seats
from kpss.addon.bodies.rules.seats import seats_on
from kpss.addon.bodies.rules.stints import stints_of
from tests.properties.bodies.people.recorded import CALENDAR
from tests.properties.bodies.people.recorded import dated
from tests.properties.bodies.people.recorded import days
from tests.properties.bodies.people.recorded import facts
from tests.properties.bodies.people.recorded import PEOPLE
from tests.properties.bodies.people.recorded import spans
from tests.properties.bodies.people.recorded import structures


def of(person, recorded, structure):
    return stints_of((one for one in recorded if one.person == person), structure)


def everybody(recorded, structure):
    return [stint for person in PEOPLE for stint in of(person, recorded, structure)]


def held(some):
    return {one for one in CALENDAR if any(span.holds(one) for span in some)}


@given(st.lists(spans()))
def test_joined_periods_are_the_same_days_joined_once_and_for_all(some):
    result = joined(some)
    assert held(result) == held(some)
    assert joined(result) == result
    for earlier, later in pairwise(result):
        assert later.first - earlier.last > timedelta(days=1)


@given(st.lists(spans()), st.lists(spans()))
def test_days_without_the_holes_are_all_others(some, holes):
    assert held(without(some, holes)) == held(some) - held(holes)


@given(st.lists(dated, max_size=4))
def test_regimes_follow_each_other_and_never_overlap(sets):
    regimes = regimes_of(sets)
    assert all(isinstance(one, Regime) for one in regimes)
    for earlier, later in pairwise(regimes):
        assert earlier.span.last < later.span.first


@settings(deadline=None, max_examples=50)
@given(facts, structures)
def test_stint_never_lies_outside_its_body_or_its_membership(recorded, structure):
    for stint in everybody(recorded, structure):
        life = structure.bodies[stint.body].span
        assert life.first <= stint.span.first <= stint.span.last <= life.last
        source = stint.source.span
        assert source.first <= stint.span.first <= stint.span.last <= source.last
        home = structure.bodies[stint.source.body].span
        assert home.first <= stint.span.first <= stint.span.last <= home.last
        if stint.powers is not None:
            assert stint.span.first <= stint.powers.first
            assert stint.powers.last <= stint.span.last


@settings(deadline=None, max_examples=50)
@given(facts, structures, days)
def test_nobody_ever_has_two_seats_or_two_votes(recorded, structure, day):
    stints = everybody(recorded, structure)
    for body in structure.bodies:
        seats = seats_on((one for one in stints if one.body == body), day)
        people = [one.person for one in seats]
        assert len(people) == len(set(people))
        assert all(one.kind == "member" for one in seats if one.voting)
        assert all(one.bases and one.span.holds(day) for one in seats)


@settings(deadline=None, max_examples=50)
@given(facts, structures, days)
def test_nobody_is_both_present_and_past(recorded, structure, day):
    stints = everybody(recorded, structure)
    for body in structure.bodies:
        here = [one for one in stints if one.body == body]
        present = {one.person for one in seats_on(here, day)}
        past = {one.person for one in past_seats(here, day)}
        assert not present & past
        known = {one.person for one in here if one.span.first <= day}
        assert present | past == known


@settings(deadline=None, max_examples=50)
@given(facts, structures, days)
def test_memberships_of_others_change_nothing_for_a_person(recorded, structure, day):
    everyone = everybody(recorded, structure)
    alone = of("eva", recorded, structure)
    for body in structure.bodies:
        together = [one for one in everyone if one.body == body]
        own = [one for one in alone if one.body == body]
        for seats in (seats_on, past_seats):
            found = [one for one in seats(together, day) if one.person == "eva"]
            assert found == seats(own, day)


@settings(deadline=None, max_examples=50)
@given(facts, structures)
def test_order_of_recording_does_not_matter(recorded, structure):
    for person in PEOPLE:
        forward = of(person, recorded, structure)
        backward = of(person, recorded[::-1], structure)
        assert sorted(map(repr, forward)) == sorted(map(repr, backward))


@settings(deadline=None, max_examples=50)
@given(facts, structures, days)
def test_reserved_seat_is_held_only_by_a_member_of_the_other_body(
    recorded, structure, day
):
    stints = [one for one in everybody(recorded, structure) if one.span.holds(day)]
    for stint in stints:
        if stint.source.reserved_by:
            mandate = structure.by_id[stint.source.reserved_by].uid
            assert any(
                one.body == mandate
                and one.person == stint.person
                and one.kind == "member"
                for one in stints
            )
