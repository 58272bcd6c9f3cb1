"""Tallies of a date poll: everybody who was asked is counted once."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.meetings.rules import polls


PEOPLE = st.sampled_from("abcdefg")
SAID = st.dictionaries(
    st.sampled_from("123"), st.sampled_from([*polls.ANSWERS, "perhaps"])
)


@given(st.dictionaries(PEOPLE, SAID), st.lists(PEOPLE))
def test_everybody_who_was_asked_is_counted_once(answers, asked):
    for one in polls.tally("123", answers, asked):
        assert one.possible + one.no + one.silent == len(set(asked))
