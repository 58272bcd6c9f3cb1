"""Results on the page of an item and, by item, on that of a meeting: numbers for everybody."""

from collections.abc import Callable
from functools import cache
from functools import cached_property
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.interfaces import IToldOfItems
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.voting.consequences import Consequences
from kpss.addon.meetings.voting.consequences import Link
from kpss.addon.meetings.voting.fitting import misfits
from kpss.addon.meetings.voting.reading import vote_lines
from kpss.addon.meetings.voting.reading import VoteLine
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.who import may_record
from plone.app.layout.viewlets.common import ViewletBase
from zope.component import adapter
from zope.interface import implementer


@implementer(IToldOfItems)
@adapter(IMeeting)
class Results:
    """What was voted, in words. Of no vote it is told here who voted how."""

    def __init__(self, meeting):
        self.meeting = meeting
        self._lines: dict[str, list[VoteLine]] = {}

    @cached_property
    def may_record(self) -> bool:
        return is_open(self.meeting) and may_record(self.meeting)

    @cached_property
    def has_begun(self) -> bool:
        """Before it is opened there is nothing to tell or to record."""
        if self.meeting.simple or self.meeting.kind == PER_ROLLAM:
            return True
        state = state_of(self.meeting)
        if state == CONVENED:
            # Adjourned: it was opened before
            return bool(records_of(self.meeting).sittings)
        return state != PLANNED

    @cached_property
    def word(self) -> Callable[[str], str]:
        """A title without values, translated once: every vote has one."""
        return cache(translate)

    def told(self, item) -> list[str]:
        if not self.has_begun:
            return []
        return [self.said(vote) for vote in self.lines(item)]

    def lines(self, item) -> list[VoteLine]:
        """Read once on a page, which asks more than once for them."""
        key = item.getId()
        if key not in self._lines:
            self._lines[key] = vote_lines(Scene(item), inside=False)
        return self._lines[key]

    def warnings(self, item) -> list[str]:
        """Only that it is so: why is said where it is recorded."""
        if not (self.has_begun and self.may_record):
            return []
        if not misfits(item, sheet_of(self.meeting)):
            return []
        return [self.word(_("A vote does not fit who was there."))]

    @cached_property
    def consequences(self) -> Consequences:
        meeting = self.meeting
        return Consequences(meeting, lambda: items_of(meeting), self.made)

    def made(self, item) -> list[str]:
        """UIDs of resolutions, whoever may see them."""
        return [one.followed.kept["uid"] for one in self.lines(item) if one.followed]

    def links(self, item) -> list[Link]:
        if not self.has_begun or not self.made(item):
            return []
        return self.consequences.of(item)

    def said(self, vote: VoteLine) -> str:
        method = self.word(METHOD_TITLES[vote.method])
        if not vote.counted:
            return method
        return " · ".join((method, vote.counted, " ".join(vote.explanation)))

    def page(self, item) -> str:
        if not self.has_begun or not self.may_record or item.kind == HEADING:
            return ""
        return "@@kpss-vote"


class ResultsOfItem(ViewletBase):
    """On the page of the item."""

    @cached_property
    def results(self) -> Results:
        return Results(meeting_of(self.context))

    @cached_property
    def votes(self) -> list[str]:
        return self.results.told(self.context)

    @property
    def warnings(self) -> list[str]:
        return self.results.warnings(self.context)

    @cached_property
    def links(self) -> list[Link]:
        item = self.context
        return Consequences(self.results.meeting, lambda: [item], self.results.made).of(
            item
        )

    @property
    def outcome(self) -> str:
        outcome = self.context.outcome
        return translate(title_of(OUTCOMES, outcome)) if outcome else ""

    @property
    def url(self) -> str:
        """Where it is recorded; empty for who only reads."""
        page = self.results.page(self.context)
        return f"{self.context.absolute_url()}/{page}" if page else ""
