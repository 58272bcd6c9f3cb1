"""What the catalogue knows of a person: by name and office, for those who may see it."""

from kpss.addon.bodies.people.person import IPerson
from kpss.addon.codelists.collation import sort_key
from kpss.addon.codelists.fulltext import full_text
from plone.indexer import indexer


@indexer(IPerson)
def kpss_sort(person) -> bytes:
    """By family name, in Czech order."""
    return sort_key(person.sort_name)


@indexer(IPerson)
def searchable_text(person) -> str:
    return full_text(person, ("title", "office"))
