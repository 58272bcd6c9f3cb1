"""Named agendas of bodies in the town template: ``agendas``, by the id of the body."""

from collections.abc import Iterator
from functools import partial
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.templates import IAgendaTemplates
from kpss.addon.meetings.agenda.templates import Row as Item
from kpss.addon.meetings.agenda.templates import templates_of
from kpss.addon.meetings.agenda.templates import write_templates
from kpss.addon.process.interfaces import ITemplateSection
from kpss.addon.process.process import IProcess
from kpss.addon.process.template_content import section_of
from kpss.addon.process.template_data import canonical
from kpss.addon.process.template_data import summary
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import differing
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from typing import Any
from zope.component import adapter
from zope.interface import implementer


FIELD = IAgendaTemplates["agenda_templates"]


@implementer(ITemplateSection)
@adapter(IProcess)
class Agendas:
    """After the bodies: a template may bring the body too."""

    order = 70
    what = _("Template of an agenda")

    def __init__(self, process):
        self.bodies = section_of(process, "bodies")

    def export(self) -> Any:
        found = [(body.getId(), _data(body)) for body in self.bodies.objectValues()]
        return [
            {"id": id, "templates": templates} for id, templates in found if templates
        ] or None

    def rows(self, data, ticked) -> list[Row]:
        return [
            row
            for position, item in enumerate(data)
            for row in self._of_body(item, f"agendas[{position}]")
        ]

    def _of_body(self, item: dict, place: str) -> Iterator[Row]:
        body = self.bodies.get(item["id"])
        known = templates_of(body) if body is not None else {}
        for position, wanted in enumerate(item["templates"]):
            yield self._row(item["id"], known, wanted, f"{place}.templates[{position}]")

    def _row(
        self, body_id: str, known: dict[str, list[Item]], wanted: dict, key: str
    ) -> Row:
        name, items = wanted["title"], canonical(wanted["items"])
        row = partial(Row, key=key, what=self.what, title=f"{body_id}: {name}")
        try:
            FIELD.validate([{"title": name, "items": items}])
        except Refused as refused:
            return row(verdict=REFUSE, reason=refused.message)
        now = canonical(known[name]) if name in known else None
        current, new = differing(summary(now, items), summary(items, now))
        verdict = CREATE if now is None else SAME if now == items else CHANGE
        return row(
            verdict=verdict,
            current=current,
            new=new,
            write=partial(self._keep, body_id, name, items),
            target=self.bodies.get(body_id),
        )

    def _keep(self, body_id: str, name: str, items: list[Item]) -> None:
        body = self.bodies[body_id]
        write_templates(body, {**templates_of(body), name: items})


def _data(body) -> list[dict[str, Any]]:
    return [
        {"title": name, "items": canonical(rows)}
        for name, rows in templates_of(body).items()
    ]
