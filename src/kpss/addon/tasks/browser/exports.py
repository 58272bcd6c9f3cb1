"""``{process}/tasks.csv``: what the page shows with the same filters."""

from io import StringIO
from kpss.addon.bodies.roster.csv_export import plain
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.tasks.browser.filtered import Filtered
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.texts import STATE_TITLES
import csv


#: The most that a table has.
IN_TABLE = 5000
HEADINGS = (
    _("Task"),
    _("State"),
    _("To be done by"),
    _("Days overdue"),
    _("Done, in percent"),
    _("Finished on"),
    _("Responsible body"),
    _("Responsible person"),
    _("Imposed by the resolution"),
    _("Waits for"),
    _("Address"),
)


class TasksCsv(Filtered):
    """UTF-8 with a mark, for Excel."""

    def __call__(self) -> bytes:
        out = StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow([translate(heading) for heading in HEADINGS])
        for line in self.reader.lines(self.found[:IN_TABLE]):
            writer.writerow([plain(cell) for cell in cells(line)])
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="ukoly.csv"')
        return out.getvalue().encode("utf-8-sig")


def cells(line: Line) -> tuple:
    """One row; what is not for the reader is empty."""
    return (
        line.title,
        STATE_TITLES[line.state],
        line.due and line.due.isoformat(),
        str(line.days_over or ""),
        "" if line.percent is None else str(line.percent),
        line.completed and line.completed.isoformat(),
        line.body and line.body.title,
        line.responsible,
        line.imposed and line.imposed.number,
        ", ".join(one.title for one in line.waits_for),
        line.url,
    )
