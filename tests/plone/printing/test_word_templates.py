"""An office's own Word template: checked when it comes, used as it is."""

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from kpss.addon.printing.word.checking import check_template
from kpss.addon.printing.word.checking import sample
from kpss.addon.printing.word.kinds import SUBMISSION
from kpss.addon.printing.word.refusals import SENTENCES
from kpss.addon.printing.word.refusals import TemplateRefused
from kpss.addon.printing.word.rendering import default_template
from kpss.addon.printing.word.rendering import docx_of
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import io
import pytest
import re


def template(*paragraphs: str, header: str = "", edit=None) -> bytes:
    """A Word document with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if edit is not None:
        edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data: bytes, change) -> bytes:
    """The file with its parts changed: ``change(parts)``, bytes by name."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def code_of(data: bytes) -> str | None:
    """Why the template is refused; None: it is not."""
    try:
        check_template(data, SUBMISSION)
    except TemplateRefused as refused:
        assert refused.sentence
        return refused.code
    return None


def text_of(data: bytes) -> str:
    body = Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


TITLE = "{{ title }}"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (TITLE,),
        ("Věc: {{ title|upper }} ze dne {{ day }}", "{{ explanatory_report }}"),
        ("{{p explanatory_report }}",),
        ("{% if period %}Období {{ period }}{% endif %}", TITLE),
        ("{%p if financial_impact %}", "{{ financial_impact }}", "{%p endif %}", TITLE),
        (
            "{%p for one in facts %}",
            "{{ one.label }}: {{ one.value }}",
            "{%p endfor %}",
        ),
        ("{%p for s in sections %}", "{{s.heading}}", "{{s.content}}", "{%p endfor %}"),
        ("{{ publicity_logo }}", TITLE),
    ],
)
def test_template_that_names_what_there_is_passes(paragraphs):
    assert code_of(template(*paragraphs, header="{{ municipality }}")) is None


def test_default_template_passes():
    assert code_of(default_template()) is None


def test_default_template_is_the_one_that_the_script_makes(tmp_path):
    from devel.word_template import main

    main(tmp_path / "made.docx")
    with (
        ZipFile(tmp_path / "made.docx") as made,
        ZipFile(io.BytesIO(default_template())) as kept,
    ):
        assert made.namelist() == kept.namelist()
        for name in kept.namelist():
            assert made.read(name) == kept.read(name), name


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Bez značek",), "nothing_placed"),
        (("{{ nazev }}",), "unknown_placeholder"),
        (("{{ title.upper }}",), "unknown_placeholder"),
        (("{{ title.__class__ }}",), "unknown_placeholder"),
        (("{{ ''.__class__.__mro__ }}",), "not_allowed"),
        (("{{ title.upper() }}",), "not_allowed"),
        (("{{ title * 1000000000 }}",), "not_allowed"),
        (("{{ 'a' ~ title }}",), "not_allowed"),
        (("{{ range(10) }}",), "not_allowed"),
        (("{% set x = 1 %}" + TITLE,), "not_allowed"),
        (("{% for x in 'abc' %}" + TITLE + "{% endfor %}",), "not_allowed"),
        (
            (
                "{% for a in facts %}{% for b in facts %}{{ b.value }}"
                "{% endfor %}{% endfor %}",
            ),
            "not_allowed",
        ),
        (("{{ facts }}",), "unknown_placeholder"),
        (("{{ title|tojson }}",), "not_allowed"),
        (("{{ title|replace('a', 'b') }}",), "not_allowed"),
        (("{{ title",), "broken_placeholder"),
        (("{% if title %}" + TITLE,), "broken_placeholder"),
        (("Zpráva: {{ explanatory_report }}",), "not_alone"),
        (("{{ explanatory_report }} {{ draft_resolution }}",), "not_alone"),
        (("{{ explanatory_report|upper }}",), "not_allowed"),
        (("{%p for one in facts %} a {{ one.value }}", "{%p endfor %}"), "not_alone"),
        (("{{p title }}",), "not_rendered"),
    ],
)
def test_wrong_placeholder_is_refused(paragraphs, expected):
    assert code_of(template(*paragraphs)) == expected


def test_whole_sections_do_not_stand_in_a_header():
    assert code_of(template(TITLE, header="{{ history }}")) == "not_in_header"


def test_placeholder_in_a_header_is_checked_too():
    assert code_of(template(TITLE, header="{{ nic }}")) == "unknown_placeholder"


# Files that are no template


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "not_docx"),
        (b"PK\x03\x04 nothing", "not_docx"),
        (b"%PDF-1.7", "not_docx"),
        (b"\xd0\xcf\x11\xe0 old", "old_word"),
        (b"PK\x03\x04" + b"x" * 5_000_001, "too_large"),
    ],
)
def test_other_file_is_refused(data, expected):
    assert code_of(data) == expected


def test_zip_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked():
    def bomb(parts):
        parts["word/media/image1.xml"] = b"\0" * 60_000_000

    data = repacked(template(TITLE), bomb)
    assert len(data) < 200_000
    assert code_of(data) == "too_large_unpacked"


def with_part(name: str, content: bytes):
    def change(parts):
        parts[name] = content

    return change


def macro_type(parts):
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )


