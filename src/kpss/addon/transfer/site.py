"""Export and import of a site with the add-on; registered in the site by the profile."""

from kpss.addon.interfaces import IKpssContent
from kpss.addon.transfer.attributes import Deserializer
from kpss.addon.transfer.attributes import KEY
from kpss.addon.transfer.attributes import Serializer
from kpss.addon.transfer.records import NAME
from kpss.addon.transfer.records import RecordsExporter
from kpss.addon.transfer.records import RecordsImporter
from plone import api
from plone.exportimport.exporters import Exporter
from plone.exportimport.exporters.content import ContentExporter
from plone.exportimport.importers import Importer
from plone.exportimport.importers.content import ContentImporter
from typing import Any


CONTENT = "plone.{}.content"
FINAL = "plone.importer.final"


class KpssContentExporter(ContentExporter):
    """Ours by its attributes, other content as ever."""

    def _serializer(self, obj):
        if IKpssContent.providedBy(obj):
            return Serializer(obj, self.request)
        return super()._serializer(obj)


class KpssContentImporter(ContentImporter):
    """``made``: UIDs of content of ours that has come."""

    def __init__(self, site):
        super().__init__(site)
        self.made: list[str] = []

    def construct(self, item: dict[str, Any]):
        ours = KEY in item
        if ours and item.get("workflow_history"):
            # The state comes with the history; on the way there nothing is decided,
            # numbered or told anew
            item = {**item, "review_state": None}
        obj = super().construct(item)
        if ours and obj is not None:
            self.made.append(obj.UID())
            for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(obj):
                workflow.updateRoleMappingsFor(obj)
        return obj

    def deserialize(self, data, obj, config):
        # Asked by the data: a file written by hand has none of ours
        self._by_attributes = KEY in data and IKpssContent.providedBy(obj)
        return super().deserialize(data, obj, config)

    def _deserializer(self, obj):
        if self._by_attributes:
            return Deserializer(obj, self.request)
        return super()._deserializer(obj)


class KpssExporter(Exporter):
    """Stock exporters, with our content and our records."""

    def all_exporters(self):
        found = super().all_exporters()
        found[CONTENT.format("exporter")] = KpssContentExporter(self.site)
        found[NAME] = RecordsExporter(self.site)
        return found


class KpssImporter(Importer):
    """Stock importers, with our content and our records; the final one stays last."""

    def all_importers(self):
        found = super().all_importers()
        content = KpssContentImporter(self.site)
        records = RecordsImporter(self.site)
        records.made = content.made
        found[CONTENT.format("importer")] = content
        final = found.pop(FINAL, None)
        found[NAME] = records
        if final is not None:
            found[FINAL] = final
        return found
