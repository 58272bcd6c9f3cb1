"""Who was there and whose vote counts, whatever was recorded of coming and going."""

from collections import Counter
from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.meetings.rules.presence import presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import is_there
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import ONLINE
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import PRESENT
from kpss.addon.meetings.rules.stays import Stay
from kpss.addon.meetings.rules.stays import stays_flaw


def item(number):
    return Point(item=number)


def names(seats):
    return [one.member for one in seats]


PLACES = (None, item(1), item(3))
MARKS = st.sampled_from(
    [
        Mark(status, arrived, left, proxy=proxy)
        for status in (PRESENT, ONLINE, EXCUSED)
        for arrived in PLACES
        for left in PLACES
        for proxy in (None, *"abc")
    ]
)


@given(
    chosen=st.tuples(*[MARKS] * 5),
    place=st.integers(0, 4),
    most=st.integers(0, 3),
)
def test_whatever_is_recorded_no_vote_is_made(chosen, place, most):
    marks = dict(zip("abcde", chosen, strict=True))
    who = presence(
        [Seat(one, person=one) for one in "abcde"], marks, item(place), proxies=most
    )
    there = {one for one in "abcde" if is_there(marks[one], item(place))}
    assert who.present <= who.members
    assert len(set(names(who.counted))) == who.present
    # Proxies are of those who are away, cast by those who are there, within the limit
    assert there.isdisjoint(who.proxies)
    assert set(who.proxies.values()) <= there
    assert there | set(who.proxies) == set(names(who.counted))
    assert all(n <= most for n in Counter(who.proxies.values()).values())


#: Places at which somebody comes, goes, comes, …
WAYS = st.lists(st.integers(0, 12), min_size=1, max_size=8, unique=True).map(sorted)


@given(WAYS)
def test_being_there_changes_with_each_step_and_only_then(way):
    steps = [item(one) for one in way]
    pairs = [
        Stay(steps[at], steps[at + 1] if at + 1 < len(steps) else None)
        for at in range(0, len(steps), 2)
    ]
    mark = Mark(PRESENT, pairs[0].arrived, pairs[0].left, again=tuple(pairs[1:]))
    assert stays_flaw(mark.stays) is None
    for place in range(14):
        passed = sum(one <= place for one in way)
        assert is_there(mark, item(place)) is (passed % 2 == 1)


@given(WAYS.filter(lambda way: len(way) > 2), st.randoms())
def test_stays_in_any_other_order_are_refused(way, chance):
    mixed = list(way)
    chance.shuffle(mixed)
    steps = [item(one) for one in mixed]
    if len(steps) % 2:
        steps.append(None)
    pairs = tuple(Stay(*steps[at : at + 2]) for at in range(0, len(steps), 2))
    assert (stays_flaw(pairs) is None) is (mixed == sorted(way))
