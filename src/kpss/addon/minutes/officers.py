"""Who takes the minutes, and who verifies them beside whom the rules name (PRA-19)."""

from AccessControl import Unauthorized
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.presiding import AWAY
from kpss.addon.meetings.attendance.presiding import roster_people
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.making import CLOSED_TEXT
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import minutes_of
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.naming import known_name
from zope.i18nmessageid import Message


#: Nobody appoints more.
MOST_VERIFIERS = 5


def why_not_name(meeting) -> Message | None:
    """Why nobody can be named now; None: somebody can."""
    if state_of(meeting) == CANCELLED:
        return _("The meeting was cancelled, nobody met.")
    minutes = minutes_of(meeting)
    return CLOSED_TEXT if minutes is not None and is_frozen(minutes) else None


@dataclass(frozen=True)
class Officers:
    """Names of who was named for a meeting, as far as the reader may know them."""

    taker: str | None
    verifiers: tuple[str, ...]


def officers_of(meeting) -> Officers:
    process = process_of(meeting)
    taker = meeting.minute_taker
    names = (known_name(process, one) for one in meeting.verifiers or ())
    return Officers(
        known_name(process, taker) if taker else None, tuple(filter(None, names))
    )


def people_of(process) -> Iterator[tuple[str, str]]:
    """Ids and names of the people of the process, for whom the reader may know."""
    for one in ledger().people(process.UID()):
        name = None if one.archived else known_name(process, one.id)
        if name:
            yield one.id, name


def with_hints(
    meeting, people: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, Message | str]]:
    """Ids and names, with why somebody can hardly verify the minutes."""
    facts = {one.id: one for one in ledger().people(process_of(meeting).UID())}
    sheet = sheet_of(meeting)
    away = {
        line.seat.person
        for line in sheet.lines
        if sheet.kept_of(line.member)["status"] in AWAY
    }
    for person, name in people:
        fact, mapping = facts.get(person), {"name": name}
        if fact is None or not fact.user_id:
            yield person, _("${name} – has no account, cannot verify", mapping=mapping)
        elif fact.uid in away:
            yield person, _("${name} – was not at the meeting", mapping=mapping)
        else:
            yield person, name


def name_officers(
    meeting, *, minute_taker: str | None, verifiers: Sequence[str]
) -> bool:
    """Answers whether that is new. Raises Unauthorized, Refusal."""
    if not may_record(meeting):
        raise Unauthorized()
    why = why_not_name(meeting)
    if why is not None:
        raise Refusal("", why, "not_now")
    wanted = minute_taker or None, list(dict.fromkeys(verifiers))
    before = meeting.minute_taker, list(meeting.verifiers or ())
    if wanted == before:
        return False
    _judge(meeting, *wanted, kept=before[1])
    meeting.minute_taker, meeting.verifiers = wanted
    records_of(meeting).touch()
    # Whoever is named may record, read or verify from now on
    meeting.reindexObjectSecurity()
    return True


def _judge(meeting, taker: str | None, verifiers: list[str], kept: list[str]) -> None:
    if taker is not None and taker not in dict(people_of(process_of(meeting))):
        raise Refusal(
            "minute_taker",
            _("There is no such person in this process."),
            "unknown_person",
        )
    known = {*roster_people(sheet_of(meeting)), *kept}
    if not known.issuperset(verifiers):
        raise Refusal(
            "verifiers", _("Choose somebody from the roster."), "not_on_roster"
        )
    if len(verifiers) > MOST_VERIFIERS:
        raise Refusal(
            "verifiers",
            _("Choose at most ${most} people.", mapping={"most": MOST_VERIFIERS}),
            "too_many",
        )
