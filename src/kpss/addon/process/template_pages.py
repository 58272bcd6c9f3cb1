"""Starting pages in the town template: stock documents in the process (NAM-02..17)."""

from functools import partial
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_compare import as_data
from kpss.addon.process.template_compare import Attributes
from kpss.addon.process.template_compare import field_rows
from kpss.addon.process.template_compare import values
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import creation_row
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_values import key
from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from plone.app.dexterity.behaviors.metadata import IBasic
from typing import Any
from zope.component import adapter
from zope.interface import implementer


KEYS = (
    key("title", IBasic["title"]),
    key("description", IBasic["description"]),
    key("text", IRichTextBehavior["text"]),
)


@implementer(ITemplateSection)
@adapter(IProcess)
class Pages:
    """Documents that stand directly in the process, in their order."""

    order = 70
    what = _("Page")

    def __init__(self, process):
        self.process = process

    def export(self) -> Any:
        content = self.process.objectValues()
        documents = [page for page in content if page.portal_type == "Document"]
        return [
            {"id": p.getId(), **as_data(KEYS, Attributes(p))} for p in documents
        ] or None

    def rows(self, data, ticked):
        rows: list[Row] = []
        for position, item in enumerate(data):
            place, page = f"pages[{position}]", self.process.get(item["id"])
            if page is not None and page.portal_type == "Document":
                holder, title = Attributes(page), page.title
                rows += field_rows(
                    holder, KEYS, item, place=place, what=self.what, title=title
                )
            else:
                row = creation_row(
                    self.process,
                    item,
                    key=place,
                    what=self.what,
                    write=partial(self.add, item),
                )
                rows.append(row)
        return rows

    def add(self, item: dict) -> None:
        add_content(self.process, "Document", item["id"], **values(KEYS, item))
