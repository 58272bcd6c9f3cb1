"""The title of a membership, made from the names of its person and function."""

from collections.abc import Iterator
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from plone import api
from zope.lifecycleevent.interfaces import IAttributes


def label_of(membership) -> str:
    """Jana Nováková – vedoucí; of a plain member only the name."""
    person = person_by_id(membership, membership.person)
    name = person.title if person is not None else translate(_("Unknown person"))
    rows = getattr(process_of(membership), "functions", None) or ()
    title = next((r["title"] for r in rows if r["id"] == membership.function), None)
    return f"{name} – {title}" if title else name


def keep_label(membership, event=None) -> None:
    """Write the title; True when it changed. Before the catalogue looks at it."""
    label = label_of(membership)
    if membership.label != label:
        membership.label = label


def follow_person(person, event) -> None:
    """The memberships of a person who is called otherwise."""
    for membership in memberships_of(person):
        refresh(membership)


def follow_functions(process, event) -> None:
    """All memberships, when the functions of the process were edited."""
    described = event.descriptions or ()
    edited = {
        name.rpartition(".")[2]
        for part in described
        if IAttributes.providedBy(part)
        for name in part.attributes
    }
    if "functions" in edited:
        for membership in memberships_in(process):
            refresh(membership)


def refresh(membership) -> None:
    before = membership.label
    keep_label(membership)
    if membership.label != before:
        membership.reindexObject(
            idxs=["Title", "sortable_title", "SearchableText", "kpss_sort"]
        )


def memberships_of(person) -> list:
    """Memberships that name the person, in the whole process, by whoever is asked."""
    process = process_of(person)
    return [] if process is None else memberships_in(process, person=person.getId())


def memberships_in(container, person: str | None = None) -> list:
    """Memberships below a body or a process."""
    return list(_found(container, {"kpss_person": person} if person else {}))


def _found(container, query: dict) -> Iterator[IMembership]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        path="/".join(container.getPhysicalPath()),
        portal_type="kpss.Membership",
        **query,
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()
