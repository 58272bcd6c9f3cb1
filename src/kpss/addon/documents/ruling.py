"""Rules of procedure that come from an approved document take its dates (decision 27).

The dates of a document are known from the moment it is approved, and those of what it
repeals with them; so they are written into the rules then, and when the rules are saved.
"""

from datetime import date
from kpss.addon.approval.case import case_of
from kpss.addon.approval.indexed import indexed
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.validity import last_day
from kpss.addon.approval.standing import validities
from kpss.addon.bodies.ledger.keeping import keep_rules
from kpss.addon.documents.fields import DocumentRef
from kpss.addon.i18n import _
from kpss.addon.process.sections import process_of
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from Products.CMFCore.indexing import processQueue
from zope.interface import provider


READ = "kpss.addon.TakePartInApproval"


@provider(IFormFieldProvider)
class IFromDocument(model.Schema):
    """``kpss.of_document`` for ``kpss.Rules``."""

    # An id is made from a title, which not everybody may know
    directives.read_permission(document_id=READ)
    directives.order_after(document_id="IRules.document")
    document_id = DocumentRef(
        title=_("Approved document in this process"),
        description=_(
            "The rules are in force on the same days as the document, from its approval "
            "on. Without it they have days of their own."
        ),
        required=False,
    )


def days_of_document(rules) -> tuple[date | None, date | None] | None:
    """First and last day in force of the document; None: it is not approved."""
    process = process_of(rules)
    document_id = getattr(rules, "document_id", None)
    document = IApprovals(process).get(document_id) if process and document_id else None
    if document is None:
        return None
    case = case_of(document)
    if case.standing.status != APPROVED:
        return None
    return case.validity.first, last_day(case.validity, validities(process))


def take_days(rules) -> bool:
    """Give the rules the days of their document; whether they had others."""
    days = days_of_document(rules)
    if days is None or days == (rules.valid_from, rules.valid_to):
        return False
    rules.valid_from, rules.valid_to = days
    rules.reindexObject()
    # Rosters and rights follow from the days of the rules
    keep_rules(rules, None)
    return True


def rules_saved(rules, event) -> None:
    """Added or changed."""
    take_days(rules)


def rules_follow(document, event) -> None:
    """The document was approved: its rules, and those of what it repeals."""
    if event.after.status != APPROVED:
        return
    process = process_of(document)
    # What it repeals has a last day as soon as the catalogue knows the approval
    document.reindexObject(idxs=["review_state"])
    processQueue()
    brains = indexed(
        path="/".join(process.getPhysicalPath()) + "/bodies", portal_type="kpss.Rules"
    )
    for brain in brains:
        take_days(brain._unrestrictedGetObject())
