"""``{body}/@@kpss-meetings`` and ``{process}/@@kpss-meetings``: meetings of a year."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.body import IBody
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.meetings.browser.times import when
from kpss.addon.meetings.planning.allowed import may_plan
from kpss.addon.meetings.planning.browser.labels import labels_of
from kpss.addon.meetings.planning.searching import line_of
from kpss.addon.meetings.planning.searching import MeetingLine
from kpss.addon.meetings.planning.searching import search
from kpss.addon.meetings.planning.searching import years_of
from kpss.addon.meetings.texts import STATE_TITLES
from kpss.addon.process.batching import page_batch
from kpss.addon.process.meeting_words import named
from plone.batching import Batch
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IWithoutByline, ITitledView)
class MeetingsPage(BrowserView):
    """What the catalogue finds for the reader; the present year at first."""

    when = staticmethod(when)
    states = STATE_TITLES

    @property
    def title(self) -> str:
        heading = _("${Meetings}: ${what}", mapping={"what": self.context.title})
        return translate(named(heading, self.context))

    @property
    def labels(self) -> dict[str, Message]:
        return labels_of(self.context)

    @cached_property
    def years(self) -> list[int]:
        return years_of(self.context)

    @cached_property
    def year(self) -> int:
        """The one that was asked for; else the present or the nearest that there is."""
        asked = self.request.form.get("year", "")
        if (
            isinstance(asked, str)
            and asked.isdecimal()
            and int(asked[:5]) in self.years
        ):
            return int(asked)
        present = date.today().year
        if present in self.years or not self.years:
            return present
        return min(self.years, key=lambda year: (abs(year - present), year))

    @cached_property
    def found(self) -> list:
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return search(self.context, first=first, last=last)

    @cached_property
    def batch(self) -> Batch:
        start = self.request.form.get("b_start", "")
        return page_batch(self.found, start if isinstance(start, str) else "")

    @property
    def lines(self) -> list[MeetingLine]:
        return [line_of(brain) for brain in self.batch]

    @property
    def count(self) -> Message:
        count = plural(
            len(self.found),
            _("meetings_one", default="${number} ${meeting}"),
            _("meetings_few", default="${number} ${meetings}"),
            _("meetings_many", default="${number} ${meetings_gen}"),
        )
        return named(count, self.context)

    @property
    def names_body(self) -> bool:
        return not IBody.providedBy(self.context)

    @property
    def may_add(self) -> bool:
        return not self.names_body and may_plan(self.context)
