"""What a document tells beside its text: the municipality, and nobody's name."""

from datetime import datetime
from datetime import time
from datetime import UTC
from docx.document import Document
from docx.oxml.ns import qn
from kpss.addon.printing.paper import clean
from kpss.addon.printing.paper import Paper


#: Properties that a template brings and that are nobody's business.
EMPTIED = (
    *("category", "comments", "content_status", "identifier", "keywords", "subject"),
    "version",
)
LONGEST = 255
#: Parts about authors, the office's systems and how the template looked.
DROPPED = (
    *("/custom-properties", "/thumbnail", "/customXml", "/people", "/attachedTemplate"),
    *("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible"),
    "/mailMergeSource",
)
PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>kpss.addon</Application></Properties>'
)
SETTINGS = ("w:attachedTemplate", "w:mailMerge", "w:docVars", "w:rsids")


def forget_people(document: Document, paper: Paper) -> None:
    """The document is of the municipality, of that day; nobody wrote its template."""
    properties = document.core_properties
    for name in EMPTIED:
        setattr(properties, name, "")
    properties.author = clean(paper.municipality)[:LONGEST]
    properties.last_modified_by = clean(paper.municipality)[:LONGEST]
    properties.title = clean(paper.title)[:LONGEST]
    properties.language = paper.language
    properties.revision = 1
    made = datetime.combine(paper.day, time(12), UTC).replace(tzinfo=None)
    properties.created = properties.modified = properties.last_printed = made
    package = document.part.package
    settings = [
        one.target_part
        for one in document.part.rels.values()
        if one.reltype.endswith("/settings")
    ]
    for owner in (package, document.part, *settings):
        for key in [
            key for key, one in owner.rels.items() if one.reltype.endswith(DROPPED)
        ]:
            del owner.rels[key]
    for one in package.rels.values():
        if one.reltype.endswith("/extended-properties"):
            one.target_part._blob = PROGRAM
    for part in settings:
        for name in SETTINGS:
            for one in part.element.findall(qn(name)):
                part.element.remove(one)
