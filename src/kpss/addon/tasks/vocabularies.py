"""Choices of a task that depend on the process and on who reads."""

from Acquisition import aq_base
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.fields import own_id
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.finding import tasks_section
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.interfaces import IImposes
from kpss.addon.tasks.rules import UNFINISHED
from plone import api
from plone.base.utils import safe_text
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: How many resolutions are offered; older ones impose tasks from their own page.
OFFERED = 50


@provider(IVocabularyFactory)
def tasks(context) -> SimpleVocabulary:
    """Unfinished tasks of the process that the reader may see, in Czech order.

    Also those that the context waits for already, never itself.
    """
    section = tasks_section(context)
    if section is None:
        return SimpleVocabulary([])
    brains = api.portal.get_tool("portal_catalog").searchResults(
        path={"query": "/".join(section.getPhysicalPath()), "depth": 1},
        portal_type="kpss.Task",
        sort_on="kpss_sort",
    )
    stored = getattr(aq_base(context), "depends_on", None) or ()
    return SimpleVocabulary(
        [
            SimpleTerm(one.getId, one.getId, safe_text(one.Title))
            for one in brains
            if one.getId in stored
            or (one.review_state in UNFINISHED and one.getId != own_id(context))
        ]
    )


@provider(IVocabularyFactory)
def imposers(context) -> SimpleVocabulary:
    """The newest resolutions that the reader may see, and the one that is stored."""
    process = process_of(context)
    if process is None:
        return SimpleVocabulary([])
    brains = api.portal.get_tool("portal_catalog").searchResults(
        path="/".join(process.getPhysicalPath()),
        object_provides=IImposes.__identifier__,
        sort_on="kpss_order",
        sort_order="descending",
        sort_limit=OFFERED,
    )
    found = {brain.UID: brain.getObject() for brain in brains[:OFFERED]}
    stored = getattr(context, "imposed_by", None)
    if isinstance(stored, str) and stored not in found:
        found[stored] = imposer_of(context, stored)
    terms = (
        SimpleTerm(uid, uid, imposer_title(obj))
        for uid, obj in found.items()
        if uid == stored or IImposer(obj).refused is None
    )
    return SimpleVocabulary(list(terms))


def imposer_title(obj) -> str:
    """What a choice calls it, for who may see it."""
    if obj is None or not api.user.has_permission("View", obj=obj):
        return "–"
    return f"{translate(IImposer(obj).label)}: {obj.title}"
