"""Stages and approval chains: kept as data in the form of the template."""

from collections.abc import Iterator
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_lists import add_row
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import differing
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_values import tidy
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ITemplateSection)
@adapter(IProcess)
class DataSection:
    """A list of mappings with ids; existing ones are compared key by key."""

    order = 60
    attribute: str
    what: Any

    def __init__(self, process):
        self.process = process

    def items(self) -> list[dict]:
        return getattr(self.process, self.attribute, None) or []

    def export(self) -> Any:
        return [canonical(item) for item in self.items()] or None

    def rows(self, data, ticked):
        present = {item["id"]: canonical(item) for item in self.items()}
        rows: list[Row] = []
        for position, item in enumerate(data):
            place, wanted = f"{self.attribute}[{position}]", canonical(item)
            if item["id"] in present:
                rows += self.key_rows(present[item["id"]], wanted, place)
            else:
                rows.append(self.new_row(wanted, place))
        return rows

    def new_row(self, wanted: dict, place: str) -> Row:
        return Row(
            key=place,
            what=self.what,
            title=wanted["title"],
            verdict=CREATE,
            write=lambda: add_row(self.process, self.attribute, wanted),
            target=self.process,
        )

    def key_rows(self, present: dict, wanted: dict, place: str) -> Iterator[Row]:
        for name, value in wanted.items():
            if name == "id":
                continue
            now = present.get(name)
            current, new = differing(summary(now, value), summary(value, now))
            yield Row(
                key=f"{place}.{name}",
                what=self.what,
                title=present["title"],
                field=FIELDS[name],
                verdict=CREATE if now is None else SAME if now == value else CHANGE,
                current=current,
                new=new,
                write=lambda name=name, value=value: self.set(
                    present["id"], name, value
                ),
                target=self.process,
            )

    def set(self, item_id: str, name: str, value: Any) -> None:
        replaced = [
            {**item, name: value} if item["id"] == item_id else item
            for item in self.items()
        ]
        setattr(self.process, self.attribute, replaced)


class Stages(DataSection):
    attribute = "stages"
    what = _("Stage")


class Chains(DataSection):
    attribute = "chains"
    what = _("Approval chain")


FIELDS = {
    "title": _("Title"),
    "steps": _("Steps"),
    "document_kinds": _("Kinds of documents"),
    "purpose": _("Purpose"),
    "source": _("Source"),
}


def canonical(value: Any) -> Any:
    """The data without what is empty; texts tidied."""
    if isinstance(value, dict):
        kept = {name: canonical(item) for name, item in value.items()}
        return {
            name: item for name, item in kept.items() if item not in (None, [], False)
        }
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return tidy(value) if isinstance(value, str) else value


def summary(value: Any, other: Any) -> str | None:
    """The data in one line; of two lists only the items that differ."""
    if value is None:
        return None
    if isinstance(value, list) and isinstance(other, list):
        value = [item for item in value if item not in other] or value
    if isinstance(value, list):
        return "; ".join(summary(item, None) or "" for item in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{name}: {summary(item, None)}" for name, item in value.items()
        )
    return str(value)
