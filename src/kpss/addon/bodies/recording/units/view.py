"""``{process}/@@kpss-units``: the table to be read."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.recording.units.table import Holder
from kpss.addon.bodies.recording.units.table import UnitRow
from kpss.addon.bodies.recording.units.table import UnitTable
from kpss.addon.browser.dates import period
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


def heading_of(process) -> Message:
    return _(
        "Coordinators: ${units}",
        mapping={"units": process.units_title or translate(_("territory units"))},
    )


def vacancies_message(number: int, units: int) -> Message:
    mapping = {"units": units}
    if not number:
        return _("All units (${units}) have a coordinator.", mapping=mapping)
    return plural(
        number,
        _(
            "unit_vacancies_one",
            default="One unit of ${units} has no coordinator.",
            mapping=mapping,
        ),
        _(
            "unit_vacancies_few",
            default="${number} units of ${units} have no coordinator.",
            mapping=mapping,
        ),
        _(
            "unit_vacancies_many",
            default="${number} units of ${units} have no coordinator.",
            mapping=mapping,
        ),
    )


@implementer(ITitledView)
class UnitsView(BrowserView):
    """Every unit with its coordinators, deputies and letters; vacancies stand out."""

    period = staticmethod(period)

    @property
    def title(self) -> str:
        return translate(heading_of(self.context))

    @cached_property
    def table(self) -> UnitTable:
        return UnitTable(self.context, date.today())

    @property
    def only_vacant(self) -> bool:
        return bool(self.request.form.get("vacant"))

    @property
    def rows(self) -> list[UnitRow]:
        return [row for row in self.table.rows if row.vacant or not self.only_vacant]

    @property
    def counted(self) -> Message:
        return vacancies_message(self.table.vacancies, len(self.table.rows))

    def term(self, holder: Holder) -> Message | str:
        return period(holder.fact.valid_from, holder.fact.valid_to)
