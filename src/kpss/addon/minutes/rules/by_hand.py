"""What the public reads of a part that was edited by hand, line by line.

Rather a line less. A generated line that is not for the public is never read; what the
public has instead of it stands there. A line that resembles one is left out until an
editor says why it may be read. What else was written by hand stays.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from kpss.addon.minutes.rules.building import Part
from kpss.addon.minutes.rules.choices import telling
from kpss.addon.minutes.rules.drafting import ATTENDANCE
from kpss.addon.minutes.rules.inside import inside_lines
from kpss.addon.minutes.rules.inside import is_alike
from kpss.addon.minutes.rules.inside import likeness
from kpss.addon.minutes.rules.inside import RUN
from kpss.addon.minutes.rules.inside import runs_of
from kpss.addon.minutes.rules.inside import touched
from kpss.addon.minutes.rules.inside import Words
from kpss.addon.minutes.rules.inside import words_of
import re


#: Signs of an editor; here each line has its own pair.
_MARKED = re.compile(r"⟦(.*?)⟧", re.S)
#: Parts of which the public reads the records alone, also when they were edited.
COUNTED = (ATTENDANCE,)


@dataclass(frozen=True)
class Left:
    """A line that the public does not read; ``may_show``: an editor may let it."""

    line: str
    may_show: bool = False


@dataclass(frozen=True)
class Read:
    """``text``: with what is still to be hidden in it; ``left``: what was left out."""

    text: str
    left: tuple[Left, ...] = ()


def reading(
    part: Part,
    parts: Iterable[Part],
    is_shown: Callable[[str], bool],
    names: Callable[[str], bool] = lambda line: False,
) -> Read:
    """What the public reads of a part. ``parts``: all of the minutes.

    ``is_shown``: whether an editor decided that a line may be read; ``names``: whether
    it has the name of somebody.
    """
    public = part.generated if part.public is None else part.public
    if part.edited is None:
        return _without_choices(public, is_shown, names)
    others = [one for one in parts if one.key != part.key]
    lines = _Lines(part, others, is_shown, names)
    if part.kind in COUNTED:
        return Read(public, tuple(Left(one) for one in lines.not_open))
    return lines.read()


def _without_choices(
    text: str, is_shown: Callable[[str], bool], names: Callable[[str], bool]
) -> Read:
    """Notes of the discussion are written by people too."""
    lines = text.splitlines()
    left = {one for one in telling(lines, names) if not is_shown(lines[one])}
    if not left:
        return Read(text)
    kept = [line for number, line in enumerate(lines) if number not in left]
    return Read("\n".join(kept), tuple(Left(lines[one], True) for one in sorted(left)))


class _Lines:
    """The edited text beside what the records said and say."""

    def __init__(
        self,
        part: Part,
        others: Sequence[Part],
        is_shown: Callable[[str], bool],
        names: Callable[[str], bool],
    ):
        self.part = part
        self.names = names
        self.others = others
        self.is_shown = is_shown
        marked = _MARKED.sub(_each_line, part.edited or "")
        self.lines = [line.rstrip() for line in marked.splitlines()]
        self.words = [words_of(one) for one in self.lines]
        self.open = {(), *map(words_of, self._public)}

    @property
    def _public(self) -> list[str]:
        part = self.part
        text = part.generated if part.public is None else part.public
        return text.splitlines()

    @property
    def not_open(self) -> list[str]:
        return [
            line
            for line, words in zip(self.lines, self.words, strict=True)
            if words not in self.open
        ]

    @cached_property
    def _near(self) -> set[Words]:
        """What this part, and those that the public does not read, keep inside."""
        inside = inside_lines(self.part.generated, self.part.public)
        inside += (self.part.inside or "").splitlines()
        for one in self.others:
            if not one.is_public:
                inside += inside_lines(one.generated, "")
        return set(map(words_of, inside)) - self.open

    @cached_property
    def _far(self) -> set[Words]:
        """What the other parts keep inside."""
        inside = [
            line
            for one in self.others
            for line in (
                *inside_lines(one.generated, one.public),
                *(one.inside or "").splitlines(),
            )
        ]
        return set(map(words_of, inside)) - self.open

    @cached_property
    def _runs(self) -> set[Words]:
        """Words in a row that nothing but a line kept inside says."""
        read = [self._public]
        read += [
            (one.generated if one.public is None else one.public).splitlines()
            for one in self.others
            if one.is_public
        ]
        known = {run for text in read for line in text for run in _every_run(line)}
        return {run for line in self._near for run in runs_of(line)} - known

    def read(self) -> Read:
        left = self._left_out()
        instead = _Instead(self.part)
        text: list[str] = []
        for number, line in enumerate(self.lines):
            if number in left:
                text += instead.of(self.words[number])
            else:
                text.append(line)
        return Read(
            "\n".join(text).strip("\n"),
            tuple(
                Left(self.lines[number], self._may_show(number))
                for number in sorted(left)
            ),
        )

    def _left_out(self) -> set[int]:
        """Numbers of the lines that are not read."""
        numbers = range(len(self.lines))
        left = {number for number in numbers if not self._may_show(number)}
        # First what was broken in two, while the pieces are beside each other
        left |= self._with_runs(left)
        left |= {number for number in numbers if self._is_alike(number)}
        left |= set(filter(self._is_not_shown, telling(self.lines, self.names)))
        # Lines come together where one between them goes
        while more := self._with_runs(left):
            left |= more
        return left

    def _with_runs(self, left: set[int]) -> set[int]:
        """Those that are not left out and say a run, alone or together."""
        kept = [one for one in range(len(self.lines)) if one not in left]
        found = touched([self.words[one] for one in kept], self._runs)
        return {kept[one] for one in found if self._is_open_to_doubt(kept[one])}

    def _is_alike(self, number: int) -> bool:
        if not self._is_open_to_doubt(number):
            return False
        # Where nobody knows any more what the text was made of, any line may be one
        unknown = self.part.inside is None
        return unknown or any(is_alike(self.words[number], one) for one in self._near)

    def _is_open_to_doubt(self, number: int) -> bool:
        """Neither a public line nor one that an editor lets the public read."""
        return self.words[number] not in self.open and self._is_not_shown(number)

    def _is_not_shown(self, number: int) -> bool:
        return not self.is_shown(self.lines[number])

    def _may_show(self, number: int) -> bool:
        return self.words[number] not in self._near | self._far


class _Instead:
    """What the public has instead of lines of the generated text; each said once."""

    def __init__(self, part: Part):
        self.lines: dict[Words, list[str]] = {}
        if part.public is None:
            return
        full, public = part.generated.splitlines(), part.public.splitlines()
        ours = [words_of(one) for one in full]
        theirs = [words_of(one) for one in public]
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        for code, start, end, first, last in matcher.get_opcodes():
            if code == "replace":
                for number in range(first, last):
                    words = max(
                        ours[start:end], key=lambda one: _same(one, theirs[number])
                    )
                    self.lines.setdefault(words, []).append(public[number])

    def of(self, words: Words) -> list[str]:
        """Of the line itself, or of the one that it was before it was changed."""
        if words not in self.lines:
            alike = max(self.lines, key=lambda one: likeness(one, words), default=())
            if not likeness(alike, words):
                return []
            words = alike
        return self.lines.pop(words)


def _same(one: Words, other: Words) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _every_run(line: str) -> Iterable[Words]:
    words = words_of(line)
    return {
        words[at : at + size]
        for size in range(1, RUN + 1)
        for at in range(len(words) - size + 1)
    }


def _each_line(marked: re.Match[str]) -> str:
    lines = marked[1].split("\n")
    return "\n".join(f"⟦{line}⟧" if line.strip() else line for line in lines)
