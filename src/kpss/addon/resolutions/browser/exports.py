"""``resolutions.csv`` and ``resolutions.atom`` of a process."""

from kpss.addon.bodies.roster.csv_export import answer
from kpss.addon.bodies.roster.csv_export import table
from kpss.addon.browser.atom import atom
from kpss.addon.browser.atom import Entry
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.resolutions.browser.register import Filtered
from kpss.addon.resolutions.browser.register import IN_FEED
from kpss.addon.resolutions.browser.register import IN_TABLE
from kpss.addon.resolutions.browser.register import row_of
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import search
from Products.Five.browser import BrowserView


HEADINGS = (
    ("number", _("Number")),
    ("date", _("Day of the resolution")),
    ("body", _("Body")),
    ("verb", _("What it does")),
    ("addressee", _("Addressee")),
    ("title", _("What it is about")),
    ("text", _("Text for the public")),
    ("state_title", _("State")),
    ("url", _("Address")),
)


class ResolutionsCsv(Filtered):
    """What the page shows with the same filters; UTF-8 with a mark, for Excel."""

    def __call__(self) -> bytes:
        names = [name for name, _heading in HEADINGS]
        rows = map(row_of, search(self.context, self.asked).first(IN_TABLE))
        text = table(
            [heading for _name, heading in HEADINGS],
            ([row[name] for name in names] for row in rows),
        )
        name = f"usneseni-{self.year or 'vse'}.csv"
        return answer(self.request.response, name, text)


class ResolutionsAtom(BrowserView):
    """The newest ones that the reader may see."""

    def __call__(self) -> bytes:
        municipality = self.context.municipality
        return atom(
            self.request.response,
            self.context,
            "resolutions",
            title=f"{translate(_('Resolutions'))} – {municipality}",
            author=municipality or self.context.title,
            page="resolutions",
            entries=list(map(_entry, search(self.context, Asked()).first(IN_FEED))),
        )


def _entry(brain) -> Entry:
    row = row_of(brain)
    return Entry(
        uid=brain.UID,
        title=f"{row['number'] or ''} {row['title']}".strip(),
        updated=brain.modified.asdatetime(),
        url=row["url"],
        summary=row["text"] or f"{row['body']}, {row['date']}",
    )
