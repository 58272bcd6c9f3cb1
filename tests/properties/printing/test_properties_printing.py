"""Random texts and tables: nothing is lost, everything can be printed."""

from datetime import date
from docx import Document
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.printing.paper import Cell
from kpss.addon.printing.paper import Facts
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import Listing
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import Quote
from kpss.addon.printing.paper import Section
from kpss.addon.printing.paper import Table
from kpss.addon.printing.rich_text import blocks_of
from kpss.addon.printing.rules.grid import lay_out
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.word.kinds import SUBMISSION
from kpss.addon.printing.word.rendering import docx_of
from lxml import html
import io
import itertools
import re


NUMBERS = itertools.count()
TAGS = (
    *("p", "div", "b", "i", "sup", "a", "span", "h1", "h2", "h4", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "td", "th", "caption", "blockquote", "pre"),
    *("dl", "dt", "dd", "section", "figure", "unknown", "details", "br"),
)
words = st.text(
    st.sampled_from("aábčdéíňřšžxyz0123456789"), min_size=1, max_size=6
).map(lambda word: f" {word} ")
spans = st.sampled_from(["", ' colspan="2"', ' rowspan="3"', ' colspan="999"'])


def _element(inside):
    return st.tuples(st.sampled_from(TAGS), spans, st.lists(inside, max_size=4)).map(
        lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"
    )


sources = st.lists(
    st.recursive(words, _element, max_leaves=20), min_size=1, max_size=5
).map("".join)
#: Signs that fonts lack, that are markup elsewhere, that are none.
signs = st.text(max_size=30) | st.sampled_from(
    [
        "#import",
        "$x$",
        "*b*",
        "\\u{41}",
        "😀👩‍👩‍👧",
        "中文",
        "\x00\x0b",
        "{{ x }}",
        "{_{",
    ]
)


def paper(blocks, title="Název"):
    return Paper(
        language="cs",
        municipality="Město",
        process="Plánování",
        kind="Podklad",
        title=title,
        day=date(2026, 1, 1),
        sections=(Section("text", "Text", blocks),),
    )


def words_of(value) -> list[str]:
    """All words of blocks, wherever they stand."""
    match value:
        case tuple():
            return [word for one in value for word in words_of(one)]
        case Paragraph(runs) | Heading(runs=runs) | Cell(runs=runs):
            return "".join(run.text for run in runs).split()
        case Quote(blocks):
            return words_of(blocks)
        case Listing(items):
            return words_of(items)
        case Facts(rows):
            return " ".join(" ".join(row) for row in rows).split()
        case Table():
            return [*value.caption.split(), *words_of(value.head + value.body)]


@given(sources)
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost(source):
    text = html.document_fromstring(f"<div>{source}</div>").text_content()
    found = words_of(blocks_of(source).blocks)
    # What a list or a table inside a cell adds
    found = [one for one in found if one not in ("•", "|") and not _is_number(one)]
    wanted = [one for one in text.split() if not _is_number(one)]
    assert sorted("".join(found)) == sorted("".join(wanted))


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"\d+\.?", word))


@given(sources)
@settings(max_examples=15, deadline=None)
def test_every_text_makes_a_pdf_and_a_word_document(source):
    blocks = blocks_of(source).blocks
    assert pdf_of(paper(blocks)).startswith(b"%PDF")
    Document(io.BytesIO(docx_of(paper(blocks), SUBMISSION)))


@given(signs, signs)
@settings(max_examples=15, deadline=None)
def test_every_sign_can_be_printed(title, text):
    made = paper((Paragraph(()), *blocks_of(html_of(text)).blocks), title or "x")
    assert pdf_of(made).startswith(b"%PDF")
    Document(io.BytesIO(docx_of(made, SUBMISSION)))


def html_of(text: str) -> str:
    return f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>"


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
        max_size=6,
    ),
    st.integers(0, 5),
)
def test_every_place_of_a_grid_is_taken_exactly_once(rows, least):
    width, placed = lay_out(rows, least)
    taken = [
        (y + dy, one.column + dx)
        for y, row in enumerate(placed)
        for one in row
        for dy in range(one.rows)
        for dx in range(one.columns)
    ]
    assert sorted(taken) == [(y, x) for y in range(len(rows)) for x in range(width)]
    kept = [one.index for row in placed for one in row if one.index is not None]
    assert kept == list(range(sum(map(len, rows))))
