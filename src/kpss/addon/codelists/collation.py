"""Czech alphabetical order: č after c, ch after h."""

from czech_sort import bytes_key
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer


def sort_key(text: str) -> bytes:
    """Key for sorting titles as a Czech dictionary does."""
    return bytes_key(text or "")


@indexer(IDexterityContent)
def kpss_sort(obj) -> bytes:
    """``sortable_title`` folds diacritics away, so our lists sort by this index."""
    if not obj.portal_type.startswith("kpss."):
        raise AttributeError("kpss_sort")
    return sort_key(obj.title)
