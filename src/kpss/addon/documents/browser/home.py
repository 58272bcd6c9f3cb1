"""Documents on the home page of a process."""

from datetime import date
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.documents.searching import search
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


SHOWN = 5


class DocumentsHome(ViewletBase):
    """What is in force today, and where to find how it came to be."""

    weight = 25

    @property
    def rows(self) -> list[dict]:
        section = self.context.get("documents")
        found = search(section, "in_force", on=date.today()) if section else []
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "kind": kind_title(self.context, brain.kpss_document["kind"]),
            }
            for brain in found[:SHOWN]
        ]

    @property
    def takes_part(self) -> bool:
        return bool(api.user.has_permission(TAKE_PART, obj=self.context))
