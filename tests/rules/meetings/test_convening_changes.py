"""What of an invitation is another now than it was told."""

from kpss.addon.meetings.rules.invitation_changes import differences
from kpss.addon.meetings.rules.invitation_changes import moves_time
from kpss.addon.meetings.rules.invitation_changes import only_papers
from kpss.addon.meetings.rules.invitation_changes import public_part
import pytest


def paper(uid, title="Zpráva", changed="1"):
    return {"uid": uid, "title": title, "changed": changed}


def item(uid, title="Rozpočet", *papers):
    return {"uid": uid, "title": title, "papers": list(papers)}


def told(*items, **facts):
    usual = dict.fromkeys(("end", "place", "online", "note"))
    return {"start": "2026-12-15T09:00", **usual, **facts, "items": list(items)}


def codes(before, after):
    return [one.code for one in differences(before, after)]


A, B = item("a", "Úvod"), item("b", "Rozpočet", paper("p"))


@pytest.mark.parametrize("name", ["text", "proposal"])
def test_another_wording_is_told_to_who_got_it(name):
    """BER-55"""
    before = {**A, "public": True, name: "1"}
    after = {**before, name: "2"}
    (one,) = differences(told(before), told(after))
    assert (one.code, one.params) == (f"{name}_changed", {"title": "Úvod"})
    assert not only_papers([one])
    assert codes(told(before), told(before)) == []
    # Guests are sent neither
    assert codes(public_part(told(before)), public_part(told(after))) == []
    # Told before wordings were kept
    assert codes(told(A), told(after)) == []


def test_the_same_is_no_difference():
    assert codes(told(A, B, place=None), told(A, B, place="")) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", "2026-12-16T09:00"),
        ("end", "2026-12-15T11:00"),
        ("place", "Sál"),
        ("online", "https://schuzka.example/1"),
        ("note", "Přineste si kalendář."),
    ],
)
def test_a_fact_is_told_as_it_was_and_as_it_is(name, value):
    before, after = told(A), told(A, **{name: value})
    (one,) = differences(before, after)
    assert (one.code, one.params) == (name, {"before": before[name], "after": value})
    assert moves_time(before, after) is (name == "start")


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ([A, B, item("c", "Různé", paper("q"))], ["item_added"]),
        ([B], ["item_removed"]),
        ([B, A], ["order"]),
        ([item("a", "Zahájení"), B], ["item_renamed"]),
        ([item("c", "Různé"), B], ["item_added", "item_removed"]),
        ([A, item("b", "Rozpočet", paper("p"), paper("q"))], ["paper_added"]),
        ([A, item("b", "Rozpočet")], ["paper_removed"]),
        ([A, item("b", "Rozpočet", paper("p", changed="2"))], ["paper_changed"]),
        ([A, item("b", "Rozpočet", paper("p", "Jiná"))], ["paper_changed"]),
    ],
)
def test_the_agenda_is_compared_item_by_item(after, found):
    assert codes(told(A, B), told(*after)) == found


def test_new_papers_alone_are_known_as_such():
    before = told(A, B)
    more = item("b", "Rozpočet", paper("p"), paper("q"))
    assert only_papers(differences(before, told(A, more)))
    assert not only_papers(differences(before, told(A, more, place="Sál")))
    assert not only_papers([])


def test_who_gets_public_items_hears_of_changes_of_these_only():
    shown = {**item("a", "Úvod", {**paper("p"), "public": True}), "public": True}
    before = told(shown, B)
    inside = {**shown, "papers": [*shown["papers"], {**paper("q"), "public": False}]}
    after = told(inside, item("b", "Jiný", paper("p", changed="2")), place="Sál")
    assert codes(public_part(before), public_part(after)) == ["place"]
    # What becomes public is new to them
    after = told(shown, {**B, "public": True})
    assert codes(before, after) == []
    assert codes(public_part(before), public_part(after)) == ["item_added"]
