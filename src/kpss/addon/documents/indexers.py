"""What the catalogue knows of documents; everybody who sees one may read it."""

from kpss.addon.documents.document import IDocument
from plone.indexer import indexer


@indexer(IDocument)
def kpss_kind(document) -> str:
    if not document.document_kind:
        raise AttributeError("kpss_kind")
    return document.document_kind


@indexer(IDocument)
def kpss_annex_of(document) -> str:
    if not document.annex_of:
        raise AttributeError("kpss_annex_of")
    return document.annex_of
