"""Vocabularies that depend on the process: its bodies, functions and parties."""

from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import seen_functions
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


def _terms(rows) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(r["id"], r["id"], r["title"]) for r in rows])


@provider(IVocabularyFactory)
def functions(context) -> SimpleVocabulary:
    """Functions of the process, by id; none that sits in a body hidden from the reader."""
    return _terms(seen_functions(context))


@provider(IVocabularyFactory)
def parties(context) -> SimpleVocabulary:
    """Parties of the process, by id."""
    return _terms(getattr(process_of(context), "parties", None) or ())
