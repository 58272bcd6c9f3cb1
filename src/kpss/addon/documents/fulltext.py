"""Full text of a document: its own words and those of its file."""

from kpss.addon.codelists.fulltext import full_text
from kpss.addon.documents.document import IDocument
from plone import api
from plone.indexer import indexer
from Products.PortalTransforms.libtransforms.utils import MissingBinary


FIELDS = ("title", "description", "text", "reference_number", "period")


@indexer(IDocument)
def searchable_text(document) -> str:
    """What everybody who sees the document may read in it, and nothing else."""
    words = [full_text(document, FIELDS), file_text(document.file)]
    return " ".join(word for word in words if word)


def file_text(value) -> str:
    """The text of a file by the transforms of the site; nothing where there is none."""
    if value is None or not value.getSize():
        return ""
    transforms = api.portal.get_tool("portal_transforms")
    try:
        found = transforms.convertTo(
            "text/plain",
            value.data,
            mimetype=value.contentType,
            filename=value.filename,
        )
    except (MissingBinary, UnicodeError):
        return ""
    text = found.getData() if found is not None else ""
    # A plain text comes back as it was sent
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text
