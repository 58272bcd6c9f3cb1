"""Finding memberships, whoever asks; what comes out is not for a reader's eyes."""

from kpss.addon.process.sections import process_of
from plone import api


def memberships_in(container, person: str | None = None) -> list:
    """Memberships below a body or a process; of one person when its id is given."""
    query = {} if person is None else {"kpss_person": person}
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        path="/".join(container.getPhysicalPath()),
        portal_type="kpss.Membership",
        **query,
    )
    return [brain._unrestrictedGetObject() for brain in brains]


def memberships_of(person) -> list:
    """Memberships in the whole process that name the person."""
    process = process_of(person)
    return [] if process is None else memberships_in(process, person.getId())


def reserving(process, body_id: str) -> list:
    """Memberships on seats that are reserved for members of a body."""
    return [found for found in memberships_in(process) if found.reserved_by == body_id]
