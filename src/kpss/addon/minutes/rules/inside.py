"""Lines of a generated text that are not for the public, compared word by word.

Case, diacritics, punctuation, academic titles and the signs of an editor make no
difference.
"""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from kpss.addon.minutes.rules import titles
from kpss.addon.minutes.rules.forms import plain
import re


Words = tuple[str, ...]

#: How many words in a row tell what a line says.
RUN = 4
#: Share of the words of the shorter line, and of the signs of both, that is a likeness.
SHARED, ALIKE = 0.7, 0.75
#: Shorter lines have too little for a share of their words.
FEW = 3
#: Signs of longer lines are compared only where this share of words is the same.
SHORT, SEEN = 6, 0.4
_WORD = re.compile(r"\w+")
_TITLES = titles.BEFORE | {"dis", "csc"}


def words_of(line: str) -> Words:
    return tuple(one for one in _WORD.findall(plain(line)) if one not in _TITLES)


def inside_lines(generated: str, public: str | None) -> list[str]:
    """Lines of the generated text that the public does not read; None: all are public."""
    if public is None:
        return []
    read = {words_of(one) for one in public.splitlines()}
    return [one for one in generated.splitlines() if words_of(one) not in read | {()}]


def joined(*texts: str | None) -> str:
    """Lines of all texts, each once."""
    lines = (line for text in texts for line in (text or "").splitlines())
    return "\n".join(dict.fromkeys(lines))


def is_alike(one: Words, other: Words) -> bool:
    """Whether a line is another one, shortened, extended or changed here and there.

    The order of the words makes no difference.
    """
    shorter = min(len(one), len(other))
    shared = (_counted(one) & _counted(other)).total()
    if shorter >= FEW and shared >= SHARED * shorter:
        return True
    if shorter > SHORT and shared < SEEN * shorter:
        return False
    return likeness(one, other) > 0


@lru_cache(maxsize=2048)
def _counted(line: Words) -> Counter[str]:
    return Counter(line)


def likeness(one: Words, other: Words) -> float:
    """How alike the signs of two lines are, from 0 to 1; 0 for less than ALIKE."""
    matcher = SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def runs_of(line: Words, *, shortest: int = 2) -> set[Words]:
    """All of its words in a row by RUN; a shorter line is a run, unless too short."""
    size = min(RUN, len(line))
    if size < shortest:
        return set()
    return {line[at : at + size] for at in range(len(line) - size + 1)}


def touched(lines: Iterable[Words], runs: set[Words]) -> set[int]:
    """Numbers of the lines on which one of the runs stands, also across their ends."""
    stream = [(word, number) for number, line in enumerate(lines) for word in line]
    found: set[int] = set()
    for size in {len(one) for one in runs}:
        for at in range(len(stream) - size + 1):
            piece = stream[at : at + size]
            if tuple(word for word, _number in piece) in runs:
                found |= {number for _word, number in piece}
    return found
