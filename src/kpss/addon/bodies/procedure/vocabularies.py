"""Who may get the minutes: functions and bodies of the process, by id."""

from kpss.addon.bodies import vocabularies
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def recipients(context) -> SimpleVocabulary:
    """Functions first; a body with the id of a function is not offered."""
    functions = list(vocabularies.functions(context))
    taken = {term.value for term in functions}
    bodies = [t for t in vocabularies.bodies(context) if t.value not in taken]
    return SimpleVocabulary(functions + bodies)
