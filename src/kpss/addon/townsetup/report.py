"""What a template brings, would do and has done, in sentences with counts."""

from collections.abc import Iterable
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.townsetup.apply import Applied
from kpss.addon.townsetup.rows import count
from kpss.addon.townsetup.shipped import Shipped
from plone import api
from zope.i18nmessageid import Message


_BODIES = (
    _("template_bodies_one", default="${number} body"),
    _("template_bodies_few", default="${number} bodies"),
    _("template_bodies_many", default="${number} bodies"),
)
_UNITS = (
    _("template_units_one", default="${number} territory unit"),
    _("template_units_few", default="${number} territory units"),
    _("template_units_many", default="${number} territory units"),
)
_PAGES = (
    _("template_pages_one", default="${number} page"),
    _("template_pages_few", default="${number} pages"),
    _("template_pages_many", default="${number} pages"),
)
_CREATE = (
    _("rows_create_one", default="${number} item will be added."),
    _("rows_create_few", default="${number} items will be added."),
    _("rows_create_many", default="${number} items will be added."),
)
_CHANGE = (
    _("rows_change_one", default="${number} value differs; tick it to overwrite it."),
    _("rows_change_few", default="${number} values differ; tick those to overwrite."),
    _("rows_change_many", default="${number} values differ; tick those to overwrite."),
)
_SAME = (
    _("rows_same_one", default="${number} value is the same."),
    _("rows_same_few", default="${number} values are the same."),
    _("rows_same_many", default="${number} values are the same."),
)
_REFUSE = (
    _(
        "rows_refuse_one",
        default="${number} row is refused, so nothing can be applied.",
    ),
    _(
        "rows_refuse_few",
        default="${number} rows are refused, so nothing can be applied.",
    ),
    _(
        "rows_refuse_many",
        default="${number} rows are refused, so nothing can be applied.",
    ),
)
_ADDED = (
    _("applied_added_one", default="${number} item was added."),
    _("applied_added_few", default="${number} items were added."),
    _("applied_added_many", default="${number} items were added."),
)
_OVERWRITTEN = (
    _("applied_changed_one", default="${number} value was overwritten."),
    _("applied_changed_few", default="${number} values were overwritten."),
    _("applied_changed_many", default="${number} values were overwritten."),
)
_FOUNDED = (
    _("created_bodies_one", default="It has ${number} body."),
    _("created_bodies_few", default="It has ${number} bodies."),
    _("created_bodies_many", default="It has ${number} bodies."),
)


def summary_of_template(template: Shipped) -> list[Message]:
    """What is in it, without what there is none of."""
    parts = (("bodies", _BODIES), ("units", _UNITS), ("pages", _PAGES))
    counts = template.counts
    return [plural(counts[name], *forms) for name, forms in parts if counts[name]]


def summary(rows: Iterable[Row]) -> list[Message]:
    """A sentence for each verdict that occurs."""
    counts = count(rows)
    forms = {REFUSE: _REFUSE, CREATE: _CREATE, CHANGE: _CHANGE, SAME: _SAME}
    return [plural(counts[v], *forms[v]) for v in forms if counts[v]]


def report_created(done: Applied, request) -> None:
    """Tell the person that a process was created."""
    title = done.process.title
    message = _("“${title}” was created from the template.", mapping={"title": title})
    api.portal.show_message(message, request)
    bodies = len(done.process["bodies"].objectIds())
    api.portal.show_message(plural(bodies, *_FOUNDED), request)


def report_applied(done: Applied, request) -> None:
    """Tell the person what applying has changed."""
    if not (done.created or done.changed):
        message = _("Everything in the template was already here; nothing was changed.")
        api.portal.show_message(message, request)
    if done.created:
        api.portal.show_message(plural(done.created, *_ADDED), request)
    if done.changed:
        api.portal.show_message(plural(done.changed, *_OVERWRITTEN), request)
