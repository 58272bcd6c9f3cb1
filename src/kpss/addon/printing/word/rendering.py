"""A paper put into a Word template."""

from collections.abc import Mapping
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from importlib.resources import files
from kpss.addon.browser.dates import day
from kpss.addon.i18n import translate
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import clean
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Picture
from kpss.addon.printing.word.anonymous import forget_people
from kpss.addon.printing.word.blocks import Writer
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.printing.word.kinds import PICTURE
from kpss.addon.printing.word.numbering import Numbering
from kpss.addon.printing.word.placeholders import environment
from kpss.addon.printing.word.placeholders import Template
from typing import Any
import io


LOGO_HEIGHT = Mm(11)


def default_template() -> bytes:
    """It goes through everything that a paper has, so it does for all kinds."""
    package = files("kpss.addon.printing.word")
    return package.joinpath("templates", "paper.docx").read_bytes()


def docx_of(paper: Paper, kind: Kind, template: bytes | None = None) -> bytes:
    """The document; ``template`` is one that ``check_template`` let pass."""
    source = io.BytesIO(template or default_template())
    made = Template(source, kind)
    made.init_docx()
    made.render(values_of(paper, kind, made), environment(), autoescape=True)
    # Asked by ``get_docx``, the library would open the template anew
    forget_people(made.docx, paper)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def values_of(paper: Paper, kind: Kind, template: Template) -> Mapping[str, Any]:
    """Every name that a template of the kind may use; what is not there is empty."""
    writer = writer_of(template)
    facts = {one.name: clean(one.value) for one in paper.facts}
    sections = {one.name: one for one in paper.sections}
    return {
        "municipality": clean(paper.municipality),
        "process": clean(paper.process),
        "kind": clean(paper.kind),
        "title": clean(paper.title),
        "day": translate(day(paper.day), paper.language),
        "publicity_text": clean(paper.publicity.text),
        PICTURE: Logo(paper.publicity.logo, template),
        **{name: facts.get(name, "") for name, _title in kind.facts},
        **{
            name: Content(sections[name].blocks if name in sections else (), writer)
            for name, _title in kind.sections
        },
        "facts": [
            {"label": clean(one.label), "value": clean(one.value)}
            for one in paper.facts
        ],
        "sections": [
            {"heading": clean(one.heading), "content": Content(one.blocks, writer)}
            for one in paper.sections
        ],
    }


class Content:
    """Paragraphs and tables; written when the template names them."""

    def __init__(self, blocks: Blocks, writer: Writer):
        self.blocks = blocks
        self.writer = writer

    def __bool__(self) -> bool:
        return bool(self.blocks)

    def __html__(self) -> str:
        return self.writer.written(self.blocks)


class Logo:
    """A picture in a line of text, with what is read to those who do not see it."""

    def __init__(self, picture: Picture | None, template: Template):
        self.picture = picture
        self.template = template

    def __bool__(self) -> bool:
        return self.picture is not None

    def __html__(self) -> str:
        if self.picture is None:
            return ""
        inline = self.template.current_rendering_part.new_pic_inline(
            io.BytesIO(self.picture.png), None, LOGO_HEIGHT
        )
        inline.docPr.set("descr", clean(self.picture.text))
        inline.docPr.set("name", "logo")
        return (
            "</w:t></w:r><w:r><w:drawing>"
            f"{inline.xml}"
            '</w:drawing></w:r><w:r><w:t xml:space="preserve">'
        )


def writer_of(template: Template) -> Writer:
    document = template.get_docx()
    styles = {
        name.get(qn("w:val"), "").lower(): style.get(qn("w:styleId"))
        for style in document.styles.element.iter(qn("w:style"))
        for name in style.findall(qn("w:name"))
    }
    numbering = Numbering(document)
    return Writer(
        style=lambda name: styles.get(name.lower()),
        relate=lambda address: document.part.relate_to(
            address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        ),
        numbering=numbering.begin,
    )
