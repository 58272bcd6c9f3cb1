"""A chart of any shape stays as wide as a page."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.bodies.rules.arranging import arrange
from tests.rules.bodies.charts import node


def planted(above):
    """One tree of every shape: number 3 in row 7 hangs the box under that of row 3."""
    children = {}
    for index, parent in enumerate(above, start=1):
        children.setdefault(min(parent, index - 1), []).append(index)

    def grown(index):
        return node(str(index), *map(grown, children.get(index, ())))

    return grown(0)


def levels(level):
    yield level
    for place in level.places:
        if place.below:
            yield from levels(place.below)


@given(above=st.lists(st.integers(0, 60), max_size=80), widest=st.integers(1, 8))
@settings(deadline=None, max_examples=60)
def test_no_level_is_wider_than_the_page(above, widest):
    for level in levels(arrange([planted(above)], widest)):
        assert level.units <= widest
        assert level.columns is None or level.columns <= level.units
        if level.columns is None:
            assert level.units >= len(level.places)
