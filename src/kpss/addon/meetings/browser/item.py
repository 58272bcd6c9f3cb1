"""The page of an item of the agenda: for insiders all of it, for others what is public."""

from functools import cached_property
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.meetings.planning.browser.labels import labels_of
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IWithoutByline)
class ItemPage(BrowserView):
    """For who may see the item."""

    @cached_property
    def meeting(self):
        return meeting_of(self.context)

    @cached_property
    def sees_inside(self) -> bool:
        return sees_inside(self.meeting)

    @cached_property
    def may_record(self) -> bool:
        """Whether the reader may go back to the agenda, to papers and to editing."""
        return is_open(self.meeting) and may_record(self.meeting)

    @property
    def is_heading(self) -> bool:
        return self.context.kind == HEADING

    @property
    def labels(self) -> dict[str, Message]:
        return labels_of(self.context)

    @property
    def outcome(self) -> Message | str:
        outcome = self.context.outcome
        return title_of(OUTCOMES, outcome) if outcome else ""

    @property
    def papers(self) -> list[dict[str, str]]:
        """Files that the reader may see."""
        return [
            {
                "title": paper.title or paper.getId(),
                "url": f"{paper.absolute_url()}/view",
            }
            for paper in self.context.objectValues()
            if api.user.has_permission("View", obj=paper)
        ]
