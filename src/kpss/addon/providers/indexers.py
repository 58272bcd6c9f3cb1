"""What full-text search finds in an organisation."""

from kpss.addon.codelists.fulltext import full_text
from kpss.addon.providers.organisation import IOrganisation
from plone.indexer import indexer


@indexer(IOrganisation)
def searchable_text(organisation) -> str:
    return full_text(organisation, ("id", "title", "ico", "description"))
