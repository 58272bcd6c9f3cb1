"""What the catalogue knows of the days in force follows every approval."""

from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.process.sections import process_of
from Products.CMFCore.indexing import processQueue


#: Indexes and the column that follow from the dates.
OF_DATES = ["kpss_in_force_from", "kpss_in_force_to", "kpss_document"]


def reindex_days(document, event) -> None:
    """An approved document, and what it repeals: that has a last day now."""
    if event.after.status != APPROVED:
        return
    documents = IApprovals(process_of(document))
    repealed = [documents.get(key) for key in document.repeals or ()]
    # One after the other: the days of what is repealed follow from the first
    processQueue()
    for one in (document, *repealed):
        if one is not None:
            one.reindexObject(idxs=OF_DATES)
