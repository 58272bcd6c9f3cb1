"""What goes into a submission, how its files are called, tables in a grid (BER-17)."""

from datetime import date
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.printing.rules.addressee import addressee
from kpss.addon.printing.rules.grid import lay_out
from kpss.addon.printing.rules.grid import Placed
from kpss.addon.printing.rules.missing import Annex
from kpss.addon.printing.rules.missing import Contents
from kpss.addon.printing.rules.missing import Lack
from kpss.addon.printing.rules.missing import lacks
from kpss.addon.printing.rules.names import extension
from kpss.addon.printing.rules.names import numbered
from kpss.addon.printing.rules.names import safe
import pytest


TODAY = date(2026, 11, 27)
COMPLETE = Contents(
    explanatory_report=True,
    draft_resolution=True,
    financial_impact=True,
    wording=True,
    submitted_by=True,
    submitted_to="rm",
    stands_at="rm",
    meeting_on=TODAY,
    annexes=(Annex(1, "Jednací řád", True),),
)
CHAIN = Chain(
    "rad",
    "Řád",
    (
        Step("initiates", "rs"),
        Step("advises", "komise"),
        Step("decides", "rm"),
        Step("decides", "zm"),
    ),
)
KINDS = {"rs": "steering", "komise": "commission", "rm": "council", "zm": "assembly"}


def test_files_stand_in_order_and_their_names_are_unique():
    assert numbered([("Podklad", ".pdf"), ("Podklad", ".docx"), ("Podklad", "")]) == [
        "01 Podklad.pdf",
        "02 Podklad.docx",
        "03 Podklad",
    ]


def test_more_files_have_longer_numbers():
    names = numbered([("a", ".pdf")] * 120)
    assert names[0] == "001 a.pdf" and names == sorted(set(names))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Organizační řád", "Organizační řád"),
        ("č. 518/20: řád", "č. 518 20 řád"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\x\\novak?.docx", "C x novak .docx"),
        ("fdp\u202etxt", "fdptxt"),
        ("konec. . ", "konec"),
        ("a\x00b\nc", "a b c"),
        ("///", "_"),
        ("", "_"),
        ("Rˇa\u0301d", "Rˇád"),
        ("x" * 300, "x" * 100),
    ],
)
def test_name_is_safe_on_every_computer(title, expected):
    assert safe(title) == expected


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("Smlouva.PDF", ".pdf"),
        ("a.tar.gz", ".gz"),
        ("bez přípony", ""),
        ("x.exe\u202efdp", ""),
        ("x.prilisdlouha", ""),
        (None, ""),
    ],
)
def test_ending_is_that_of_the_file(filename, expected):
    assert extension(filename) == expected


@pytest.mark.parametrize(
    ("current", "expected"),
    [(None, "rm"), (0, "rm"), (2, "rm"), (3, "zm")],
)
def test_submitted_to_the_elected_body_that_decides_now_or_next(current, expected):
    assert addressee(CHAIN, current, KINDS) == expected


def test_without_elected_bodies_it_goes_to_the_present_or_last_one():
    chain = Chain("x", "X", CHAIN.steps[:2])
    assert addressee(chain, 0, KINDS) == "rs"
    assert addressee(chain, None, KINDS) == "komise"
    assert addressee(Chain("", "", ()), None, KINDS) is None


def test_complete_submission_lacks_nothing():
    assert lacks(COMPLETE, TODAY) == []


def test_empty_submission_says_everything_that_is_missing():
    assert [one.code for one in lacks(Contents(), TODAY)] == [
        "no_addressee",
        "no_meeting_day",
        "no_submitter",
        "no_explanatory_report",
        "no_draft_resolution",
        "no_financial_impact",
        "no_wording",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"submitted_to": "zm"}, Lack("other_addressee")),
        ({"stands_at": None, "submitted_to": "zm"}, None),
        ({"meeting_on": date(2026, 11, 26)}, Lack("meeting_day_passed")),
        (
            {"annexes": (Annex(2, "Plán", False),)},
            Lack("empty_annex", "Plán", 2),
        ),
        ({"unseen": 3}, Lack("unseen_annexes", number=3)),
        ({"left_out": ("graf", "")}, Lack("pictures_left_out", "graf", 2)),
        ({"logo_not_printed": True}, Lack("logo_not_printed")),
    ],
)
def test_one_thing_that_is_wrong_is_said_alone(change, expected):
    contents = Contents(**{**vars(COMPLETE), **change})
    assert lacks(contents, TODAY) == ([expected] if expected else [])


def test_grid_without_spans_is_as_it_is_written():
    width, rows = lay_out([[(1, 1), (1, 1)], [(1, 1), (1, 1)]])
    assert width == 2
    assert rows == [[Placed(0, 0), Placed(1, 1)], [Placed(2, 0), Placed(3, 1)]]


def test_row_that_is_short_is_filled():
    _width, rows = lay_out([[(1, 1), (1, 1)], [(1, 1)]])
    assert rows[1] == [Placed(2, 0), Placed(None, 1)]


def test_cell_that_spans_out_of_the_table_is_cut():
    width, rows = lay_out([[(1, 1), (1, 1)], [(1000, 1000)]])
    assert width == 2
    assert rows[1] == [Placed(2, 0, 2, 1)]


def test_cells_do_not_lie_over_each_other():
    _width, rows = lay_out([[(1, 1), (1, 2)], [(3, 1)], [(1, 1), (1, 1)]])
    assert rows[1] == [Placed(2, 0, 1, 1)]


def test_table_of_no_rows_has_no_columns():
    assert lay_out([]) == (0, [])
