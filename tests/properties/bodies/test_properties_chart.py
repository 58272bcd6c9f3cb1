"""Whatever hangs on whatever: every shown body stands in the chart once."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.bodies.rules.chart import grow
from tests.rules.bodies.charts import bodies


NAMES = st.integers(0, 25).map("b{}".format)
PARENTS = st.dictionaries(NAMES, st.none() | NAMES, max_size=26)


@given(parents=PARENTS, data=st.data())
@settings(deadline=None)
def test_every_shown_body_stands_in_the_chart_exactly_once(parents, data):
    shown = data.draw(st.permutations(sorted(parents)))
    shown = shown[: data.draw(st.integers(0, len(shown)))]

    chart = grow(bodies(*shown), [], parents)

    assert sorted(node.box.id for node in depth_first(chart)) == sorted(shown)


def test_chain_of_a_thousand_bodies_does_not_overflow():
    chain = [f"b{number}" for number in range(1000)]
    parents = dict(zip(chain, [None, *chain], strict=False))

    chart = grow(bodies(*reversed(chain)), [], parents)

    assert sum(1 for _node in depth_first(chart)) == 1000
