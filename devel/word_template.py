"""Write the default Word template of papers: python -m devel.word_template.

An office that wants another look downloads it, changes it in Word and uploads it again.
"""

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor
from pathlib import Path
import datetime
import sys


TARGET = Path("src/kpss/addon/printing/word/templates/paper.docx")
FONT = "Calibri"
DAY = datetime.datetime(2026, 1, 1)


def main(target=TARGET):
    document = Document()
    forget(document)
    look(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.bottom_margin = Mm(25)
    section.top_margin, section.header_distance = Mm(25), Mm(12)
    header(section.header)
    footer(section.footer)
    body(document)
    target.parent.mkdir(exist_ok=True)
    document.save(target)


def forget(document):
    """Without what the library's own template brings."""
    package = document.part.package
    for owner in (package, document.part):
        for key in [
            key
            for key, one in owner.rels.items()
            if one.reltype.endswith(("/thumbnail", "/customXml"))
        ]:
            del owner.rels[key]
    properties = document.core_properties
    properties.author = properties.last_modified_by = "kpss.addon"
    properties.title, properties.comments = "Šablona tiskopisu", ""
    properties.created = properties.modified = DAY


def look(document):
    styles = document.styles
    language = styles.element.find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "cs-CZ")
    plain(styles["Normal"], Pt(11), after=Pt(6))
    plain(styles["Title"], Pt(20), bold=True, before=Pt(6), after=Pt(14))
    for edge in styles["Title"].element.iter(qn("w:pBdr")):
        edge.getparent().remove(edge)
        break
    sizes = ((1, Pt(15), Pt(18)), (2, Pt(12.5), Pt(14)), (3, Pt(11), Pt(12)))
    for level, size, before in sizes:
        style = styles[f"Heading {level}"]
        plain(style, size, bold=True, before=before, after=Pt(6))
        style.paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        plain(styles[name], Pt(8.5), after=Pt(2))
    tabs = styles["Footer"].element.find(".//" + qn("w:tabs"))
    tabs.getparent().remove(tabs)
    fact = styles.add_style("Fact", WD_STYLE_TYPE.PARAGRAPH)
    fact.base_style = styles["Normal"]
    fact.paragraph_format.left_indent = Mm(45)
    fact.paragraph_format.first_line_indent = Mm(-45)
    fact.paragraph_format.tab_stops.add_tab_stop(Mm(45))


def plain(style, size, *, bold=False, before=0, after=0):
    style.font.name, style.font.size, style.font.bold = FONT, size, bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    style.paragraph_format.space_before = before
    style.paragraph_format.space_after = after


def header(part):
    part.paragraphs[0].text = "{{ publicity_logo }}"
    text = part.add_paragraph("{{ publicity_text }}", style="Header")
    text.paragraph_format.space_after = Pt(14)


def footer(part):
    paragraph = part.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(160), alignment=2)
    paragraph.add_run("{{ municipality }} – {{ kind }}\t")
    page(paragraph, "PAGE")
    paragraph.add_run(" / ")
    page(paragraph, "NUMPAGES")


def page(paragraph, name):
    """A field that Word fills in."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): name})
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def body(document):
    document.add_paragraph("{{ municipality }}")
    document.add_paragraph("{{ process }}")
    document.add_paragraph("{{ kind }}").paragraph_format.space_before = Mm(14)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{%p for fact in facts %}")
    fact = document.add_paragraph(style="Fact")
    fact.add_run("{{ fact.label }}").bold = True
    fact.add_run("\t{{ fact.value }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.heading }}", style="Heading 1")
    document.add_paragraph("{{ section.content }}")
    document.add_paragraph("{%p endfor %}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
