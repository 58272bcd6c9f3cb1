"""``{minutes}/minutes.pdf`` and ``minutes.docx``, and the way to them.

Those inside get all of the minutes, with ``?version=public`` what was published of them;
everybody else only what was published.
"""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.paper import MinutesPaper
from kpss.addon.minutes.paper import sees_all
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.printing.browser.download import Download
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
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
        return asked or not sees_all(self.context)

    @property
    def is_available(self) -> bool:
        published = minutes_state(self.context) == PUBLISHED
        return published if self.asks_public else True

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


class MinutesPapers(ViewletBase):
    """Versions that the reader may have."""

    @property
    def rows(self) -> list[tuple[Message, str]]:
        """What it is, and what follows the ending in its address."""
        published = minutes_state(self.context) == PUBLISHED
        if not sees_all(self.context):
            return [(_("Minutes"), "")] if published else []
        rows = [(_("Minutes, full version"), "")]
        if published:
            rows.append((_("Minutes, public version"), "?version=public"))
        return rows
