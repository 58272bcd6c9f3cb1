"""``kpss.agenda_templates``: named agendas that a body keeps to begin meetings with.

Only what is usual, and nobody's name: kinds, titles, how long an item takes, who sees it.
"""

from Acquisition import aq_base
from kpss.addon.approval.refusals import Refusal
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.cloning import lay_out
from kpss.addon.meetings.agenda.cloning import usual_items
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.who import body_of
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.schema import JSONField
from plone.supermodel import model
from typing import Any
from zope.interface import provider
from zope.schema.interfaces import ValidationError
import json


#: Of an item of a template.
KEPT = ("title", "kind", "level", "publicity", "minutes")
MOST, LONGEST_NAME, MOST_ITEMS = 30, 100, 500
Row = dict[str, Any]


class Templates(JSONField):
    """A list of ``{"title", "items"}``; what is wrong is said with the name."""

    def __init__(self, **kw):
        super().__init__(schema=json.dumps({"type": "array"}), **kw)

    def _validate(self, value):
        super()._validate(value)
        if len(value) > MOST:
            raise Refused(
                _("A body has at most ${most} templates.", mapping={"most": MOST})
            )
        for number, one in enumerate(value, 1):
            if not _is_template(one):
                raise Refused(
                    _(
                        "Template ${number} needs a title and a list of items.",
                        mapping={"number": number},
                    )
                )
            for place, row in enumerate(one["items"], 1):
                _check_row(one["title"], place, row)
        names = [one["title"] for one in value]
        if len(set(names)) < len(names):
            raise Refused(_("Two templates have the same name."))


def _is_template(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and set(one) == {"title", "items"}
        and isinstance(one["title"], str)
        and 0 < len(one["title"].strip()) <= LONGEST_NAME
        and isinstance(one["items"], list)
        and len(one["items"]) <= MOST_ITEMS
    )


def _check_row(name: str, place: int, row: Any) -> None:
    wrong = None
    if not isinstance(row, dict) or not set(row) <= set(KEPT) or "title" not in row:
        wrong = "title"
    else:
        for key, value in row.items():
            try:
                IAgendaItem[key].bind(None).validate(value)
            except ValidationError:
                wrong = key
    if wrong is not None:
        raise Refused(
            _(
                "Template “${name}”, item ${number}: ${field} is missing or cannot be so.",
                mapping={"name": name, "number": place, "field": wrong},
            )
        )


@provider(IFormFieldProvider)
class IAgendaTemplates(model.Schema):
    """Written by forms of our own and over REST."""

    directives.omitted("agenda_templates")
    directives.read_permission(agenda_templates="kpss.addon.RecordMeeting")
    directives.write_permission(agenda_templates="kpss.addon.AddMeeting")
    agenda_templates = Templates(title=_("Templates of agendas"), required=False)


def templates_of(body) -> dict[str, list[Row]]:
    """Items by the name of the template, in the order in which they were kept."""
    kept = getattr(aq_base(body), "agenda_templates", None) or []
    return {one["title"]: one["items"] for one in kept}


def keep_template(meeting, name: str) -> None:
    """The agenda of a meeting under a name; raises Refusal.

    One of the same name is replaced.
    """
    name = name.strip()
    rows = [{key: values[key] for key in KEPT} for values in usual_items(meeting)]
    if not name:
        raise _refusal(_("Give the template a name."), "no_name")
    if not rows:
        raise _refusal(_("There is nothing on the agenda yet."), "no_items")
    write_templates(body_of(meeting), {**templates_of(body_of(meeting)), name: rows})


def drop_templates(body, names: set[str]) -> None:
    kept = templates_of(body)
    write_templates(
        body, {name: rows for name, rows in kept.items() if name not in names}
    )


def write_templates(body, templates: dict[str, list[Row]]) -> None:
    value = [{"title": name, "items": rows} for name, rows in templates.items()]
    try:
        IAgendaTemplates["agenda_templates"].validate(value)
    except Refused as refused:
        raise _refusal(refused.message, "bad_template") from refused
    body.agenda_templates = value


def use_template(meeting, name: str) -> int:
    """Put the items of a template on the agenda; how many. Raises Refusal."""
    rows = templates_of(body_of(meeting)).get(name)
    if rows is None:
        raise Refusal("template", _("Choose one of the possibilities."), "no_template")
    return lay_out(meeting, rows)


def _refusal(message, code: str) -> Refusal:
    return Refusal("template_name", message, code)
