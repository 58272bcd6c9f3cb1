"""A poll for the date of a meeting (BER-20, ZAT-26)."""

from kpss.addon.meetings.rules import polls
from kpss.addon.meetings.rules.polls import Tally
import pytest


ANSWERS = {
    "eva": {"1": "yes", "2": "yes", "3": "no"},
    "jan": {"1": "no", "2": "if_needed", "3": "yes"},
    "ota": {"1": "yes", "2": "perhaps"},
    "cizi": {"3": "yes"},
}


def test_answers_are_counted_for_each_date():
    found = polls.tally(["1", "2", "3"], ANSWERS, ["eva", "jan", "ota", "mlada"])
    assert found == [
        Tally("1", yes=2, if_needed=0, no=1, silent=1),
        Tally("2", yes=1, if_needed=1, no=0, silent=2),
        Tally("3", yes=1, if_needed=0, no=1, silent=2),
    ]


def test_who_was_not_asked_and_who_is_named_twice_does_not_count_more():
    [found] = polls.tally(["3"], ANSWERS, ["eva", "eva"])
    assert found == Tally("3", yes=0, if_needed=0, no=1, silent=0)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([("1", 2, 0), ("2", 1, 1)], ["1"]),
        ([("1", 2, 0), ("2", 1, 2)], ["2"]),
        ([("1", 2, 1), ("2", 2, 1)], ["1", "2"]),
        ([("1", 0, 0), ("2", 0, 0)], []),
        ([], []),
    ],
)
def test_the_best_date_is_the_one_most_can_come_on(counts, found):
    tallies = [
        Tally(date, yes, if_needed, no=0, silent=0) for date, yes, if_needed in counts
    ]
    assert polls.best(tallies) == found
