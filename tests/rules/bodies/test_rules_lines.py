"""The line in the chart never goes round."""

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
