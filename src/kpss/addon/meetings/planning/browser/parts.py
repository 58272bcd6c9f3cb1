"""Meetings on pages of others: those of a body, those of the process that come next."""

from datetime import date
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.browser.times import when
from kpss.addon.meetings.planning.allowed import may_plan
from kpss.addon.meetings.planning.allowed import others_plan
from kpss.addon.meetings.planning.browser.labels import labels_of
from kpss.addon.meetings.planning.searching import line_of
from kpss.addon.meetings.planning.searching import MeetingLine
from kpss.addon.meetings.planning.searching import search
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import IN_SESSION
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.texts import STATE_TITLES
from kpss.addon.process.meeting_words import named
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


#: Meetings that are ahead of a reader.
AHEAD = (PLANNED, CONVENED, IN_SESSION)
SHOWN = 5


class MeetingsPart(ViewletBase):
    """A few meetings that the reader may know of, and the way to all of them."""

    when = staticmethod(when)
    states = STATE_TITLES
    parts = ViewPageTemplateFile("line.pt")
    title: Message = _("${Meetings}")
    #: Whether a line names the body.
    names_body = False
    may_add = False
    #: Who prepares meetings, for who does not.
    others_plan: Message | None = None

    @cached_property
    def coming(self) -> list[MeetingLine]:
        found = search(self.context, first=date.today(), states=AHEAD, limit=SHOWN)
        return [line_of(brain) for brain in found]

    @cached_property
    def past(self) -> list[MeetingLine]:
        return []

    @property
    def heading(self) -> Message:
        return named(self.title, self.context)

    @property
    def labels(self) -> dict[str, Message]:
        return labels_of(self.context)

    @property
    def all_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-meetings"

    @property
    def is_shown(self) -> bool:
        return bool(self.coming or self.past or self.may_add or self.others_plan)


class MeetingsOfBody(MeetingsPart):
    """On the page of a body: what comes next, what was last."""

    @cached_property
    def past(self) -> list[MeetingLine]:
        known = {line.url for line in self.coming}
        found = search(
            self.context, last=date.today(), newest_first=True, limit=SHOWN + 1
        )
        lines = (line_of(brain) for brain in found)
        return [line for line in lines if line.url not in known][:SHOWN]

    @cached_property
    def may_add(self) -> bool:
        return may_plan(self.context)

    @cached_property
    def others_plan(self) -> Message | None:
        return others_plan(self.context)


class ComingOfBody(MeetingsOfBody):
    """At the top of the page of a body, which may be long: what comes next."""

    @property
    def next(self) -> MeetingLine | None:
        return self.coming[0] if self.coming else None

    @property
    def is_shown(self) -> bool:
        return bool(self.coming or self.may_add)


class MeetingsHome(MeetingsPart):
    """On the home page."""

    weight = 24
    title = _("Coming ${meetings}")
    names_body = True
