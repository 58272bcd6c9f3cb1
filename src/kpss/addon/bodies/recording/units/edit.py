"""``{process}/@@kpss-units-edit``: change many units at once, all of them or none."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.units.plan import UnitsPlan
from kpss.addon.bodies.recording.units.table import Post
from kpss.addon.bodies.recording.units.table import UnitRow
from kpss.addon.bodies.recording.units.table import UnitTable
from kpss.addon.bodies.recording.units.view import heading_of
from kpss.addon.bodies.recording.units.view import vacancies_message
from kpss.addon.bodies.recording.writing import write
from kpss.addon.browser.dates import period
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.forms.form import RecordingForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


class UnitsEdit(RecordingForm):
    """Only filled rows are saved."""

    template = ViewPageTemplateFile("edit.pt")

    @property
    def heading(self) -> Message:
        return heading_of(self.context)

    @cached_property
    def table(self) -> UnitTable:
        return UnitTable(self.context, date.today())

    @cached_property
    def people(self) -> People:
        return People(self.context)

    @property
    def refused(self) -> Message | None:
        if not self.table.posts:
            return _(
                "No function of the process is that of a coordinator of a district who "
                "sits in a body. Add one in the settings of the process."
            )
        return None

    @property
    def only_vacant(self) -> bool:
        return self.sent.flag("vacant")

    @cached_property
    def rows(self) -> list[UnitRow]:
        return [row for row in self.table.rows if row.vacant or not self.only_vacant]

    @property
    def counted(self) -> Message:
        return vacancies_message(self.table.vacancies, len(self.table.rows))

    @property
    def post(self) -> Post:
        """The function that is recorded; the first one unless another was chosen."""
        posts = self.table.posts
        chosen = self.sent.text("function")
        return next((one for one in posts if one.function == chosen), posts[0])

    def text(self, row: UnitRow, name: str, *, is_day: bool = False) -> str:
        return self.sent.shown(f"{row.id}-{name}", is_day=is_day)

    @property
    def since(self) -> str:
        if self.was_sent:
            return self.sent.shown("since", is_day=True)
        return date.today().isoformat()

    def term(self, holder) -> Message | str:
        return period(holder.fact.valid_from, holder.fact.valid_to)

    def handle(self) -> str | None:
        plan = UnitsPlan(
            self.rows, self.post, self.sent, self.people, self.table.deputy
        )
        self.errors = plan.errors
        changed = {one.place for one in plan.changes.beginnings}
        changed |= {one.place for one in plan.changes.endings}
        if not changed and not self.errors:
            self.errors[""] = _("Nothing was filled in.")
        if self.errors:
            return None
        write(self.context, plan.changes)
        self.say(changed_message(len(changed)))
        return self.back_url

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-units"

    @property
    def summary(self) -> list[dict[str, Any]]:
        titles = {row.id: row.title for row in self.rows}
        titles["since"] = _("From")
        return [
            {"id": place, "label": titles.get(place, ""), "message": message}
            for place, message in self.errors.items()
        ]


def changed_message(number: int) -> Message:
    return plural(
        number,
        _("units_changed_one", default="One unit was changed."),
        _("units_changed_few", default="${number} units were changed."),
        _("units_changed_many", default="${number} units were changed."),
    )
