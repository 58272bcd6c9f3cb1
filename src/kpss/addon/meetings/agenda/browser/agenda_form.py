"""What the forms of who prepares an agenda share."""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.who import may_record
from zope.i18nmessageid import Message


class AgendaForm(RefusableForm):
    """Of a meeting or of one of its items, as long as its agenda may change."""

    @cached_property
    def meeting(self):
        here = IMeeting.providedBy(self.context)
        return self.context if here else meeting_of(self.context)

    def __call__(self):
        if not may_record(self.meeting):
            raise Unauthorized()
        return super().__call__()

    @property
    def refused(self) -> Message | None:
        if not is_open(self.meeting):
            return _("The meeting is closed; its agenda stays as it is.")
        return None

    @property
    def back_url(self) -> str:
        """Where the item stands."""
        return f"{self.meeting.absolute_url()}/@@kpss-agenda#{self.context.getId()}"
