"""What may still be added to verified minutes: appendices, approval by the next meeting."""

from AccessControl import Unauthorized
from datetime import date
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.earlier import earlier_meetings
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import MINUTES_APPROVAL
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import rules_of
from kpss.addon.minutes.history import APPENDIX
from kpss.addon.minutes.history import APPROVED_NEXT
from kpss.addon.minutes.history import entries_of
from kpss.addon.minutes.history import Entry
from kpss.addon.minutes.history import write
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.verifying import own_id
from kpss.addon.minutes.words import checked_words
from kpss.addon.process.sections import process_of


LONGEST = 20_000
#: Outcomes of the standing item by which minutes are approved.
APPROVING = ("passed", "agreed")
#: How many earlier meetings may be without minutes.
LOOKED_BACK = 5


def append(minutes, text: str | None) -> None:
    """A later correction, with its day and the function of who made it; Refusal."""
    if not may_record(meeting_of(minutes)):
        raise Unauthorized()
    if not is_frozen(minutes):
        raise Refusal(
            "", _("The minutes are not verified yet; edit their text."), "not_frozen"
        )
    said = checked_words(
        text, "text", _("Write the text of the appendix."), longest=LONGEST
    )
    function = own_function(minutes)
    write(
        minutes,
        Entry(APPENDIX, now().date(), own_id(minutes), said, {"function": function}),
    )


def appendices_of(minutes) -> list[Entry]:
    return [one for one in entries_of(minutes) if one.kind == APPENDIX]


def own_function(minutes) -> str | None:
    """Id of the function that the present user holds in the process today."""
    person = own_id(minutes)
    if person is None:
        return None
    today, process = date.today(), process_of(minutes)
    body = body_of(meeting_of(minutes)).UID()
    held = [
        (stint.body != body, stint.function)
        for stint in ledger().stints_of(process.UID(), person)
        if stint.function and stint.powers is not None and stint.powers.holds(today)
    ]
    return min(held)[1] if held else None


def needs_approval(minutes) -> bool:
    """Whether the rules want the next meeting to approve them."""
    return rules_of(meeting_of(minutes)).minutes_approved_next == "yes"


def approved_by_next(minutes, meeting_uid: str, on: date) -> None:
    """The next meeting approved these minutes; once, whoever records that meeting.

    Called where its standing item is decided, after that was judged.
    """
    if approval_of(minutes) is None:
        write(minutes, Entry(APPROVED_NEXT, on, more={"meeting": meeting_uid}))


def approval_of(minutes) -> Entry | None:
    """The approval by the next meeting; None: there was none."""
    found = [one for one in entries_of(minutes) if one.kind == APPROVED_NEXT]
    return found[0] if found else None


def approved_in(meeting, event) -> None:
    """Subscriber: a closed meeting that approved the minutes of the last one says so."""
    for item in items_of(meeting):
        if item.kind == MINUTES_APPROVAL and item.outcome in APPROVING:
            minutes = _last_minutes(meeting)
            if minutes is not None:
                approved_by_next(
                    minutes, meeting.UID(), day_of(meeting) or now().date()
                )


def _last_minutes(meeting):
    """Minutes of the nearest earlier meeting that has some."""
    for earlier in earlier_meetings(meeting, limit=LOOKED_BACK):
        minutes = minutes_of(earlier)
        if minutes is not None:
            return minutes
    return None
