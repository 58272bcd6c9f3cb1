"""``{item}/@@kpss-item-task``: a task that follows from an item."""

from functools import cached_property
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.tasks.browser.imposing import Impose
from plone import api


class ImposeFromItem(Impose):
    """Imposed by the resolution of the item; without one, by the meeting."""

    @cached_property
    def imposing(self):
        kept = Scene(self.context).records.votes
        uids = [vote["resolution"]["uid"] for vote in kept.values() if _has_one(vote)]
        found = api.content.get(UID=uids[-1]) if uids else None
        return found if found is not None else meeting_of(self.context)

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-vote"

    def target(self, task) -> str:
        return self.back_url


def _has_one(vote) -> bool:
    return bool(vote.get("resolution"))
