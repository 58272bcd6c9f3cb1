"""Items put elsewhere on an agenda: none is lost, none comes under another by itself."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.meetings.rules import agenda
from kpss.addon.meetings.rules.agenda import Place


@given(
    st.lists(st.sampled_from([("item", 1), ("item", 2), ("heading", 1)]), max_size=12),
    st.data(),
)
def test_whatever_is_put_elsewhere_nothing_is_lost_or_torn_apart(kinds, data):
    many = [
        Place(f"i{n}", level=level, kind=kind) for n, (kind, level) in enumerate(kinds)
    ]
    names = [one.id for one in many]
    if not names:
        return
    item = data.draw(st.sampled_from(names))
    found = agenda.placed(many, item, data.draw(st.sampled_from([*names, None])))
    if found is None:
        return
    assert sorted(one.id for one in found) == sorted(names)
    before, after = agenda.hung(many), agenda.hung(found)
    # Only the item itself may come under another one
    assert {one: after[one] for one in names if one != item} == {
        one: before[one] for one in names if one != item
    }
