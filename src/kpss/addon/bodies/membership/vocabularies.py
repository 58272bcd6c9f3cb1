"""Choices of a membership, from its process and its body.

What a membership has stored stays among the choices of those who may change it.
"""

from Acquisition import aq_base
from Acquisition import aq_chain
from collections.abc import Iterable
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.registry import seen_functions
from kpss.addon.process.sections import process_of
from plone import api
from plone.app.content.browser.vocabulary import PERMISSIONS
from plone.base.utils import safe_text
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


VIEW_ROSTER = "kpss.addon: View Roster"

# Both services of vocabularies ask here before they call the factory
PERMISSIONS["kpss.addon.memberships_of_body"] = VIEW_ROSTER

#: Pairs of id and title.
Pairs = Iterable[tuple[str, str]]


@provider(IVocabularyFactory)
def organisations(context) -> SimpleVocabulary:
    """Organisations of the process that the reader may see, by id."""
    process = process_of(context)
    if process is None:
        return SimpleVocabulary([])
    found = _children(f"{_path(process)}/providers", "kpss.Organisation", seen=True)
    return _vocabulary(found, context, "organisation")


@provider(IVocabularyFactory)
def units(context) -> SimpleVocabulary:
    """Territory units of the process, by id."""
    rows = getattr(process_of(context), "units", None) or ()
    return _vocabulary(((r["id"], r["title"]) for r in rows), context, "unit")


@provider(IVocabularyFactory)
def functions_of_body(context) -> SimpleVocabulary:
    """Functions that may be held in the body: its own, and those of no body."""
    body = _body(context)
    here = (None, "", body.getId()) if body is not None else (None, "")
    rows = [row for row in seen_functions(context) if row.get("body") in here]
    return _vocabulary(((r["id"], r["title"]) for r in rows), context, "function")


@provider(IVocabularyFactory)
def memberships_of_body(context) -> SimpleVocabulary:
    """The other memberships of the body by id; none for who may not see its roster."""
    body = _body(context)
    if body is None or not api.user.has_permission(VIEW_ROSTER, obj=body):
        return SimpleVocabulary([])
    own = context.getId() if hasattr(aq_base(context), "substitute_of") else None
    found = _children(_path(body), "kpss.Membership", review_state="recorded")
    return _vocabulary(
        (pair for pair in found if pair[0] != own), context, "substitute_of"
    )


def _body(context):
    chain = aq_chain(context)
    return next((obj for obj in chain if IBody.providedBy(obj)), None)


def _path(obj) -> str:
    return "/".join(obj.getPhysicalPath())


def _children(path: str, portal_type: str, *, seen: bool = False, **query) -> Pairs:
    """Ids and titles in Czech order; ``seen``: only what the reader may see."""
    catalog = api.portal.get_tool("portal_catalog")
    search = catalog.searchResults if seen else catalog.unrestrictedSearchResults
    brains = search(
        path={"query": path, "depth": 1},
        portal_type=portal_type,
        sort_on="kpss_sort",
        **query,
    )
    return [(brain.getId, safe_text(brain.Title)) for brain in brains]


def _vocabulary(pairs: Pairs, context, attribute: str) -> SimpleVocabulary:
    titles = dict(pairs)
    stored = getattr(aq_base(context), attribute, None)
    if isinstance(stored, str) and stored not in titles and _may_change(context):
        titles[stored] = stored
    return SimpleVocabulary([SimpleTerm(i, i, title) for i, title in titles.items()])


def _may_change(context) -> bool:
    return api.user.has_permission("Modify portal content", obj=context)
