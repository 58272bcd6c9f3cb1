"""Stages in the town template: kept as data in its form (NAM-18 to NAM-43)."""

from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_data import canonical
from kpss.addon.process.template_data import key_rows
from kpss.addon.process.template_lists import add_row
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import Row
from typing import Any
from zope.component import adapter
from zope.interface import implementer


FIELDS = {"title": _("Title"), "steps": _("Steps")}


@implementer(ITemplateSection)
@adapter(IProcess)
class Stages:
    """A list of mappings with ids; existing ones are compared key by key."""

    order = 60
    what = _("Stage")

    def __init__(self, process):
        self.process = process

    def items(self) -> list[dict]:
        return self.process.stages or []

    def export(self) -> Any:
        return [canonical(item) for item in self.items()] or None

    def rows(self, data, ticked):
        present = {item["id"]: canonical(item) for item in self.items()}
        rows: list[Row] = []
        for position, item in enumerate(data):
            place, wanted = f"stages[{position}]", canonical(item)
            if item["id"] in present:
                rows += key_rows(
                    present[item["id"]],
                    wanted,
                    place,
                    what=self.what,
                    fields=FIELDS,
                    target=self.process,
                    write=lambda name, value, stage=item["id"]: self.set(
                        stage, name, value
                    ),
                )
            else:
                rows.append(self.new_row(wanted, place))
        return rows

    def new_row(self, wanted: dict, place: str) -> Row:
        return Row(
            key=place,
            what=self.what,
            title=wanted["title"],
            verdict=CREATE,
            write=lambda: add_row(self.process, "stages", wanted),
            target=self.process,
        )

    def set(self, stage: str, name: str, value: Any) -> None:
        self.process.stages = [
            {**item, name: value} if item["id"] == stage else item
            for item in self.items()
        ]
