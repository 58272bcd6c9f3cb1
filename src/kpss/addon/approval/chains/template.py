"""Approval chains in the town template."""

from collections.abc import Iterator
from functools import partial
from kpss.addon.approval.chains.chain import IApprovalChain
from kpss.addon.approval.chains.reading import chain_content
from kpss.addon.approval.chains.reading import contents_of
from kpss.addon.approval.chains.reading import SECTION
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_content import creation_row
from kpss.addon.process.template_content import section_of
from kpss.addon.process.template_data import canonical
from kpss.addon.process.template_data import key_rows
from kpss.addon.process.template_row import Row
from typing import Any
from zope.component import adapter
from zope.interface import implementer


#: Keys of the template beside the id; a chain that is not active says so.
NAMES = ("title", "document_kinds", "purpose", "active", "source", "steps")
FIELDS = {name: IApprovalChain[name].title for name in NAMES}


@implementer(ITemplateSection)
@adapter(IProcess)
class Chains:
    """The folder of chains; their order in the template is their order there."""

    order = 60
    what = _("Approval chain")

    def __init__(self, process):
        self.process = process
        self.section = section_of(process, SECTION)

    def export(self) -> Any:
        return [as_data(chain) for chain in contents_of(self.process)] or None

    def rows(self, data, ticked):
        rows: list[Row] = []
        for position, item in enumerate(data):
            place = f"chains[{position}]"
            present = chain_content(self.process, item["id"])
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
                rows += self.compared(present, item, place)
        return rows

    def compared(self, present, item: dict, place: str) -> Iterator[Row]:
        return key_rows(
            {"active": True, **as_data(present)},
            wanted(item),
            place,
            what=self.what,
            fields=FIELDS,
            target=present,
            write=partial(setattr, present),
        )

    def add(self, item: dict) -> None:
        values = {name: value for name, value in wanted(item).items() if name != "id"}
        add_content(self.section, "kpss.ApprovalChain", item["id"], **values)


def wanted(item: dict) -> dict[str, Any]:
    """What the template says; that a chain is not active is no empty value."""
    said = {"active": item["active"]} if "active" in item else {}
    return {**canonical(item), **said}


def as_data(chain) -> dict[str, Any]:
    """The chain as an item of the template."""
    values = {name: getattr(chain, name) for name in NAMES if name != "active"}
    found = {"id": chain.getId(), **canonical(values)}
    return found if chain.active else {**found, "active": False}
