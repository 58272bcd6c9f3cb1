"""Rows sent without scripts are brought into the shape that scripts would send."""

from kpss.addon.browser.sent_rows import settle_rows
import pytest


def row(number, **cells):
    named = {f"g.{number}.widgets.{name}": value for name, value in cells.items()}
    return {**named, f"g.{number}-empty-marker": "1"}


STORED = {**row(0, id="a", title="A"), **row(1, id="b", title="B"), "g.count": "2"}
BLANK = {
    **row(2, id="", title=" ", kind=["--NOVALUE--"]),
    **row(3, id="", title="", kind=["--NOVALUE--"]),
    "g.2.widgets.private-empty-marker": "1",
    "g.blank": "1",
}


def ids(form) -> list[str]:
    """Ids of the counted rows; fails when one of them is not there."""
    return [form[f"g.{number}.widgets.id"] for number in range(int(form["g.count"]))]


def settled(**changed) -> dict:
    form = {**STORED, **BLANK, "other": "x", **changed}
    settle_rows(form, "g")
    return form


def test_untouched_blank_rows_are_not_rows():
    assert settled() == {**STORED, "other": "x"}


@pytest.mark.parametrize(
    "cell, value",
    [("id", "c"), ("kind", ["leader"]), ("private", "selected"), ("private", ["on"])],
)
def test_anything_filled_in_makes_a_row(cell, value):
    form = settled(**{f"g.2.widgets.{cell}": value})
    assert form["g.count"] == "3"
    assert form[f"g.2.widgets.{cell}"] == value
    assert not [key for key in form if key.startswith("g.3")]


def test_second_blank_row_alone_follows_the_last_one():
    assert ids(settled(**{"g.3.widgets.id": "c"})) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "ticked, left", [("0", ["b"]), ("1", ["a"]), (["0", "1"], []), (["7"], ["a", "b"])]
)
def test_deleted_rows_go_and_the_others_close_up(ticked, left):
    form = settled(**{"g.delete": ticked})
    assert ids(form) == left
    assert f"g.{len(left)}.widgets.id" not in form


def test_deleting_and_adding_at_once():
    form = settled(**{"g.delete": "0", "g.2.widgets.id": "c"})
    assert ids(form) == ["b", "c"]


def test_emptied_row_is_still_a_row_so_that_the_form_asks_for_its_cells():
    assert ids(settled(**{"g.1.widgets.id": "", "g.1.widgets.title": ""})) == ["a", ""]


def test_settling_twice_changes_nothing_more():
    form = settled(**{"g.delete": "0", "g.2.widgets.id": "c"})
    once = dict(form)
    settle_rows(form, "g")
    assert form == once


def test_rows_of_a_browser_with_scripts_are_left_alone():
    form = {**STORED, "g.TT.widgets.id": "", "g.count": "2"}
    before = dict(form)
    settle_rows(form, "g")
    assert form == before


def test_grid_whose_name_begins_alike_is_another_one():
    other = {"g.x.0.widgets.id": "q", "gg.0.widgets.id": "q", "g.10": "q"}
    form = settled(**other)
    assert {key: form[key] for key in other} == other
