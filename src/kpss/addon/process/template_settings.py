"""Settings of the process in the town template: municipality, texts, territory, parties."""

from kpss.addon.i18n import _
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.rows import IFunctionRow
from kpss.addon.process.rows import IKindRow
from kpss.addon.process.rows import IPartyRow
from kpss.addon.process.rows import IUnitRow
from kpss.addon.process.template_compare import as_data
from kpss.addon.process.template_compare import Attributes
from kpss.addon.process.template_compare import field_rows
from kpss.addon.process.template_lists import list_data
from kpss.addon.process.template_lists import list_rows
from kpss.addon.process.template_lists import RowList
from kpss.addon.process.template_values import Key
from kpss.addon.process.template_values import key
from typing import Any
from typing import ClassVar
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


PARTIES = RowList("parties", _("Party"), IPartyRow)
FUNCTIONS = RowList("functions", _("Function"), IFunctionRow, lines=("tasks",))
KINDS = RowList("document_kinds", _("Kind of document"), IKindRow)
UNITS = RowList("units", _("Territory unit"), IUnitRow)


@implementer(ITemplateSection)
@adapter(IProcess)
class SettingsSection:
    """Keys that fill single fields of the process."""

    order = 10
    name: ClassVar[str]
    what: ClassVar[Message]
    keys: ClassVar[tuple[Key, ...]]

    def __init__(self, process):
        self.process = process

    @property
    def title(self) -> str:
        return self.process.title

    def export(self) -> Any:
        return as_data(self.keys, Attributes(self.process)) or None

    def rows(self, data, ticked):
        return list(
            field_rows(
                Attributes(self.process),
                self.keys,
                data,
                place=self.name,
                what=self.what,
                title=self.title or data.get("title", ""),
            )
        )


class Municipality(SettingsSection):
    name = "municipality"
    what = _("Municipality")
    keys = (
        key("title", IProcess["municipality"]),
        key("ico", IProcess["ico"]),
        key("act", IProcess["act"]),
    )

    @property
    def title(self) -> str:
        return self.process.municipality


class ProcessTexts(SettingsSection):
    name = "process"
    what = _("Process")
    keys = (
        key("title", IProcess["title"]),
        key("abbreviation", IProcess["abbreviation"]),
        key("description", IProcess["description"]),
        key("lead", IProcess["lead"]),
        key("chart_title", IProcess["chart_title"]),
        key("chart_lead", IProcess["chart_lead"]),
        key("chart_note", IProcess["chart_note"]),
        key("labels.managing_body", IProcess["label_managing_body"]),
        key("labels.working_groups", IProcess["label_working_groups"]),
        key("labels.meeting", IProcess["label_meeting"]),
        key("labels.catalogue", IProcess["label_catalogue"]),
        key("publicity", IProcess["publicity_text"]),
        key("consent_text", IProcess["consent_text"]),
        key("consent_text_version", IProcess["consent_text_version"]),
        key("portal_title", IProcess["portal_title"]),
        key("portal_url", IProcess["portal_url"]),
        key("approval.guarantor", IProcess["guarantor_involvement"], usual="told"),
        key("approval.text_changes", IProcess["text_changes"], usual="note"),
        key("tasks.public", IProcess["public_tasks"], usual=False),
        key("tasks.notice", IProcess["task_notice"], usual=14),
    )


class Territory(SettingsSection):
    name = "territory"
    what = _("Territory")
    keys = (
        key("kind", IProcess["territory_kind"]),
        key("title", IProcess["territory_title"]),
        key("units_title", IProcess["units_title"]),
    )

    def export(self) -> Any:
        units = list_data(self.process, UNITS)
        return {
            **(super().export() or {}),
            **({"units": units} if units else {}),
        } or None

    def rows(self, data, ticked):
        units = list_rows(
            self.process, UNITS, data.get("units", ()), place="territory.units"
        )
        return [*super().rows(data, ticked), *units]


class ListSection(SettingsSection):
    """Keys whose items are rows of one field of the process."""

    order = 20
    kept: ClassVar[RowList]

    def export(self) -> Any:
        return list_data(self.process, self.kept) or None

    def rows(self, data, ticked):
        return list(list_rows(self.process, self.kept, data, place=self.kept.attribute))


class Parties(ListSection):
    kept = PARTIES


class Functions(ListSection):
    kept = FUNCTIONS


class DocumentKinds(ListSection):
    """Kinds of documents beside those that every process has (ZAT-21)."""

    kept = KINDS
