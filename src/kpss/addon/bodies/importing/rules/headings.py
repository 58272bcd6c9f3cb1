"""Which columns stand under the headings of a table.

A heading is accepted without regard to case, diacritics, order and punctuation, in Czech
or English.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from kpss.addon.bodies.importing.rules.columns import BY_NAME
from kpss.addon.bodies.importing.rules.columns import COLUMNS
from kpss.addon.bodies.importing.rules.columns import MEMBERSHIP
from kpss.addon.bodies.rules.folding import folded
import re


#: Headings that begin so are explanations, as in the sample.
HELP = ("napoveda", "help")


@dataclass(frozen=True)
class Headings:
    """Which column stands where; positions count from 0.

    ``twice``: headings that name a column already named by an earlier one, with both
    positions. ``missing``: names of columns without which nothing can be read.
    """

    places: dict[str, int]
    unknown: tuple[int, ...] = ()
    twice: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()


def fold(text: str) -> str:
    """Without case, diacritics and punctuation: "Pozice/úřad" → "pozice urad"."""
    words = re.sub(r"[\W_]+", " ", folded(text)).strip()
    return re.sub(r"\be mail\b", "email", words)


@cache
def _known() -> dict[str, str]:
    return {
        fold(heading): column.name for column in COLUMNS for heading in column.headings
    }


def column_named(heading: str) -> str | None:
    """The column that a heading means, by its name; None when it means none."""
    return _known().get(fold(heading))


def recognise(texts: Sequence[str]) -> Headings:
    """The columns under these headings; an empty one is passed over."""
    places: dict[str, int] = {}
    unknown, twice = [], []
    for position, text in enumerate(texts):
        name = column_named(text)
        if name is None:
            if fold(text) and not fold(text).startswith(HELP):
                unknown.append(position)
        elif name in places:
            twice.append((places[name], position))
        else:
            places[name] = position
    return Headings(places, tuple(unknown), tuple(twice), missing(places))


def missing(names: Iterable[str]) -> tuple[str, ...]:
    """Columns that these need: a person its names, a membership its body and first day."""
    present = set(names)
    needed = ["given_name", "family_name"]
    if any(BY_NAME[name].about == MEMBERSHIP for name in present):
        needed += ["body", "valid_from"]
    return tuple(name for name in needed if name not in present)


def heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows holds the headings: a title may stand above them.

    The first in which at least two are known, else the first that is not empty; None
    when all are empty.
    """
    for number, texts in enumerate(rows):
        if len(recognise(texts).places) > 1:
            return number
    return next((n for n, texts in enumerate(rows) if any(map(fold, texts))), None)
