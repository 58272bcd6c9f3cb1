"""Reading at the limit of its size: as much as a template may hold, and more."""

from kpss.addon.townsetup.reading import read
import pytest


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [("a:\n" + "- x\n" * 100_001, "too_many_values", 99_999)],
    ids=["more than a hundred thousand values"],
)
def test_what_is_too_long_to_read_is_one_problem(source, code, line):
    reading = read(source)
    assert reading.data is None
    assert [(p.code, p.line) for p in reading.problems] == [(code, line)]


def test_as_many_values_as_the_limit_are_read():
    reading = read("a:\n" + "- x\n" * 99_997)
    assert len(reading.data["a"]) == 99_997
    assert reading.problems == ()
