"""The part of plone.exportimport with what stands in annotations of the site.

Pinned copies, numbers and what people chose of letters; each room says what of its own
is to go and how it comes in. Nothing that is there already is changed by an import.
"""

from kpss.addon.approval.pinning import copies_brought
from kpss.addon.approval.pinning import copies_to_carry
from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.meetings.polling.kept import polls_brought
from kpss.addon.meetings.polling.kept import polls_to_carry
from kpss.addon.meetings.records import records_brought
from kpss.addon.meetings.records import records_to_carry
from kpss.addon.meetings.visibility import settle_papers
from kpss.addon.notices.outbox import choices_brought
from kpss.addon.notices.outbox import choices_to_carry
from kpss.addon.numbering.book import numbers_brought
from kpss.addon.numbering.book import numbers_to_carry
from pathlib import Path
from plone.exportimport.exporters.base import BaseExporter
from plone.exportimport.importers.base import BaseImporter
from plone.exportimport.interfaces import INamedExporter
from plone.exportimport.interfaces import INamedImporter
from plone.exportimport.utils.content import object_from_uid
from Products.CMFCore.indexing import processQueue
from zope.interface import implementer


NAME = "kpss_records"


@implementer(INamedExporter)
class RecordsExporter(BaseExporter):
    """One file; of a part of the site only the records of that part."""

    name = NAME

    def dump(self) -> list[Path]:
        chosen = self.exported_content()
        uids = None if chosen is None else set(chosen)
        data = {
            "pinned": copies_to_carry(uids),
            "numbers": numbers_to_carry(uids),
            "meetings": records_to_carry(uids),
            "polls": polls_to_carry(uids),
        }
        if uids is None:
            data["letters"] = choices_to_carry()
        return [self._dump(data)]


@implementer(INamedImporter)
class RecordsImporter(BaseImporter):
    """After the content: ``made`` are the UIDs of what has come."""

    name = NAME
    made: tuple[str, ...] = ()

    def do_import(self) -> str:
        data = self._read() or {}
        refused = copies_brought(data.get("pinned") or {})
        numbers_brought(data.get("numbers") or {})
        records_brought(data.get("meetings") or {})
        polls_brought(data.get("polls") or {})
        settle_papers()
        choices_brought(data.get("letters") or {})
        rebuild()
        self.reindex()
        self._commit("Records of kpss.addon")
        said = f", {refused} copies that are not what was pinned" if refused else ""
        return f"{self.__class__.__name__}: Imported records{said}"

    def reindex(self) -> None:
        """Documents, bodies and people say of each other what was not there before."""
        processQueue()
        for number, uid in enumerate(self.made, 1):
            obj = object_from_uid(uid)
            if obj is not None:
                modified = obj.modification_date
                obj.reindexObject()
                obj.modification_date = modified
            if not number % self.savepoint_after:
                self._savepoint()