def template_type(parts):
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"document.main+xml", b"template.main+xml")


def doctype(parts):
    name = "word/document.xml"
    text = parts[name].decode()
    entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    parts[name] = re.sub(r"(\?>)", rf"\1{entity}", text, count=1).encode()


def outside(kind: str):
    def change(parts):
        name = "word/_rels/document.xml.rels"
        link = (
            f'<Relationship Id="rId99" Type="http://x/{kind}" TargetMode="External" '
            'Target="https://example.org/novak/sablona.dotm"/></Relationships>'
        )
        parts[name] = parts[name].replace(b"</Relationships>", link.encode())

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (macro_type, "macros"),
        (with_part("word/vbaProject.bin", b"x"), "macros"),
        (template_type, "dotx"),
        (with_part("word/embeddings/oleObject1.bin", b"x"), "embedded"),
        (with_part("word/activeX/activeX1.xml", b"<a/>"), "embedded"),
        (doctype, "not_docx"),
        (with_part("word/other.xml", b"<a><b></a>"), "not_docx"),
        (outside("image"), "external"),
        (outside("aFChunk"), "external"),
        (outside("hyperlink"), None),
        (outside("attachedTemplate"), None),
    ],
)
def test_what_runs_or_fetches_is_refused(change, expected):
    assert code_of(repacked(template(TITLE), change)) == expected


def field(*pieces: str):
    def edit(document):
        paragraph = document.add_paragraph()._p
        for piece in pieces:
            run, text = OxmlElement("w:r"), OxmlElement("w:instrText")
            text.text = piece
            run.append(text)
            paragraph.append(run)

    return edit


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((" INCLUDEPICTURE http://example.org/x.png ",), "fetching_field"),
        (
            (
                " INCLU",
                "DETEXT c:\\\\x.docx ",
            ),
            "fetching_field",
        ),
        ((" DDEAUTO cmd ",), "fetching_field"),
        ((" PAGE ",), None),
        ((" HYPERLINK http://example.org ",), None),
    ],
)
def test_field_that_fetches_is_refused(pieces, expected):
    assert code_of(template(TITLE, edit=field(*pieces))) == expected


def tracked(document):
    paragraph = document.paragraphs[0]._p
    paragraph.append(OxmlElement("w:ins", {qn("w:author"): "Karel Novák"}))


def commented(document):
    document.add_comment(document.paragraphs[0].runs, text="tady", author="Karel")


@pytest.mark.parametrize(
    ("edit", "expected"), [(tracked, "tracked_changes"), (commented, "comments")]
)
def test_traces_of_people_are_refused(edit, expected):
    assert code_of(template(TITLE, edit=edit)) == expected


def test_every_refusal_is_tried_here():
    """A sentence that no test brings about may be wrong."""
    with open(__file__, encoding="utf-8") as source:
        text = source.read()
    assert [code for code in SENTENCES if f'"{code}"' not in text] == []


# What is made of it


def test_office_template_gets_the_values_and_its_lists_and_tables():
    own = template("Věc: {{ title }}", "{{ explanatory_report }}", "Konec")
    made = docx_of(sample(SUBMISSION), SUBMISSION, own)
    text = text_of(made)
    assert text.startswith("Věc: Title <&> {% title %}\n")
    assert text.endswith("Konec")
    document = Document(io.BytesIO(made))
    assert [len(one.rows) for one in document.tables] == [3]
    merged = document.tables[0].cell(1, 0)._tc
    assert merged is document.tables[0].cell(2, 0)._tc
    numbered = [one for one in document.paragraphs if one._p.xpath("./w:pPr/w:numPr")]
    assert [one.text for one in numbered] == ["one", "two"]


def test_text_with_braces_stays_as_it_is_written():
    made = docx_of(sample(SUBMISSION), SUBMISSION)
    assert "Město <&> {{ město }}" in text_of(made)
    assert "{{ more }}" in text_of(made)


def test_names_of_who_made_the_template_are_not_in_what_is_made():
    def signed(document):
        properties = document.core_properties
        for name in ("author", "last_modified_by", "comments", "keywords", "subject"):
            setattr(properties, name, "Karel Novák")

    def company(parts):
        name = "docProps/app.xml"
        parts[name] = parts[name].replace(
            b"</Properties>",
            "<Manager>Karel Novák</Manager></Properties>".encode(),
        )
        outside("attachedTemplate")(parts)

    own = repacked(template(TITLE, edit=signed), company)
    assert code_of(own) is None
    made = docx_of(sample(SUBMISSION), SUBMISSION, own)
    with ZipFile(io.BytesIO(made)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode(
            "utf-8", "ignore"
        )
    assert "Novák" not in whole and "novak" not in whole
    assert "Město" in whole


def test_list_of_a_template_without_numbering_is_numbered():
    def bare(document):
        part = document.part
        for key, one in list(part.rels.items()):
            if one.reltype.endswith("/numbering"):
                del part.rels[key]

    own = template("{{ explanatory_report }}", edit=bare)
    assert code_of(own) is None
    made = docx_of(sample(SUBMISSION), SUBMISSION, own)
    with ZipFile(io.BytesIO(made)) as archive:
        assert b"decimal" in archive.read("word/numbering.xml")
