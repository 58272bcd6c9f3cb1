"""``{process}/tasks.csv``: what the page shows with the same filters."""

from kpss.addon.bodies.roster.csv_export import answer
from kpss.addon.bodies.roster.csv_export import table
from kpss.addon.i18n import _
from kpss.addon.tasks.browser.filtered import Filtered
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.texts import STATE_TITLES


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
        lines = self.reader.lines(self.found[:IN_TABLE])
        text = table(HEADINGS, map(cells, lines))
        return answer(self.request.response, "ukoly.csv", text)


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
