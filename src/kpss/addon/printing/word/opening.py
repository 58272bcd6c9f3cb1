"""A file that somebody sent is looked through before Word's library opens it.

Refused is what could take much memory, run, fetch something from outside, or tell who
wrote it.
"""

from collections.abc import Iterator
from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from kpss.addon.printing.word.refusals import TemplateRefused
from lxml import etree
from xml.parsers import expat
from zipfile import BadZipFile
from zipfile import ZipFile
import io
import re
import zlib


MAX_BYTES = 5_000_000
#: Of all parts, unpacked: a small file may hold gigabytes.
MAX_UNPACKED = 40_000_000
MAX_PARTS = 1000
OLD_WORD = b"\xd0\xcf\x11\xe0"
#: What reading a damaged or foreign file may raise in the libraries below.
DAMAGED = (
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    etree.LxmlError,
    expat.ExpatError,
    LookupError,
    OverflowError,
    PackageNotFoundError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
#: Relationships that may lead outside; the second is dropped from what is made.
OUTSIDE = ("/hyperlink", "/attachedTemplate")
EMBEDDED = re.compile(r"^word/(embeddings|activeX|afchunk)", re.IGNORECASE)
#: Parts that are no XML; all others are read.
BINARY = re.compile(
    r"\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|ico|svg|ttf|odttf)$"
    r"|^word/printerSettings.*\.bin$|/$",
    re.IGNORECASE,
)
#: Fields that take a file, an address or a program from outside.
FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|DATABASE|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK"
    r"|MACROBUTTON|RD)\b"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"}


def open_template(data: bytes) -> Opened:
    """The document in the bytes. Raises TemplateRefused."""
    if len(data) > MAX_BYTES:
        raise TemplateRefused("too_large")
    if data.startswith(OLD_WORD):
        raise TemplateRefused("old_word")
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
        return Document(io.BytesIO(data))
    except DAMAGED as error:
        raise TemplateRefused("not_docx") from error


def _check(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise TemplateRefused("too_large_unpacked")
    types = archive.read("[Content_Types].xml")
    names = [part.filename for part in parts]
    if b"macroEnabled" in types or any("vbaProject" in name for name in names):
        raise TemplateRefused("macros")
    if b"wordprocessingml.template" in types:
        raise TemplateRefused("dotx")
    if any(EMBEDDED.search(name) for name in names):
        raise TemplateRefused("embedded")
    for name in names:
        if not BINARY.search(name):
            _check_xml(name, archive.read(name))


def _check_xml(name: str, data: bytes) -> None:
    seen = _Seen()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.characters
    parser.StartDoctypeDeclHandler = seen.doctype
    parser.Parse(data, True)
    if name.endswith(".rels"):
        for address in seen.outside:
            raise TemplateRefused("external", address=address)
        if seen.chunk:
            raise TemplateRefused("embedded")
    if name.startswith("word/comments") and seen.comment:
        raise TemplateRefused("comments")
    if seen.tracked:
        raise TemplateRefused("tracked_changes")
    found = FETCHING.search(seen.fields)
    if found:
        raise TemplateRefused("fetching_field", field=found.group())


class _Seen:
    """What matters in the XML of one part."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.fields = ""
        self.tracked = self.comment = self.chunk = self.inside = False

    def doctype(self, *_args) -> None:
        # No Word document has one; it could name files of this machine
        raise ValueError("doctype")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _bracket, tag = f"{{{name}".rpartition("}")
        if tag == "Relationship":
            self._relationship(attributes)
        elif space + "}" == W:
            self.inside = tag == "instrText"
            self.tracked = self.tracked or tag in TRACKED
            self.comment = self.comment or tag == "comment"
            if tag == "fldSimple":
                self.fields += f" {attributes.get(W[1:] + 'instr', '')} "

    def _relationship(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "")
        self.chunk = self.chunk or kind.endswith(("/aFChunk", "/oleObject", "/control"))
        if attributes.get("TargetMode") == "External" and not kind.endswith(OUTSIDE):
            self.outside.append(attributes.get("Target", "")[:100])

    def characters(self, text: str) -> None:
        if self.inside:
            self.fields += text

    def end(self, name: str) -> None:
        if name.endswith("}instrText"):
            self.inside = False
        elif name.endswith("}fldChar") or name.endswith("}p"):
            # Instructions of two fields are not one word
            self.fields += " "


def parts_with_text(document: Opened) -> Iterator:
    """Parts of a document in which placeholders may stand: the body comes first."""
    yield document.part
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(
            ("/header", "/footer", "/footnotes")
        ):
            yield relation.target_part
