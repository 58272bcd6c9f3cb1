"""What waits for somebody's verification, on the home page and on one's own."""

from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.minutes.awaiting import Waiting
from kpss.addon.minutes.awaiting import waiting_for_me
from plone.app.layout.viewlets.common import ViewletBase


class Awaiting(ViewletBase):
    """Nothing where nothing waits."""

    weight = 5
    day = staticmethod(day)

    @cached_property
    def waiting(self) -> list[Waiting]:
        return waiting_for_me(self.context)
