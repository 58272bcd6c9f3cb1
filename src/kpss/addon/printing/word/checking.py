"""A template is checked when it comes, not when it is needed."""

from datetime import date
from docx import Document
from jinja2 import TemplateError
from kpss.addon.i18n import translate
from kpss.addon.printing.paper import Fact
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Publicity
from kpss.addon.printing.paper import Section
from kpss.addon.printing.rich_text import blocks_of
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.printing.word.opening import DAMAGED
from kpss.addon.printing.word.opening import open_template
from kpss.addon.printing.word.opening import parts_with_text
from kpss.addon.printing.word.opening import W
from kpss.addon.printing.word.placeholders import check_placeholders
from kpss.addon.printing.word.placeholders import Template
from kpss.addon.printing.word.refusals import TemplateRefused
from kpss.addon.printing.word.rendering import docx_of
from lxml import etree
import io


#: Everything that a text may have.
SAMPLE = """
<h2>Title &amp; {{ more }}</h2><p>Text <b>bold</b> <a href="https://example.org">link</a></p>
<ul><li>one<ol><li>two</li></ol></li></ul><blockquote>quotation</blockquote>
<table><caption>Table</caption><tr><th>a</th><th>b</th></tr>
<tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td></tr></table>
"""
#: Where text and paragraphs may stand in a document.
TEXTS = {f"{W}{name}" for name in ("t", "instrText", "delText")}
HOLDERS = {
    f"{W}{name}"
    for name in (
        *("body", "tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"),
        *("sdtContent", "customXml", "ins", "smartTag", "comment"),
    )
}


def check_template(data: bytes, kind: Kind) -> None:
    """Raises TemplateRefused; what passes makes a document of every paper of the kind."""
    open_template(data)
    try:
        check_placeholders(Template(io.BytesIO(data), kind), kind)
        for paper in (sample(kind), empty(kind)):
            made = docx_of(paper, kind, data)
            check_made(made)
    except (*DAMAGED, TemplateError) as error:
        raise TemplateRefused("not_rendered") from error


def check_made(data: bytes) -> None:
    """Raises ValueError where text or paragraphs stand where Word does not look."""
    for part in parts_with_text(Document(io.BytesIO(data))):
        # The library's own elements have another ``text``
        for element in etree.fromstring(part.blob).iter(f"{W}*"):
            if (element.text or "").strip() and element.tag not in TEXTS:
                raise ValueError(element.tag)
            if (element.tail or "").strip():
                raise ValueError(element.tag)
            if element.tag == f"{W}p" and element.getparent().tag not in HOLDERS:
                raise ValueError(element.getparent().tag)


def sample(kind: Kind) -> Paper:
    blocks = blocks_of(SAMPLE).blocks
    return Paper(
        language="cs",
        municipality="Město <&> {{ město }}",
        process="Process",
        kind=translate(kind.title),
        title="Title <&> {% title %}",
        day=date(2026, 1, 1),
        facts=tuple(
            Fact(name, translate(title), f"{name} <&>\nnext line")
            for name, title in kind.facts
        ),
        sections=tuple(
            Section(name, translate(title), blocks) for name, title in kind.sections
        ),
        publicity=Publicity("Publicity\ntext"),
    )


def empty(kind: Kind) -> Paper:
    """A paper in which everything that may be missing is missing."""
    return Paper(
        language="cs",
        municipality="Město",
        process="",
        kind=translate(kind.title),
        title="Title",
        day=date(2026, 1, 1),
    )
