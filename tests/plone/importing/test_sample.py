"""The sample can be imported as it is: it has every heading and nobody's name."""

from kpss.addon.bodies.importing.browser.sample import sample
from kpss.addon.bodies.importing.csv_file import read_csv
from kpss.addon.bodies.importing.rules.columns import COLUMNS
from kpss.addon.bodies.importing.rules.headings import recognise
import pytest


@pytest.mark.parametrize("language", ["en", "cs"])
def test_sample_has_every_column_and_its_help_is_passed_over(process, language):
    process.REQUEST["LANGUAGE"] = language
    table = read_csv(sample(process).encode("utf-8-sig"))
    found = recognise(table.headings)
    assert set(found.places) == {column.name for column in COLUMNS}
    assert found.unknown == () and found.missing == ()


def test_sample_helps_with_the_words_of_the_process(judged, process):
    text = sample(process)
    for word in ("Rada města", "Vedoucí", "poskytovatel", "Horní", "jmenování"):
        assert word in text
    draft = judged(text)
    assert draft.rows == () and [one.code for one in draft.problems] == ["no_rows"]


def test_words_of_the_process_are_no_formulas(process):
    process["bodies"]["rada"].title = "=HYPERLINK(1)"
    assert ";'=HYPERLINK(1)" in sample(process)
