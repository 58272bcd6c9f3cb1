"""``meetings.ics`` and ``meetings.atom`` of a body and of a process, and links to them."""

from collections.abc import Sequence
from kpss.addon.browser.atom import atom
from kpss.addon.browser.atom import Entry as News
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.calendar.finding import seen_entries
from kpss.addon.meetings.calendar.ical import Entry
from kpss.addon.meetings.calendar.ical import feed
from kpss.addon.process.meeting_words import named
from kpss.addon.process.sections import process_of
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView


#: As many as the feed of resolutions has.
IN_FEED = 20


class MeetingsIcs(BrowserView):
    """What the reader may see; a visitor gets public meetings only."""

    def __call__(self) -> bytes:
        name = feed_title(self.context)
        return answer(self.request.response, seen_entries(self.context), name)


def answer(response, entries: Sequence[Entry], name: str) -> bytes:
    response.setHeader("Content-Type", "text/calendar; charset=utf-8")
    response.setHeader("Content-Disposition", 'inline; filename="meetings.ics"')
    response.setHeader("X-Content-Type-Options", "nosniff")
    return feed(entries, name).encode("utf-8")


class MeetingsAtom(BrowserView):
    """The latest by their beginning that the reader may see, for readers of news."""

    def __call__(self) -> bytes:
        process = process_of(self.context)
        return atom(
            self.request.response,
            self.context,
            "meetings",
            title=feed_title(self.context),
            author=process.municipality or process.title,
            page="@@kpss-meetings",
            entries=[_told(one) for one in seen_entries(self.context, IN_FEED)],
        )


def feed_title(context) -> str:
    heading = _("${Meetings}: ${what}", mapping={"what": context.title})
    return translate(named(heading, context))


def _told(one: Entry) -> News:
    when = translate(span(one.start, one.end))
    facts = [translate(_("Cancelled")) if one.cancelled else "", when, one.location]
    return News(
        uid=one.uid.partition("@")[0],
        title=one.summary,
        updated=one.modified,
        url=one.url,
        summary=", ".join(filter(None, facts)),
    )


class FeedHead(ViewletBase):
    """In the head of the pages of a body and of a process, for programs that look."""

    @property
    def title(self) -> str:
        return feed_title(self.context)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/meetings.atom"


class FeedLink(ViewletBase):
    """On the pages of a body and of a process."""

    weight = 29

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/meetings.ics"

    @property
    def atom_url(self) -> str:
        return f"{self.context.absolute_url()}/meetings.atom"


class MyCalendarLink(ViewletBase):
    """On one's own page."""

    @property
    def url(self) -> str | None:
        if self.view.person is None:
            return None
        return f"{self.context.absolute_url()}/@@kpss-my-calendar"
