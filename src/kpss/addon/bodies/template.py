"""Bodies and working groups in the town template."""

from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.template_outcome import FACTS
from kpss.addon.bodies.template_outcome import refuse_breaches
from kpss.addon.bodies.template_rules import rules_data
from kpss.addon.bodies.template_rules import rules_rows
from kpss.addon.bodies.working_group import IWorkingGroup
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
from kpss.addon.process.template_content import move_to
from kpss.addon.process.template_content import section_of
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_values import Key
from typing import Any
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


OF_GROUPS = ("target_groups", "service_areas")
NAMES = (
    "title",
    "kind",
    "subtitle",
    "abbreviation",
    "description",
    "parent",
    "established_by",
    "acts",
    "act_text",
    "composition_text",
    "supreme",
    "external",
    "permanent",
    "open_to_all",
    "valid_from",
    "valid_to",
    "closed_by",
    "closed_by_date",
    "merged_into",
    "former_names",
    "established_text",
    "mission",
    "tasks",
    "membership_text",
    "structure_text",
)
BODY = tuple(Key((name,), IBody[name]) for name in NAMES)
GROUP = BODY + tuple(Key((name,), IWorkingGroup[name]) for name in OF_GROUPS)
KEYS = {"kpss.Body": BODY, "kpss.WorkingGroup": GROUP}


def portal_type(item: dict) -> str:
    return "kpss.WorkingGroup" if item["kind"] == "working_group" else "kpss.Body"


@implementer(ITemplateSection)
@adapter(IProcess)
class Bodies:
    """The folder of bodies; their order in the template is the order in the chart."""

    order = 50
    what = _("Body")

    def __init__(self, process):
        self.process = process
        self.section = section_of(process, "bodies")

    def export(self) -> Any:
        bodies = sorted(
            self.section.objectValues(),
            key=lambda b: (b.chart_order or 0, sort_key(b.title), b.getId()),
        )
        return [self.body_data(body) for body in bodies] or None

    def body_data(self, body) -> dict[str, Any]:
        rules = rules_data(body)
        data = {"id": body.getId(), **as_data(KEYS[body.portal_type], Attributes(body))}
        return {**data, "rules": rules} if rules else data

    def rows(self, data, ticked):
        rows: list[Row] = []
        for position, item in enumerate(data):
            place, body = f"bodies[{position}]", self.section.get(item["id"])
            if body is None:
                rows.append(self.new_row(item, place, position))
            else:
                rows += self.present_rows(body, item, place)
            if "rules" in item:
                rows += rules_rows(self.section, body, item, place)
        present = {
            body.getId(): {name: getattr(body, name, None) for name in FACTS}
            for body in self.section.objectValues()
        }
        return refuse_breaches(rows, present, ticked)

    def new_row(self, item: dict, place: str, position: int) -> Row:
        fields = values(KEYS[portal_type(item)], item)
        return creation_row(
            self.section,
            item,
            key=place,
            what=what_is(item),
            write=lambda: self.add(
                item, {**fields, "chart_order": 10 * (position + 1)}
            ),
            subject=item["id"],
            sets={name: value for name, value in fields.items() if name in FACTS},
        )

    def present_rows(self, body, item: dict, place: str) -> list[Row]:
        keys = KEYS[body.portal_type]
        what = what_is({"kind": body.kind})
        if (body.kind == "working_group") != (item["kind"] == "working_group"):
            reason = _("A working group and another body cannot turn into each other.")
            return [Row(f"{place}.kind", what, body.title, REFUSE, reason=reason)]
        title = body.title
        return list(
            field_rows(
                Attributes(body), keys, item, place=place, what=what, title=title
            )
        )

    def add(self, item: dict, fields: dict[str, Any]) -> None:
        """A new body is public, which means as visible as its process."""
        body = add_content(self.section, portal_type(item), item["id"], **fields)
        move_to(body, "publish")
        if body.valid_to:
            # Its guard asks whether the last day has come
            move_to(body, "archive")


def what_is(item: dict) -> Message:
    return _("Working group") if item["kind"] == "working_group" else Bodies.what
