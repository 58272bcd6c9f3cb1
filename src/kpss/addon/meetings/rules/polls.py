"""A poll for the date of a meeting (BER-20, ZAT-26)."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass


YES, IF_NEEDED, NO = "yes", "if_needed", "no"
ANSWERS = (YES, IF_NEEDED, NO)
#: The least and the most dates of a poll.
LEAST, MOST = 2, 20


@dataclass(frozen=True)
class Tally:
    """How many could come on a date. ``silent``: who has not said."""

    date: str
    yes: int
    if_needed: int
    no: int
    silent: int

    @property
    def possible(self) -> int:
        return self.yes + self.if_needed


def tally(
    dates: Iterable[str],
    answers: Mapping[str, Mapping[str, str]],
    asked: Iterable[str],
) -> list[Tally]:
    """Counts for each date, of those who were asked; answers of others do not count.

    ``answers``: of a person, by date. An answer that is none counts as silence.
    """
    people = tuple(dict.fromkeys(asked))
    found = []
    for one in dates:
        said = [answers.get(person, {}).get(one) for person in people]
        counts = {answer: said.count(answer) for answer in ANSWERS}
        silent = len(people) - sum(counts.values())
        found.append(Tally(one, counts[YES], counts[IF_NEEDED], counts[NO], silent))
    return found


def best(tallies: Iterable[Tally]) -> list[str]:
    """The dates on which most could come; among them those with most who gladly would.

    Several when they are equal; none while nobody could come on any.
    """
    found = [one for one in tallies if one.possible]
    if not found:
        return []
    most = max((one.possible, one.yes) for one in found)
    return [one.date for one in found if (one.possible, one.yes) == most]
