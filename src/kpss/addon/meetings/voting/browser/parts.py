"""Results on the page of a meeting and of an item: numbers for everybody who sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.voting.reading import vote_lines
from kpss.addon.meetings.voting.reading import VoteLine
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.who import may_record
from kpss.addon.process.uids import uid_of
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class ItemResult:
    """What came of an item. ``url``: where it is recorded; empty for who only reads."""

    number: str
    title: str
    outcome: Message | str
    votes: tuple[VoteLine, ...]
    url: str

    @property
    def label(self) -> str:
        return f"{self.number}. {self.title}" if self.number else self.title


class Results(ViewletBase):
    """What both pages share."""

    methods = METHOD_TITLES

    @cached_property
    def meeting(self):
        return self.context

    @cached_property
    def may_record(self) -> bool:
        return is_open(self.meeting) and may_record(self.meeting)

    def result(self, item, number: str) -> ItemResult:
        url = f"{item.absolute_url()}/@@kpss-vote" if self.may_record else ""
        return ItemResult(
            number=number,
            title=item.title,
            outcome=title_of(OUTCOMES, item.outcome) if item.outcome else "",
            votes=tuple(vote_lines(Scene(item, sheet=sheet_of(self.meeting)))),
            url=url,
        )


class ResultsPart(Results):
    """Of all items that the reader may see."""

    weight = 40

    @property
    def available(self) -> bool:
        """Before it is opened there is nothing to tell or to record."""
        if self.meeting.simple or self.meeting.kind == PER_ROLLAM:
            return True
        state = state_of(self.meeting)
        if state == CONVENED:
            # Adjourned: it was opened before
            return bool(records_of(self.meeting).sittings)
        return state != PLANNED

    @cached_property
    def results(self) -> list[ItemResult]:
        return [
            one
            for one in self._results()
            if one.votes or one.outcome or self.may_record
        ]

    def _results(self) -> Iterator[ItemResult]:
        points = sheet_of(self.meeting).points
        for item in points.items:
            if item.kind == HEADING or item.proposed_by:
                continue
            if not self.may_record and not item.outcome and not votes_of(item).votes:
                # Nothing came of it yet, which is so with all before the meeting
                continue
            if api.user.has_permission("View", obj=item):
                yield self.result(item, points.numbers[uid_of(item)])


class ResultsOfItem(Results):
    """Of one item, on its own page."""

    @cached_property
    def meeting(self):
        return meeting_of(self.context)

    @property
    def available(self) -> bool:
        return True

    @cached_property
    def results(self) -> list[ItemResult]:
        found = self.result(self.context, "")
        return [found] if found.votes or found.url else []
