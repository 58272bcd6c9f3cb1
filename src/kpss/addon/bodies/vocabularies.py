"""Vocabularies that depend on the process: its bodies, functions and parties."""

from kpss.addon.bodies.registry import body_facts
from kpss.addon.process.sections import process_of
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def bodies(context) -> SimpleVocabulary:
    """Bodies of the process that the reader may see, by id."""
    facts = body_facts(context, unrestricted=False)
    return SimpleVocabulary([SimpleTerm(f["id"], f["id"], f["title"]) for f in facts])


def _rows(context, name: str) -> SimpleVocabulary:
    process = process_of(context)
    rows = (getattr(process, name, None) or ()) if process is not None else ()
    return SimpleVocabulary([SimpleTerm(r["id"], r["id"], r["title"]) for r in rows])


@provider(IVocabularyFactory)
def functions(context) -> SimpleVocabulary:
    """Functions of the process, by id."""
    return _rows(context, "functions")


@provider(IVocabularyFactory)
def parties(context) -> SimpleVocabulary:
    """Parties of the process, by id."""
    return _rows(context, "parties")
