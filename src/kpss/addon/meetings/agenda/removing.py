"""Taking an item away while the meeting is being planned."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import PLANNED


def remove_item(item) -> None:
    """Raises Refusal once others know of the agenda."""
    meeting = meeting_of(item)
    if state_of(meeting) != PLANNED:
        raise Refusal(
            "",
            _("The meeting was convened with this item: withdraw or hide it instead."),
            "stays",
        )
    meeting.manage_delObjects([item.getId()])
