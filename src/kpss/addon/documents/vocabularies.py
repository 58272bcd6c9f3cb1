"""Documents of the process that the reader may see."""

from kpss.addon.documents.fields import documents_of
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def documents(context) -> SimpleVocabulary:
    """By id, in Czech order; drafts only for those who may see them."""
    section = documents_of(context)
    if not section:
        return SimpleVocabulary([])
    brains = api.portal.get_tool("portal_catalog").searchResults(
        path={"query": "/".join(section.getPhysicalPath()), "depth": 1},
        portal_type="kpss.Document",
        sort_on="kpss_sort",
    )
    return SimpleVocabulary(
        [SimpleTerm(one.getId, one.getId, one.Title) for one in brains]
    )
