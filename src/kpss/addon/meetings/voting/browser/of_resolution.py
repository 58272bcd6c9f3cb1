"""On the page of a resolution: the meeting and the item at which it was voted on."""

from functools import cached_property
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.voting.consequences import item_of
from kpss.addon.meetings.voting.consequences import Link
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


class MeetingOfResolution(ViewletBase):
    """Each of the two for who may see it."""

    @cached_property
    def links(self) -> list[Link]:
        item = item_of(self.context)
        found = () if item is None else (meeting_of(item), item)
        return [
            (one.title, one.absolute_url())
            for one in found
            if api.user.has_permission("View", obj=one)
        ]
