"""The line in the chart never goes round, whoever hangs on whomever."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.bodies.rules.lines import looped


IDS = st.sampled_from("abcdef")


@given(st.dictionaries(IDS, st.none() | IDS))
def test_any_map_of_parents_is_judged_in_the_end(parents):
    assert looped(parents) <= set(parents)
