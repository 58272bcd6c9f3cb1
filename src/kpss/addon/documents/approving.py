"""What the approval asks of documents: those approved, and annexes that follow."""

from datetime import date
from kpss.addon.approval.indexed import indexed
from kpss.addon.approval.indexed import indexed_in
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.interfaces import IFollowers
from kpss.addon.approval.interfaces import IPinnedWith
from kpss.addon.approval.pinning import as_of
from kpss.addon.approval.pinning import copy_of
from kpss.addon.approval.rules.states import APPROVED_INTERNAL
from kpss.addon.approval.rules.states import OPEN_STATES
from kpss.addon.approval.rules.states import STEP_STATES
from kpss.addon.documents.document import Document
from kpss.addon.documents.document import IDocument
from kpss.addon.process.process import IProcess
from kpss.addon.process.sections import process_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IApprovals)
@adapter(IProcess)
class Approvals:
    """The documents of a process, whoever may see them."""

    def __init__(self, process):
        self.process = process

    def approved(self) -> list[Document]:
        return self._in((*OPEN_STATES, APPROVED_INTERNAL))

    def under_way(self) -> list[Document]:
        return self._in(STEP_STATES)

    def _in(self, states: tuple[str, ...]) -> list[Document]:
        brains = indexed(
            path="/".join(self.process.getPhysicalPath()) + "/documents",
            portal_type="kpss.Document",
            review_state=states,
            sort_on="kpss_sort",
        )
        found = [one._unrestrictedGetObject() for one in brains]
        return [one for one in found if not one.annex_of]

    def get(self, document_id: str) -> Document | None:
        section = self.process.get("documents")
        return section.get(document_id) if section is not None else None


def annexes_of(document) -> list[Document]:
    """Its annexes in order of number, whoever may see them."""
    section = process_of(document).get("documents")
    found = indexed_in([section], "kpss_annex_of", document.getId())
    return sorted(found, key=lambda one: (one.annex_number or 0, one.getId()))


@implementer(IFollowers)
@adapter(IDocument)
class Annexes:
    """Annexes have the state of their main document."""

    def __init__(self, context):
        self.context = context

    def followers(self) -> list[Document]:
        return annexes_of(self.context)


@implementer(IPinnedWith)
@adapter(IDocument)
class PinnedAnnexes:
    """A body sees the annexes together with the document."""

    def __init__(self, context):
        self.context = context

    def data(self, on: date | None) -> dict:
        annexes = annexes_of(self.context)
        copies = [copy_of(as_of(one, on)[0] if on else one, one) for one in annexes]
        return {"annexes": copies} if copies else {}
