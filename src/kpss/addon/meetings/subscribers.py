"""What happens to a meeting when it is moved on, copied and deleted.

Everything that a transition does is done here, whoever makes it.
"""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.interfaces import IMeetingCancelled
from kpss.addon.meetings.interfaces import IMeetingClosed
from kpss.addon.meetings.interfaces import IMeetingConvened
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.numbering import free_number
from kpss.addon.meetings.numbering import number_it
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import forget
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import progress as rules
from kpss.addon.meetings.sittings import begin_sitting
from kpss.addon.meetings.sittings import end_sitting
from kpss.addon.meetings.visibility import settle
from kpss.addon.process.moving import is_itself
from zExceptions import BadRequest
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


#: Numbered when they begin to be something that others know of.
NUMBERED = (rules.CONVENE, rules.OPEN, rules.ENTER)
#: States in which a meeting may still be deleted.
DELETABLE = (rules.PLANNED,)


@implementer(IMeetingConvened)
class MeetingConvened(ObjectEvent):
    """A meeting was convened."""


@implementer(IMeetingClosed)
class MeetingClosed(ObjectEvent):
    """A meeting was closed."""


@implementer(IMeetingCancelled)
class MeetingCancelled(ObjectEvent):
    """A meeting was cancelled."""

    def __init__(self, meeting, was_convened: bool):
        super().__init__(meeting)
        self.was_convened = was_convened


def moved_on(meeting, event) -> None:
    """After a transition of ``kpss_meeting_workflow``."""
    if event.transition is None or event.workflow.getId() != "kpss_meeting_workflow":
        return
    transition = event.transition.getId()
    if transition in NUMBERED:
        number_it(meeting)
    if transition in (rules.OPEN, rules.REOPEN_SESSION):
        begin_sitting(meeting)
    elif transition in (rules.ADJOURN, rules.END):
        end_sitting(meeting)
    records_of(meeting).touch()
    settle(meeting)
    meeting.reindexObject()
    if transition == rules.CONVENE:
        notify(MeetingConvened(meeting))
    elif transition == rules.CLOSE:
        notify(MeetingClosed(meeting))
    elif transition == rules.CANCEL:
        notify(MeetingCancelled(meeting, event.old_state.getId() == rules.CONVENED))


def begin_anew(obj, event) -> None:
    """A copy is a new meeting, or a new item: nothing was recorded of it."""
    forget(obj)
    if IMeeting.providedBy(obj):
        obj.number = None
        return
    obj.outcome = obj.notes = obj.postponed_to = obj.postponed_from = None
    obj.proposed_by = obj.put_forward_by = obj.refusal = None
    obj.late = False


def refuse_losing(obj, event) -> None:
    """What others know of stays; nothing is asked when the body goes."""
    if not is_itself(obj, event) or event.oldParent is None:
        return
    if IMeeting.providedBy(obj):
        if state_of(obj) not in DELETABLE:
            raise BadRequest(translate(why_it_stays(obj)))
        if event.newParent is None:
            free_number(obj)
    elif not obj.proposed_by and state_of(event.oldParent) not in DELETABLE:
        raise BadRequest(translate(why_it_stays(obj)))


def why_it_stays(obj):
    mapping = {"title": obj.title}
    if IMeeting.providedBy(obj):
        return _(
            "“${title}” stays: people were told of it. Cancel the meeting instead.",
            mapping=mapping,
        )
    return _(
        "“${title}” stays: the meeting was convened with it. Withdraw the item instead.",
        mapping=mapping,
    )
