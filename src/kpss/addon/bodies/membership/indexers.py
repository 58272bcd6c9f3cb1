"""What the catalogue knows of a membership: whose it is; no column says anything of it."""

from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.codelists.collation import sort_key
from plone.indexer import indexer


@indexer(IMembership)
def kpss_person(membership) -> str:
    """The id of its person in the process."""
    if not membership.person:
        raise AttributeError("kpss_person")
    return membership.person


@indexer(IMembership)
def kpss_sort(membership) -> bytes:
    """By the family name of its person."""
    person = person_by_id(membership, membership.person)
    return sort_key(membership.title if person is None else person.sort_name)


@indexer(IMembership)
def searchable_text(membership) -> str:
    return membership.title
