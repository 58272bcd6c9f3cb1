"""The catalogue follows the rules of a body: who presides by them sees its meetings."""

from Acquisition import aq_parent
from kpss.addon.bodies.body import IBody
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import is_open
from kpss.addon.process.moving import is_itself


def follow_rules(rules, event) -> None:
    """Subscriber: rules of procedure came, changed or went; what is closed stays."""
    body = aq_parent(rules)
    if not (IBody.providedBy(body) and is_itself(rules, event)):
        return
    for meeting in body.objectValues():
        if IMeeting.providedBy(meeting) and is_open(meeting):
            meeting.reindexObjectSecurity()
