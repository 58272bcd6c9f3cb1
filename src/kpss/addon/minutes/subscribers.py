"""What a transition of minutes does, whoever makes it, and what stays."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.interfaces import IProgressRules
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.rules.progress import REOPEN
from kpss.addon.meetings.rules.progress import REOPEN_SESSION
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.visibility import settle
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import rules_of
from kpss.addon.minutes.history import Entry
from kpss.addon.minutes.history import WORKFLOW
from kpss.addon.minutes.history import write
from kpss.addon.minutes.interfaces import IMinutesFrozen
from kpss.addon.minutes.interfaces import IMinutesPublished
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.publishing import public_version
from kpss.addon.minutes.rules import states
from kpss.addon.notices.rules.telling import is_news
from kpss.addon.notices.rules.telling import MINUTES_PUBLISHED
from kpss.addon.notices.subscribers import tell
from kpss.addon.process.moving import is_itself
from zExceptions import BadRequest
from zope.component import adapter
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


#: Minutes of older meetings complete the records; approval and objections take a while.
LATE = timedelta(days=60)


@implementer(IMinutesFrozen)
class MinutesFrozen(ObjectEvent):
    """Minutes were verified or closed."""


@implementer(IMinutesPublished)
class MinutesPublished(ObjectEvent):
    """Minutes were published."""


def moved_on(minutes, event) -> None:
    """After a transition: the checksum, the public version, and whoever follows it."""
    if event.transition is None or event.workflow.getId() != WORKFLOW:
        return
    name = event.transition.getId()
    if name in (states.FREEZE, states.CLOSE):
        minutes.checksum = wording_of(minutes)
        notify(MinutesFrozen(minutes))
    elif name == states.PUBLISH:
        minutes.public_parts = public_version(minutes).kept()
    elif name == states.HIDE:
        minutes.public_parts = None
    minutes.reindexObject()
    if name in (states.PUBLISH, states.HIDE):
        # A closed meeting whose minutes everybody reads is known to everybody
        settle(meeting_of(minutes))
    if name == states.PUBLISH:
        notify(MinutesPublished(minutes))


def reopened(meeting, event) -> None:
    """After a transition of a meeting: what is recorded anew is not verified yet."""
    if event.transition is None or event.transition.getId() != REOPEN:
        return
    minutes = minutes_of(meeting)
    if minutes is not None and minutes_state(minutes) == states.VERIFICATION:
        write(minutes, Entry(states.RETURN, date.today()), states.RETURN)


def tell_published(minutes, event) -> None:
    """News of minutes of a meeting that somebody may still wait for (BER-60)."""
    meeting = meeting_of(minutes)
    on = day_of(meeting)
    if on is None or not is_news(on, date.today() - LATE):
        return
    tell(
        minutes,
        MINUTES_PUBLISHED,
        body=body_of(meeting).getId(),
        recipients=tuple(rules_of(meeting).minutes_recipients or ()),
    )


def refuse_losing(minutes, event) -> None:
    """Verified minutes stay; nothing is asked when the meeting goes."""
    if not is_itself(minutes, event) or event.oldParent is None:
        return
    if event.newParent is not None:
        raise BadRequest(translate(_("Minutes stay in their meeting.")))
    if is_frozen(minutes):
        raise BadRequest(
            translate(_("The minutes are verified, so they belong to the records."))
        )


def neutral_name(minutes, event) -> None:
    """A name of a file may name people: it is kept under one of ours."""
    file = minutes.file
    if file is None or not file.filename:
        return
    ending = file.filename.rpartition(".")[2]
    known = ending.isalnum() and len(ending) <= 5 and "." in file.filename
    name = f"minutes.{ending.lower()}" if known else "minutes"
    if file.filename != name:
        file.filename = name


@implementer(IProgressRules)
@adapter(IMeeting)
class AfterVerification:
    """A meeting whose minutes are verified is not reopened."""

    def __init__(self, meeting):
        self.meeting = meeting

    def asks(self, transition: str) -> list[Refusal]:
        return []

    def refusals(self, transition: str) -> list[Refusal]:
        if transition not in (REOPEN, REOPEN_SESSION):
            return []
        minutes = minutes_of(self.meeting)
        if minutes is None or not is_frozen(minutes):
            return []
        return [
            Refusal(
                "",
                _(
                    "The minutes are verified, so the records stay as they are; a later "
                    "correction is an appendix of the minutes."
                ),
                "minutes_verified",
            )
        ]
