"""Days, yes and no, texts in cells: what is doubtful is refused."""

from datetime import date
from datetime import datetime
from datetime import time
from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.cells import day_of
from kpss.addon.bodies.importing.rules.cells import plain
from kpss.addon.bodies.importing.rules.cells import text_of
from kpss.addon.bodies.importing.rules.cells import yes_no_of
import pytest


DAY = date(2020, 7, 13)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2020, 7, 13),
        "2020-07-13",
        "2020-07-13 00:00:00",
        "13. 7. 2020",
        "13.7.2020",
        "13.07.2020",
        " 13.\u00a07.\u00a02020 ",
        "13. 7. 2020.",
    ],
)
def test_day_is_read(cell):
    assert day_of(plain(cell)) == DAY


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_empty_cell_is_no_day(cell):
    assert day_of(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("7/13/2020", "american_date"),
        ("13/7/2020", "american_date"),
        ("2020/7/13", "american_date"),
        ("13.7.20", "short_year"),
        ("30. 2. 2020", "no_such_day"),
        ("2021-02-29", "no_such_day"),
        ("13.13.2020", "no_such_day"),
        ("44025", "serial_number"),
        (44025, "serial_number"),
        (44025.0, "serial_number"),
        ("2020", "serial_number"),
        ("července 2020", "not_a_date"),
        ("ano", "not_a_date"),
        (True, "not_a_date"),
        ("2020-07-13T12:00", "not_a_date"),
        ("13. 7. 0202", "year_far"),
        (date(20, 7, 13), "year_far"),
        ("#REF!", "broken_value"),
    ],
)
def test_doubtful_day_is_refused(cell, code):
    with pytest.raises(CellRefused) as refusal:
        day_of(cell)
    assert refusal.value.code == code


def test_a_day_that_does_not_exist_is_named():
    with pytest.raises(CellRefused) as refusal:
        day_of("30. 2. 2020")
    assert refusal.value.params == {"day": 30, "month": 2, "year": 2020}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Jana\n Marie ", "Jana Marie"),
        (603123456, "603123456"),
        (603123456.0, "603123456"),
        (1.5, "1.5"),
        (1e21, "1000000000000000000000"),
        (DAY, "13. 7. 2020"),
        (True, "ano"),
    ],
)
def test_text_of_a_cell(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize("cell", ["ano", "Ano", "ANO", "x", "yes", "1", 1, True])
def test_yes(cell):
    assert yes_no_of(cell) is True


@pytest.mark.parametrize("cell", ["ne", "NE", "no", "0", 0, False])
def test_no(cell):
    assert yes_no_of(cell) is False


def test_empty_cell_is_neither_yes_nor_no():
    assert yes_no_of(" ") is None


@pytest.mark.parametrize("cell", ["možná", "2", 2, DAY])
def test_anything_else_is_refused(cell):
    with pytest.raises(CellRefused, match="not_yes_no"):
        yes_no_of(cell)


def test_foreign_value_becomes_a_text():
    assert plain(time(12, 30)) == "12:30:00"
    assert plain(3 + 4j) == "(3+4j)"
