"""A paper as plain values: what is printed, whatever it is printed to.

A room gathers a ``Paper``; ``typst_pdf`` makes a PDF of it and ``docx`` a Word document.
Nothing here knows Plone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import TypeAlias
import re


NO_SIGN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Run:
    """A piece of text in one look. ``"\\n"`` in it ends the line.

    ``raised``: 1 above the line, -1 below it. ``link``: an absolute address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: int = 0
    link: str | None = None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Heading:
    """``level`` 1 is a section of the paper; levels are never skipped."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Listing:
    """A list; every item is blocks. ``numbering``: 1, a, A, i or I; "" has bullets.

    ``numbers`` are the numbers of the items of a numbered list.
    """

    items: tuple["Blocks", ...]
    numbering: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cell:
    runs: Runs
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells that fill the grid exactly (``rules.grid``); ``head`` rows repeat.

    ``shares``: how wide the columns are, in relation to each other; empty: as wide as
    what stands in them.
    """

    columns: int
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Labels and their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Quote:
    blocks: "Blocks"


Block: TypeAlias = Paragraph | Heading | Listing | Table | Facts | Quote
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True)
class Fact:
    """A line under the title; ``name`` is its place in a Word template."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Section:
    """A part of the paper under a heading; ``name`` is its place in a Word template."""

    name: str
    heading: str
    blocks: Blocks


@dataclass(frozen=True)
class Picture:
    """A picture as PNG; ``text`` is read to those who do not see it."""

    png: bytes
    text: str


@dataclass(frozen=True)
class Publicity:
    """What every page of a funded project says (NAM-01)."""

    text: str = ""
    logo: Picture | None = None


@dataclass(frozen=True)
class Paper:
    """One paper. No name of a user stands in it but in what people wrote themselves.

    ``municipality`` is its author, also in the metadata. ``kind`` says what it is,
    ``facts`` stand under the title, ``day`` is the day on which it was made.
    ``contents`` is the heading of its list of sections; "" leaves the list out.
    ``cover``: what stands before the sections has a page of its own.
    """

    language: str
    municipality: str
    process: str
    kind: str
    title: str
    day: date
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    publicity: Publicity = field(default_factory=Publicity)
    contents: str = ""
    cover: bool = True


def plain(text: str | None) -> Runs:
    """A text without any look; nothing for an empty one."""
    return (Run(text),) if text else ()


def paragraphs(text: str | None) -> Blocks:
    """A plain text of several lines; an empty line begins a new paragraph."""
    parts = (text or "").replace("\r\n", "\n").split("\n\n")
    return tuple(Paragraph(plain(part.strip("\n"))) for part in parts if part.strip())


def table(
    head: Iterable[str],
    rows: Iterable[Iterable[str]],
    caption: str = "",
    shares: tuple[int, ...] = (),
) -> Table:
    """A simple table of texts."""
    names = tuple(Cell(plain(one)) for one in head)
    body = tuple(tuple(Cell(plain(one)) for one in row) for row in rows)
    return Table(len(names), (names,), body, caption, shares)


def clean(text: str) -> str:
    """Without control characters and halves of pairs, which have no sign at all."""
    return NO_SIGN.sub("", text.replace("\t", " "))


def text_of(runs: Runs) -> str:
    return "".join(run.text for run in runs)
