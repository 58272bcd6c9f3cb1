"""``{minutes}/minutes.pdf`` and ``minutes.docx``, and the way to them.

Those inside get all of the minutes, with ``?version=public`` what was published of them;
everybody else only what was published.
"""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.papers.browser.part import Papers
from kpss.addon.meetings.papers.browser.part import Row
from kpss.addon.meetings.papers.browser.part import row
from kpss.addon.meetings.who import sees_inside
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.paper import FOR_PUBLIC
from kpss.addon.minutes.paper import FULL
from kpss.addon.minutes.paper import MinutesPaper
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.printing.browser.download import Download
from kpss.addon.printing.word.kinds import MINUTES
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message


class MinutesPdf(Download):
    """``minutes.pdf``"""

    answer = Download.pdf

    @property
    def asks_public(self) -> bool:
        asked = self.request.form.get("version") == "public"
        return asked or not sees_inside(self.context)

    @property
    def is_available(self) -> bool:
        published = minutes_state(self.context) == PUBLISHED
        return published if self.asks_public else True

    @property
    def file_title(self) -> str:
        """Tells the versions apart; the title says already that it is of minutes."""
        version = FOR_PUBLIC if self.asks_public else FULL
        return f"{self.context.title} ({self.paper.say(version)})"

    @cached_property
    def paper(self) -> MinutesPaper:
        return MinutesPaper(self.context, self.today, public=self.asks_public)


class MinutesDocx(MinutesPdf):
    """``minutes.docx``: from the office's own template."""

    answer = Download.docx


class OfMeeting(BrowserView):
    """``{meeting}/minutes.pdf`` and ``.docx``: those of its minutes, by the same rules."""

    def __call__(self):
        minutes = minutes_of(self.context)
        if minutes is None:
            raise NotFound(self.__name__)
        if not api.user.has_permission("View", obj=minutes):
            raise Unauthorized(self.__name__)
        return getMultiAdapter((minutes, self.request), name=self.__name__)()


class MinutesPapers(Papers):
    """Versions that the reader may have."""

    @property
    def rows(self) -> list[Row]:
        published = minutes_state(self.context) == PUBLISHED
        if not sees_inside(self.context):
            return [self.row(_("Minutes"))] if published else []
        rows = [self.row(_("Minutes, full version"))]
        if published:
            rows.append(self.row(_("Minutes, public version"), "?version=public"))
        return rows

    def row(self, title: Message, query: str = "") -> Row:
        return row(self.context, MINUTES, title, query)
