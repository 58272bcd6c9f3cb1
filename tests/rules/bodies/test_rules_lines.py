"""The line in the chart never goes round."""

from hypothesis import given
from hypothesis import strategies
from kpss.addon.bodies.rules.lines import looped
from kpss.addon.bodies.rules.lines import makes_loop
import pytest


PARENTS = {"zm": None, "rm": "zm", "komise": "rm", "ps": "komise"}


@pytest.mark.parametrize(
    "body, parent, loops",
    [
        ("ps", "zm", False),
        ("zm", None, False),
        ("zm", "ps", True),
        ("zm", "zm", True),
        ("rm", "ps", True),
        ("nova", "ps", False),
        ("ps", "neznama", False),
    ],
)
def test_hanging_a_body_under_its_own_descendant_makes_a_loop(body, parent, loops):
    assert makes_loop(PARENTS, body, parent) is loops


def test_bodies_on_and_below_a_loop_are_found():
    assert looped({"a": "b", "b": "a", "c": "a", "d": None}) == {"a", "b", "c"}


ids = strategies.sampled_from("abcdef")


@given(strategies.dictionaries(ids, strategies.none() | ids))
def test_any_map_of_parents_is_judged_in_the_end(parents):
    assert looped(parents) <= set(parents)
