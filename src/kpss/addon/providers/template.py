"""Organisations in the town template (BER-25, BER-40, ZAT-32)."""

from functools import partial
from kpss.addon.codelists.collation import sort_key
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_compare import as_data
from kpss.addon.process.template_compare import Attributes
from kpss.addon.process.template_compare import field_rows
from kpss.addon.process.template_compare import values
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import creation_row
from kpss.addon.process.template_content import section_of
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_values import Key
from kpss.addon.providers.organisation import IOrganisation
from typing import Any
from zope.component import adapter
from zope.interface import implementer


NAMES = ("title", "kind", "scope", "founder", "ico", "url", "description")
KEYS = tuple(Key((name,), IOrganisation[name]) for name in NAMES)


@implementer(ITemplateSection)
@adapter(IProcess)
class Organisations:
    """The folder of organisations; in the template they come in alphabetical order."""

    order = 40
    what = _("Organisation")

    def __init__(self, process):
        self.process = process
        self.section = section_of(process, "providers")

    def export(self) -> Any:
        found = sorted(
            self.section.objectValues(), key=lambda o: (sort_key(o.title), o.getId())
        )
        return [
            {"id": o.getId(), **as_data(KEYS, Attributes(o))} for o in found
        ] or None

    def rows(self, data, ticked):
        rows: list[Row] = []
        for position, item in enumerate(data):
            place, present = f"organisations[{position}]", self.section.get(item["id"])
            if present is None:
                row = creation_row(
                    self.section,
                    item,
                    key=place,
                    what=self.what,
                    write=partial(self.add, item),
                )
                rows.append(row)
            else:
                holder, title = Attributes(present), present.title
                rows += field_rows(
                    holder, KEYS, item, place=place, what=self.what, title=title
                )
        return rows

    def add(self, item: dict) -> None:
        add_content(self.section, "kpss.Organisation", item["id"], **values(KEYS, item))
