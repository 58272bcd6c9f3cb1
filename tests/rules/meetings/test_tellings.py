"""Which letter each gets: who holds an invitation hears of its end, nobody else."""

from kpss.addon.meetings.rules.tellings import holders
from kpss.addon.meetings.rules.tellings import letters
import pytest


def sent(*rows):
    return [{"to": to, "what": what} for to, what in rows]


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        ([], ""),
        ([("a", "invitation"), ("b", "invitation")], "ab"),
        ([("a", "invitation"), ("a", "papers")], "a"),
        ([("a", "invitation"), ("b", "invitation"), ("a", "withdrawal")], "b"),
        ([("a", "invitation"), ("a", "cancellation")], ""),
        # Invited anew
        ([("a", "invitation"), ("a", "withdrawal"), ("a", "invitation")], "a"),
    ],
)
def test_the_last_letter_says_who_holds_an_invitation(rows, held):
    assert "".join(sorted(holders(sent(*rows)))) == held


@pytest.mark.parametrize(
    ("what", "invited", "held", "untouched", "expected"),
    [
        ("invitation", "ab", "", "", {"a": "invitation", "b": "invitation"}),
        ("change", "ab", "ab", "", {"a": "change", "b": "change"}),
        # Who is new gets the whole, who left hears that
        (
            "change",
            "ab",
            "ac",
            "",
            {"a": "change", "b": "invitation", "c": "withdrawal"},
        ),
        (None, "ab", "ac", "", {"b": "invitation", "c": "withdrawal"}),
        (None, "ab", "ab", "", {}),
        # A guest of the public items, when internal ones have changed
        ("change", "abg", "ag", "g", {"a": "change", "b": "invitation"}),
        ("change", "g", "", "g", {"g": "invitation"}),
        # The end is for who was invited, or for all where nobody was
        ("cancellation", "ab", "ac", "", {"a": "cancellation", "c": "cancellation"}),
        ("cancellation", "ab", "", "", {"a": "cancellation", "b": "cancellation"}),
    ],
)
def test_each_gets_what_concerns_him(what, invited, held, untouched, expected):
    assert letters(what, invited, held, untouched) == expected
