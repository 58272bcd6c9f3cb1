"""People of the process as choices, for those who may see people there."""

from Acquisition import aq_base
from collections.abc import Iterator
from kpss.addon.process.sections import process_of
from plone import api
from plone.app.content.browser.vocabulary import PERMISSIONS
from plone.base.utils import safe_text
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


VIEW_PEOPLE = "kpss.addon: View People"
#: Attributes of content that name a person: of a membership, of a task.
NAMING = ("person", "responsible")

# Both services of vocabularies ask here before they call the factory
PERMISSIONS["kpss.addon.people"] = VIEW_PEOPLE


@provider(IVocabularyFactory)
def people(context) -> SimpleVocabulary:
    """Active people by id, sorted by family name; none for who may not see people.

    A person that the context names stays among them also when archived.
    """
    process = process_of(context)
    if process is None or not api.user.has_permission(VIEW_PEOPLE, obj=process):
        return SimpleVocabulary([])
    terms = {term.value: term for term in _active(process)}
    for name in NAMING:
        named = getattr(aq_base(context), name, None)
        if isinstance(named, str) and named not in terms:
            person = person_by_id(process, named)
            title = named if person is None else person.title
            terms[named] = SimpleTerm(named, named, title)
    return SimpleVocabulary(list(terms.values()))


def _active(process) -> Iterator[SimpleTerm]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        path={"query": "/".join(process.getPhysicalPath()) + "/people", "depth": 1},
        portal_type="kpss.Person",
        review_state="active",
        sort_on="kpss_sort",
    )
    for brain in brains:
        yield SimpleTerm(brain.getId, brain.getId, safe_text(brain.Title))


def person_by_id(context, person_id: str | None):
    """The person with this id in the process of ``context``, or None."""
    process = process_of(context)
    section = process.get("people") if process is not None else None
    return section.get(person_id) if section is not None and person_id else None
