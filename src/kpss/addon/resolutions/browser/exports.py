"""``resolutions.csv`` and ``resolutions.atom`` of a process."""

from datetime import datetime
from datetime import UTC
from kpss.addon.bodies.roster.csv_export import answer
from kpss.addon.bodies.roster.csv_export import table
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.resolutions.browser.register import Filtered
from kpss.addon.resolutions.browser.register import IN_FEED
from kpss.addon.resolutions.browser.register import IN_TABLE
from kpss.addon.resolutions.browser.register import row_of
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import search
from lxml import etree
from lxml.builder import ElementMaker
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
ATOM = "http://www.w3.org/2005/Atom"


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
        self.request.response.setHeader(
            "Content-Type", "application/atom+xml; charset=utf-8"
        )
        url = self.context.absolute_url()
        make = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
        found = search(self.context, Asked()).first(IN_FEED)
        entries = [self.entry(make, brain) for brain in found]
        updated = [
            brain.modified.asdatetime().astimezone(UTC).isoformat() for brain in found
        ]
        heading = translate(_("Resolutions"))
        feed = make.feed(
            make.title(f"{heading} – {self.context.municipality}"),
            make.id(f"urn:uuid:{self.context.UID()}:resolutions"),
            make.updated(max(updated, default=datetime.now(UTC).isoformat())),
            make.author(make.name(self.context.municipality or self.context.title)),
            make.link(href=f"{url}/resolutions"),
            make.link(rel="self", href=f"{url}/resolutions.atom"),
            *entries,
        )
        return etree.tostring(feed, xml_declaration=True, encoding="utf-8")

    def entry(self, make: ElementMaker, brain):
        row = row_of(brain)
        return make.entry(
            make.title(f"{row['number'] or ''} {row['title']}".strip()),
            make.id(f"urn:uuid:{brain.UID}"),
            make.updated(brain.modified.asdatetime().astimezone(UTC).isoformat()),
            make.link(href=row["url"]),
            make.summary(row["text"] or f"{row['body']}, {row['date']}"),
        )
