"""``meetings.ics`` of a body and of a process, and links to them."""

from collections.abc import Sequence
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.calendar.finding import seen_entries
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.calendar.ical import feed
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView


class MeetingsIcs(BrowserView):
    """What the reader may see; a visitor gets public meetings only."""

    def __call__(self) -> bytes:
        named = {"title": self.context.title}
        name = translate(_("Meetings: ${title}", mapping=named))
        return answer(self.request.response, seen_entries(self.context), name)


def answer(response, entries: Sequence[Entry], name: str) -> bytes:
    response.setHeader("Content-Type", "text/calendar; charset=utf-8")
    response.setHeader("Content-Disposition", 'inline; filename="meetings.ics"')
    response.setHeader("X-Content-Type-Options", "nosniff")
    return feed(entries, name).encode("utf-8")


class FeedLink(ViewletBase):
    """On the pages of a body and of a process."""

    weight = 29

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/meetings.ics"


class MyCalendarLink(ViewletBase):
    """On one's own page."""

    @property
    def url(self) -> str | None:
        if self.view.person is None:
            return None
        return f"{self.context.absolute_url()}/@@kpss-my-calendar"
