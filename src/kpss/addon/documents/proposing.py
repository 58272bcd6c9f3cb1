"""Ideas and source materials that members of a body put forward (BER-62, BER-72).

They are documents of the body like others, internal from the beginning; who put one
forward may edit it until the body submits it.
"""

from html import escape
from kpss.addon.documents.document import Document
from kpss.addon.process.sections import process_of
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent
import re


PROPOSE = "kpss.addon: Propose"
IDEA, SOURCE_MATERIAL = "idea", "source_material"
#: Kinds that members put forward.
PROPOSED_KINDS = (IDEA, SOURCE_MATERIAL)


class IDocumentProposed(IObjectEvent):
    """A member of a body has put something forward."""


@implementer(IDocumentProposed)
class DocumentProposed(ObjectEvent):
    """See IDocumentProposed."""


def propose(
    body, *, kind: str, title: str, text: str, file: NamedBlobFile | None
) -> Document:
    """A draft of the body in the section of documents.

    Asked of the body: its members may add nothing to the section by other ways.
    """
    made = createContent(
        "kpss.Document",
        title=title,
        document_kind=kind,
        purpose="adoption",
        author_body=body.getId(),
        text=rich(text),
        file=file,
        internal=True,
    )
    section = process_of(body)["documents"]
    document = addContentToContainer(section, made, checkConstraints=False)
    notify(DocumentProposed(document))
    return document


def rich(text: str) -> RichTextValue | None:
    """Paragraphs as HTML; marks that were typed are text."""
    if not text:
        return None
    lines = escape(text).replace("\r\n", "\n")
    paragraphs = re.split(r"\n\s*\n", lines)
    found = "".join(f"<p>{one}</p>" for one in paragraphs).replace("\n", "<br />")
    return RichTextValue(found, "text/html", "text/x-html-safe")
