"""What other documents say of themselves after an approval."""

from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.process.sections import process_of


#: Indexes and the column that follow from the dates.
OF_DATES = ["kpss_in_force_from", "kpss_in_force_to", "kpss_document", "review_state"]


def reindex_repealed(document, event) -> None:
    """What an approved document repeals has a last day now."""
    if event.after.status != APPROVED:
        return
    documents = IApprovals(process_of(document))
    for key in document.repeals or ():
        old = documents.get(key)
        if old is not None:
            old.reindexObject(idxs=OF_DATES)
