"""How a roster differs from the one taken at convening."""

from kpss.addon.meetings.rules.roster_changes import changes
from kpss.addon.meetings.rules.roster_changes import moved_keys
import pytest


def item(person, member=None, **more):
    usual = {
        "kind": "member",
        "voting": True,
        "functions": [],
        "party": "zadavatel",
        "organisation": None,
        "substitute_of": None,
    }
    return {"person": person, "member": member or f"m-{person}", **usual, **more}


JANA, PETR = item("jana"), item("petr")


def said(before, after):
    return [
        (one.what, one.item["person"], one.fields) for one in changes(before, after)
    ]


def test_the_same_roster_has_no_changes():
    assert said([JANA, PETR], [PETR, JANA]) == []


def test_who_left_and_who_came():
    found = said([JANA, PETR], [JANA, item("nova")])
    assert found == [("left", "petr", ()), ("came", "nova", ())]


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        ({"voting": False}, ("voting",)),
        ({"functions": ["predseda"]}, ("functions",)),
        ({"party": "uzivatel"}, ("party",)),
        ({"organisation": "Charita"}, ("organisation",)),
        ({"kind": "guest", "voting": False}, ("kind", "voting")),
        ({"name": "Jana Nová"}, ()),
        ({"member": "another"}, ()),
    ],
)
def test_what_changed_of_a_seat(now, fields):
    found = changes([JANA], [{**JANA, **now}])
    assert [one.fields for one in found] == ([fields] if fields else [])


def test_functions_are_compared_without_their_order():
    assert (
        said([item("a", functions=["x", "y"])], [item("a", functions=["y", "x"])]) == []
    )


def test_a_new_membership_of_the_same_person_moves_the_key_only():
    before, after = [JANA, PETR], [item("jana", "m-new"), PETR]
    assert said(before, after) == []
    assert moved_keys(before, after) == {"m-jana": "m-new"}


def test_a_substitute_of_the_same_person_is_no_change():
    before = [JANA, item("nahr", kind="substitute", substitute_of="m-jana")]
    after = [
        item("jana", "m-new"),
        item("nahr", kind="substitute", substitute_of="m-new"),
    ]
    assert said(before, after) == []
    after[1] = item("nahr", kind="substitute", substitute_of="m-petr")
    assert said(before, after) == [("changed", "nahr", ("substitute_of",))]


def test_who_left_has_no_new_key():
    assert moved_keys([JANA, PETR], [PETR]) == {}
