"""How a code list becomes a Plone vocabulary."""

from collections.abc import Iterable
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Pairs of code and title.
Items = Iterable[tuple[str, Message]]


def vocabulary(items: Items) -> SimpleVocabulary:
    """A vocabulary whose values and tokens are the codes."""
    return SimpleVocabulary([SimpleTerm(code, code, title) for code, title in items])


def factory(items: Items):
    """A named-utility factory for a list that does not depend on the context."""
    codes = tuple(items)

    @provider(IVocabularyFactory)
    def create(context=None) -> SimpleVocabulary:
        return vocabulary(codes)

    return create


def title_of(items: Items, code: str) -> Message | str:
    """The title of a code; the code itself when the list does not have it."""
    return dict(items).get(code, code)
