"""Lists of a document: each begins with its own number, whatever the template has."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart


INDENT = 425
LEVELS = 9
#: Numbering of a list → format and text of a number; ``%`` stands for the number.
FORMATS = {
    "": ("bullet", "•"),
    "1": ("decimal", "%."),
    "a": ("lowerLetter", "%)"),
    "A": ("upperLetter", "%)"),
    "i": ("lowerRoman", "%)"),
    "I": ("upperRoman", "%."),
}


class Numbering:
    """The part of a document that defines its lists; made when a list is first begun."""

    def __init__(self, document: Document):
        self.document = document
        self.abstract: dict[str, int] = {}

    def begin(self, numbering: str, number: int, level: int) -> int:
        """Id of a new list that begins with a number at a level."""
        root = self._root()
        if numbering not in self.abstract:
            self.abstract[numbering] = self._define(root, numbering)
        made = _next(root, "w:num", "w:numId")
        element = OxmlElement("w:num", {qn("w:numId"): str(made)})
        abstract = str(self.abstract[numbering])
        element.append(OxmlElement("w:abstractNumId", {qn("w:val"): abstract}))
        if numbering:
            override = OxmlElement("w:lvlOverride", {qn("w:ilvl"): str(level)})
            start = OxmlElement("w:startOverride", {qn("w:val"): str(number)})
            override.append(start)
            element.append(override)
        last = root.findall(qn("w:num"))
        if last:
            last[-1].addnext(element)
        else:
            root.append(element)
        return made

    def _define(self, root, numbering: str) -> int:
        made = _next(root, "w:abstractNum", "w:abstractNumId")
        form, text = FORMATS[numbering]
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text.replace("%", f"%{level + 1}")}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDENT * (level + 1)}" '
            f'w:hanging="{INDENT}"/></w:pPr></w:lvl>'
            for level in range(LEVELS)
        )
        element = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{made}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        # Definitions stand before all lists
        first = root.find(qn("w:num"))
        if first is not None:
            first.addprevious(element)
        else:
            root.append(element)
        return made

    def _root(self):
        part = self.document.part
        try:
            return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:
            made = NumberingPart(
                PackURI("/word/numbering.xml"),
                CONTENT_TYPE.WML_NUMBERING,
                parse_xml(f"<w:numbering {nsdecls('w')}/>"),
                part.package,
            )
            part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
            return made.element


def _next(root, tag: str, attribute: str) -> int:
    """A number that no element of the kind has."""
    taken = [int(one.get(qn(attribute))) for one in root.findall(qn(tag))]
    return max(taken, default=0) + 1
