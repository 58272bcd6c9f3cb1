"""``{process}/resolutions``: the public register, as a page, a table and a feed."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.registry import body_facts
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.batching import page_batch
from kpss.addon.resolutions.found import Found
from kpss.addon.resolutions.searching import ALL_STATES
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import latest_year
from kpss.addon.resolutions.searching import search
from kpss.addon.resolutions.texts import STATE_TITLES
from plone.batching import Batch
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer
import re


#: How many a feed has.
IN_FEED = 20
#: The most that a table has; more is asked for year by year.
IN_TABLE = 5000


class Filtered(BrowserView):
    """The filters as they come in an address; what makes no sense filters nothing."""

    def asked_for(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip()[:200] if isinstance(value, str) else ""

    @cached_property
    def year(self) -> str:
        """``all``, or four digits; at first this year, or the last with a resolution."""
        asked = self.asked_for("year")
        if asked == "all":
            return ""
        if re.fullmatch(r"[0-9]{4}", asked):
            return asked
        if any(self.asked_for(name) for name in ("q", "number")):
            return ""
        this = str(date.today().year)
        if self.search(Asked(year=this)):
            return this
        latest = latest_year(self.context)
        return this if latest is None or latest >= this else latest

    def search(self, asked: Asked) -> Found:
        """What is found, once for the same question."""
        if asked not in self.known:
            self.known[asked] = search(self.context, asked)
        return self.known[asked]

    @cached_property
    def known(self) -> dict[Asked, Found]:
        return {}

    @cached_property
    def asked(self) -> Asked:
        state = self.asked_for("state")
        return Asked(
            body=self.asked_for("body"),
            year=self.year,
            q=self.asked_for("q"),
            verb=self.asked_for("verb"),
            state=state if state in ALL_STATES else "",
            number=self.asked_for("number"),
        )


@implementer(ITitledView)
class Register(Filtered):
    """A filter that works without scripts, and a list of the newest first."""

    day = staticmethod(day)

    @property
    def title(self) -> str:
        return translate(_("Resolutions"))

    @cached_property
    def found(self):
        return self.search(self.asked)

    @cached_property
    def batch(self) -> Batch:
        return page_batch(self.found, self.asked_for("b_start"))

    @property
    def rows(self) -> list[dict]:
        return [row_of(brain) for brain in self.batch]

    @property
    def bodies(self) -> list[dict]:
        return body_facts(self.context, unrestricted=False)

    @property
    def verbs(self):
        return VERBS

    @property
    def states(self):
        return STATE_TITLES.items()

    @property
    def years(self) -> list[str]:
        """From this year back to a decade ago, and the one that is shown."""
        this = date.today().year
        return sorted(
            {str(this - back) for back in range(10)} | {self.year} - {""}, reverse=True
        )

    @property
    def count(self) -> Message:
        number = len(self.found)
        return plural(
            number,
            _("resolutions_one", default="${number} resolution"),
            _("resolutions_few", default="${number} resolutions"),
            _("resolutions_many", default="${number} resolutions"),
        )

    @property
    def table_url(self) -> str:
        query = self.request.get("QUERY_STRING", "")
        return f"{self.context.absolute_url()}/resolutions.csv?{query}"


def row_of(brain) -> dict:
    """What the register says of one; the title of the verb is a message."""
    fact = brain.kpss_resolution
    return {
        "uid": brain.UID,
        "url": brain.getURL(),
        "title": brain.Title,
        "number": fact["number"],
        "date": fact["date"],
        "body": fact["body_title"],
        "body_id": fact["body"],
        "verb": title_of(VERBS, fact["verb"]),
        "verb_code": fact["verb"],
        "addressee": fact["addressee"],
        "text": fact["text"],
        "state": brain.review_state,
        "state_title": STATE_TITLES.get(brain.review_state),
    }
