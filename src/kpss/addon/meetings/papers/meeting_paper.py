"""What all papers of a meeting have in common, for the present reader."""

from functools import cached_property
from kpss.addon.meetings.agenda.reading import Agenda
from kpss.addon.meetings.attendance.presiding import presiding_name
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.texts import STATE_TITLES
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import sees_inside
from kpss.addon.printing.office_paper import OfficePaper
from zope.i18nmessageid import Message


def facts_of(meeting) -> dict[str, Message | str | None]:
    """What every paper of a meeting says of it; nothing that is internal."""
    is_cancelled = state_of(meeting) == CANCELLED
    return {
        "body": body_of(meeting).title,
        "number": meeting.number,
        "time": span(meeting.start, meeting.end),
        "place": meeting.place,
        "state": STATE_TITLES[CANCELLED] if is_cancelled else None,
    }


class MeetingPaper(OfficePaper):
    """Of a meeting: people, links and what is internal only for who sees inside."""

    @cached_property
    def inside(self) -> bool:
        return sees_inside(self.context)

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.context)

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet(self.context)

    @property
    def lines(self) -> list:
        """The items that the reader may see, without mere proposals."""
        return [one for one in self.agenda.lines if not one.proposed_by]

    def presiding(self) -> str | None:
        """For those inside only; None where nobody presides by the rules."""
        return presiding_name(self.sheet) if self.inside else None
