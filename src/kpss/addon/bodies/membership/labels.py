"""The title of a membership, made from the names of its person and function."""

from kpss.addon.bodies.membership.finding import memberships_in
from kpss.addon.bodies.membership.finding import memberships_of
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from zope.lifecycleevent.interfaces import IAttributes


def label_of(membership) -> str:
    """Jana Nováková – vedoucí; of a plain member only the name."""
    person = person_by_id(membership, membership.person)
    name = person.title if person is not None else translate(_("Unknown person"))
    rows = getattr(process_of(membership), "functions", None) or ()
    title = next((r["title"] for r in rows if r["id"] == membership.function), None)
    return f"{name} – {title}" if title else name


def keep_label(membership, event=None) -> None:
    """Write the title; the catalogue looks at it afterwards."""
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
