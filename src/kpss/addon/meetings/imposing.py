"""A meeting imposes tasks (BER-74)."""

from Acquisition import aq_parent
from datetime import date
from kpss.addon.i18n import _
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import day_of
from kpss.addon.tasks.interfaces import IImposer
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IImposer)
@adapter(IMeeting)
class ImposingMeeting:
    """What is said of a meeting beside its tasks."""

    #: Tasks of a discussion are no published resolution.
    is_public = False

    def __init__(self, context):
        self.context = context

    @property
    def label(self) -> str:
        return self.context.title

    @property
    def number(self) -> str | None:
        return self.context.number

    @property
    def on(self) -> date | None:
        return day_of(self.context)

    @property
    def body(self) -> str:
        return aq_parent(self.context).getId()

    @property
    def refused(self) -> Message | None:
        state = state_of(self.context)
        if state in (PLANNED, CANCELLED):
            return _("Only a meeting that was convened imposes tasks.")
        return None
