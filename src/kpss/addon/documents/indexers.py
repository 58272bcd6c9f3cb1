"""What the catalogue knows of documents; everybody who sees one may read it."""

from kpss.addon.approval.case import case_of
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.validity import last_day
from kpss.addon.approval.standing import validities
from kpss.addon.documents.document import Document
from kpss.addon.documents.document import IDocument
from plone.indexer import indexer


#: Stands for a last day that is not known; later than any other.
OPEN_END = "9999-12-31"


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


@indexer(IDocument)
def kpss_author_body(document) -> str:
    if not document.author_body:
        raise AttributeError("kpss_author_body")
    return document.author_body


@indexer(IDocument)
def kpss_in_force_from(document) -> str:
    """ISO day; only of what was approved, so annexes are not listed by themselves."""
    first, _last = days_of(document)
    if first is None:
        raise AttributeError("kpss_in_force_from")
    return first


@indexer(IDocument)
def kpss_in_force_to(document) -> str:
    first, last = days_of(document)
    if first is None:
        raise AttributeError("kpss_in_force_to")
    return last or OPEN_END


@indexer(IDocument)
def kpss_document(document) -> dict[str, str | int | None]:
    """What lists say of a document; no references, no people."""
    first, last = days_of(document)
    return {
        "kind": document.document_kind,
        "period": document.period,
        "reference_number": document.reference_number,
        "annex_number": document.annex_number,
        "from": first,
        "to": last,
    }


def days_of(document: Document) -> tuple[str | None, str | None]:
    """First and last day in force as ISO texts."""
    if document.annex_of:
        return None, None
    case = case_of(document)
    if case.process is None or not case.moving:
        return None, None
    if case.standing.status != APPROVED:
        return None, None
    first = case.validity.first
    last = last_day(case.validity, validities(case.process))
    return first and first.isoformat(), last.isoformat() if last else None
