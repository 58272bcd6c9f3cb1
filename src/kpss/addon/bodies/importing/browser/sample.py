"""``{process}/@@kpss-import-sample.csv``: the headings, and what the process offers.

The help stands in columns of its own at the right, which the import passes over; there
is nobody's name in it.
"""

from itertools import zip_longest
from kpss.addon.bodies.importing.rules.choices import BASES
from kpss.addon.bodies.importing.rules.columns import COLUMNS
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.importing.sentences import heading_of
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from Products.Five.browser import BrowserView
import csv
import io


#: Kinds of columns of which the help lists the choices. The headings begin so that the
#: import knows them as help (``headings.HELP``).
HELP = (
    ("body", _("Help: bodies")),
    ("function", _("Help: functions")),
    ("party", _("Help: parties")),
    ("unit", _("Help: territory units")),
)
#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@")


class Sample(BrowserView):
    """The sample as a file for a spreadsheet."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader(
            "Content-Disposition", 'attachment; filename="kpss-import.csv"'
        )
        return sample(self.context).encode("utf-8-sig")


def sample(process) -> str:
    """Headings and, at the right, columns of help."""
    options = Scene(process).options
    helps = [
        (translate(title), options[kind].titles())
        for kind, title in HELP
        if options[kind].by_id
    ]
    helps.append((translate(_("Help: basis")), BASES.titles()))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            *(heading_of(one.name) for one in COLUMNS),
            "",
            *(title for title, _all in helps),
        ]
    )
    empty = [""] * (len(COLUMNS) + 1)
    for row in zip_longest(*(titles for _title, titles in helps), fillvalue=""):
        writer.writerow([*empty, *map(_plain, row)])
    return out.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
