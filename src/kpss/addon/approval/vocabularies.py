"""Kinds of documents that a process knows."""

from kpss.addon.codelists.codelist import vocabulary
from kpss.addon.codelists.documents import DOCUMENT_KINDS
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


def kinds_of(context) -> list[tuple[str, Message | str]]:
    """Code and title of every kind: the usual ones, then those of the process itself."""
    own = getattr(process_of(context), "document_kinds", None) or ()
    usual = dict(DOCUMENT_KINDS)
    return [
        *DOCUMENT_KINDS,
        *((row["id"], row["title"]) for row in own if row["id"] not in usual),
    ]


def kind_title(context, kind: str) -> Message | str:
    """What a kind of documents is called; the code itself where nobody knows it."""
    return dict(kinds_of(context)).get(kind, kind)


@provider(IVocabularyFactory)
def document_kinds(context) -> SimpleVocabulary:
    return vocabulary(kinds_of(context))
