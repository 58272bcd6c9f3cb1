"""``{body}/roster.csv``: the roster as the reader may see it, for a spreadsheet."""

from collections.abc import Iterable
from io import StringIO
from kpss.addon.bodies.procedure.service import requested_day
from kpss.addon.bodies.roster.bases import bases_text
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
import csv


#: A cell that a spreadsheet would take for a formula begins with one of these.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

HEADINGS = (
    _("Name and surname"),
    _("Function"),
    _("Party"),
    _("Organisation"),
    _("Territory unit"),
    _("Vote"),
    _("From"),
    _("To"),
    _("Basis"),
    _("Office e-mail"),
    _("Office phone"),
)


class RosterCsv(BrowserView):
    """Today's roster, or of the day in ``on``; UTF-8 with a mark, for Excel."""

    def __call__(self) -> bytes:
        roster = Roster(
            self.context, requested_day(self.request.get("QUERY_STRING", ""))
        )
        name = f"{self.context.getId()}-{roster.on.isoformat()}.csv"
        return answer(self.request.response, name, as_csv(roster))


def as_csv(roster: Roster) -> str:
    """Headings and a row per line, separated by semicolons as Czech spreadsheets do."""
    return table(HEADINGS, (cells(line, roster) for line in roster.lines))


def table(headings: Iterable[Message], rows: Iterable[Iterable]) -> str:
    """As Czech spreadsheets take it: semicolons, no formulas; cells are translated."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([translate(heading) for heading in headings])
    for row in rows:
        writer.writerow([plain(cell) for cell in row])
    return out.getvalue()


def answer(response, name: str, text: str) -> bytes:
    """A table to be kept under a name; UTF-8 with a mark, for Excel."""
    response.setHeader("Content-Type", "text/csv; charset=utf-8")
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    return text.encode("utf-8-sig")


def cells(line: Line, roster: Roster) -> list[str | Message | None]:
    return [
        line.name,
        ", ".join(line.function_titles),
        line.party_title,
        line.organisation,
        line.unit_title,
        _("yes") if line.voting else _("no"),
        line.valid_from.isoformat() if line.valid_from else None,
        line.valid_to.isoformat() if line.valid_to else None,
        bases_text(line, roster),
        line.email,
        line.phone,
    ]


def plain(cell: str | Message | None) -> str:
    """The text of a cell, never a formula."""
    text = translate(cell) if cell else ""
    return f"'{text}" if text.startswith(FORMULA) else text
