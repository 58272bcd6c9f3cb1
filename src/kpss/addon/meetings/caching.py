"""For caches: what of a meeting and its items is recorded beside their fields."""

from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.process.caching import IRecordedBeside
from zope.component import adapter
from zope.interface import implementer


@implementer(IRecordedBeside)
@adapter(IMeeting)
class RecordedOfMeeting:
    """Attendance, guests, answers, votes and interests change its page.

    So does its beginning, when answers are closed.
    """

    def __init__(self, meeting):
        self.meeting = meeting

    def __call__(self) -> str:
        start = local(self.meeting.start)
        begun = start is not None and start <= now()
        return f"{records_of(self.meeting).shown}{'+' if begun else ''}"


@implementer(IRecordedBeside)
@adapter(IAgendaItem)
class RecordedOfItem(RecordedOfMeeting):
    """Who is there and whose vote counts follows from the whole meeting."""

    def __init__(self, item):
        super().__init__(meeting_of(item))
