"""HTML of a text field as blocks of a paper; no word is lost.

What cannot be printed, a picture or an embedded video, leaves its description in
brackets, and ``left_out`` counts it.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kpss.addon.printing.html_table import Rows
from kpss.addon.printing.html_table import rows_of
from kpss.addon.printing.html_table import table_of
from kpss.addon.printing.paper import Block
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import Listing
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import Quote
from kpss.addon.printing.paper import Run
from kpss.addon.printing.paper import Runs
from kpss.addon.printing.paper import text_of
from lxml import etree
from lxml import html
from typing import Any
import re


#: Of these nothing is ever read by people.
SILENT = {"script", "style", "template", "head", "noscript"}
EMBEDDED = {"img", "iframe", "video", "audio", "object", "embed", "canvas", "svg"}
LOOKS = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "th": {"bold": True},
    "dt": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "s": {"struck": True},
    "strike": {"struck": True},
    "del": {"struck": True},
    "sup": {"raised": 1},
    "sub": {"raised": -1},
}
BLOCKS = {
    *("address", "article", "aside", "body", "caption", "center", "dd", "details"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("header", "hr", "html", "legend", "li", "main", "nav", "p", "section"),
    *("summary", "tbody", "td", "tfoot", "th", "thead", "tr"),
}
#: Deeper than this only the text is taken.
DEEPEST = 40
NUMBERINGS = set("1aAiI")
LINK = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\v]+")
#: Spaces that mean something in a preformatted text.
INDENT = re.compile(r"(?:^|(?<=\n)) +| {2,}|\t+")


@dataclass
class Read:
    """Blocks of a text, and what the pictures and videos are that are not printed."""

    blocks: Blocks = ()
    left_out: tuple[str, ...] = ()


def blocks_of(source: str, *, top: int = 2, embedded: str = "") -> Read:
    """The blocks of an HTML text.

    ``top``: level of its highest headings. ``embedded``: what stands for a picture, such
    as "Picture: "; its description comes after it.
    """
    if not source.strip():
        return Read()
    try:
        root = html.document_fromstring(f"<div>{_valid(source)}</div>")
    except etree.ParserError:
        return Read()
    flow = Flow(embedded)
    flow.children(root, Run(""), 0)
    flow.close()
    return Read(tuple(in_steps(flow.blocks, top)), tuple(flow.left_out))


@dataclass
class Flow:
    """Collects runs to paragraphs and paragraphs to blocks.

    ``nested``: inside an item or a quotation, where no headings stand. ``exact``: spaces
    and ends of lines are as they are written.
    """

    embedded: str
    left_out: list[str] = field(default_factory=list)
    nested: bool = False
    exact: bool = False
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def inner(self, *, exact: bool = False) -> "Flow":
        return Flow(self.embedded, self.left_out, nested=True, exact=exact)

    def within(self, element, look: Run, depth: int) -> Blocks:
        """The blocks inside an element, apart from those around it."""
        inner = self.inner()
        inner.children(element, look, depth)
        inner.close()
        return tuple(inner.blocks)

    def close(self) -> None:
        """What was collected is a paragraph."""
        runs = trimmed(self.runs)
        if runs:
            self.blocks.append(Paragraph(runs))
        self.runs = []

    def say(self, text: str | None, look: Run) -> None:
        if text:
            text = INDENT.sub(_unbroken, text) if self.exact else SPACES.sub(" ", text)
            self.runs.append(replace(look, text=text))

    def children(self, element, look: Run, depth: int) -> None:
        if depth > DEEPEST:
            self.say("".join(element.itertext(etree.Element)), look)
            return
        self.say(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child, look, depth + 1)
            self.say(child.tail, look)

    def element(self, element, look: Run, depth: int) -> None:
        tag = element.tag
        if tag in SILENT:
            return
        if tag == "br":
            self.runs.append(Run("\n"))
        elif tag in EMBEDDED:
            self.leave_out(element, look, depth)
        elif tag in SPECIAL:
            self.close()
            SPECIAL[tag](self, element, look, depth)
        elif tag in BLOCKS:
            self.close()
            self.children(element, look_of(element, look), depth)
            self.close()
        else:
            self.children(element, look_of(element, look), depth)

    def leave_out(self, element, look: Run, depth: int) -> None:
        said = element.get("alt") or element.get("title") or element.get("src") or ""
        self.left_out.append(said)
        self.say(f"[{self.embedded}{said}]", look)
        self.children(element, look, depth)

    def heading(self, element, look: Run, depth: int) -> None:
        runs = joined(self.within(element, look, depth))
        if not runs:
            return
        if self.nested:
            bold = tuple(replace(run, bold=True) for run in runs)
            self.blocks.append(Paragraph(bold))
        else:
            light = tuple(replace(run, bold=False) for run in runs)
            self.blocks.append(Heading(int(element.tag[1]), light))

    def listing(self, element, look: Run, depth: int) -> None:
        items, numbers = [], []
        number = whole(element.get("start"), 1)
        for child, blocks in self.items(element, look, depth):
            number = whole(child.get("value") if child is not None else None, number)
            items.append(blocks)
            numbers.append(number)
            number += 1
        if items and element.tag == "ol":
            kind = element.get("type", "1")
            kind = kind if kind in NUMBERINGS else "1"
            self.blocks.append(Listing(tuple(items), kind, tuple(numbers)))
        elif items:
            self.blocks.append(Listing(tuple(items)))

    def items(self, element, look: Run, depth: int) -> Iterator[tuple[Any, Blocks]]:
        """Items of a list; what stands between them is an item too."""
        between = self.inner()
        between.say(element.text, look)
        for child in element:
            if child.tag == "li":
                between.close()
                if between.blocks:
                    yield None, tuple(between.blocks)
                between = self.inner()
                yield child, self.within(child, look, depth)
            elif isinstance(child.tag, str):
                between.element(child, look, depth + 1)
            between.say(child.tail, look)
        between.close()
        if between.blocks:
            yield None, tuple(between.blocks)

    def table(self, element, look: Run, depth: int) -> None:
        rows = Rows()
        rows_of(element, rows, in_head=False)
        for stray in rows.stray:
            if isinstance(stray, str):
                self.say(stray, look)
            else:
                self.element(stray, look, depth + 1)
            self.close()

        def runs(cell) -> Runs:
            return joined(self.within(cell, look_of(cell, look), depth), tight=True)

        caption = () if rows.caption is None else runs(rows.caption)
        made = table_of(rows, runs, " ".join(text_of(caption).split()))
        if made is not None:
            self.blocks.append(made)
        elif caption:
            self.blocks.append(Paragraph(caption))

    def quote(self, element, look: Run, depth: int) -> None:
        blocks = self.within(element, look, depth)
        if blocks:
            self.blocks.append(Quote(blocks))

    def preformatted(self, element, look: Run, depth: int) -> None:
        inner = self.inner(exact=True)
        inner.children(element, look, depth)
        inner.close()
        self.blocks.extend(inner.blocks)


SPECIAL: dict[str, Callable[[Flow, etree._Element, Run, int], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Flow.heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), Flow.listing),
    "table": Flow.table,
    "blockquote": Flow.quote,
    "pre": Flow.preformatted,
}


def look_of(element, look: Run) -> Run:
    if element.tag == "a":
        address = (element.get("href") or "").strip()
        return replace(look, link=address) if LINK.match(address) else look
    return replace(look, **LOOKS.get(element.tag, {}))


def trimmed(runs: Iterable[Run]) -> Runs:
    """Without spaces at the ends of lines, without doubled ones; () when all is blank."""
    found: list[Run] = []
    for run in runs:
        text = run.text
        if not found or found[-1].text.endswith(("\n", " ")):
            text = text.lstrip(" " if found else " \n")
        if text.startswith("\n"):
            _drop_end(found, " ")
        if not text:
            continue
        if found and replace(found[-1], text="") == replace(run, text=""):
            text = found.pop().text + text
        found.append(replace(run, text=text))
    _drop_end(found, " \n")
    return tuple(found)


def _drop_end(runs: list[Run], what: str) -> None:
    """Take the characters off the end of the last runs."""
    while runs:
        text = runs[-1].text.rstrip(what)
        if text:
            runs[-1] = replace(runs[-1], text=text)
            return
        runs.pop()


def joined(blocks: Blocks, *, tight: bool = False) -> Runs:
    """All text of blocks as runs of one paragraph, a line for each block."""
    found: list[Run] = []
    for block in blocks:
        if found:
            found.append(Run("\n" if tight else " "))
        found.extend(runs_of(block))
    return trimmed(found)


def runs_of(block: Block) -> Runs:
    match block:
        case Paragraph(runs) | Heading(runs=runs):
            return runs
        case Quote(blocks):
            return joined(blocks, tight=True)
        case Listing(items, numbering, numbers):
            return trimmed(
                [
                    run
                    for index, item in enumerate(items)
                    for run in (
                        Run("\n" if index else ""),
                        Run(f"{numbers[index]}. " if numbering else "• "),
                        *joined(item, tight=True),
                    )
                ]
            )
        case _:
            rows = (*block.head, *block.body)
            return trimmed(
                [
                    run
                    for row in rows
                    for cell in row
                    for run in (*cell.runs, Run(" | " if cell is not row[-1] else "\n"))
                ]
            )


def in_steps(blocks, top: int):
    """Headings begin at ``top`` and never skip a level."""
    stack: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while stack and stack[-1] >= block.level:
                stack.pop()
            stack.append(block.level)
            yield Heading(min(top + len(stack) - 1, 6), block.runs)
        else:
            yield block


def whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"[1-9]\d{0,5}", text) else default


def _unbroken(spaces: re.Match[str]) -> str:
    return "\N{NO-BREAK SPACE}" * len(spaces.group())


def _valid(source: str) -> str:
    """Without characters that no XML takes."""
    return re.sub(
        "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", source
    )
