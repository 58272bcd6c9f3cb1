"""The number of a meeting in its body: running in a year, given when it is convened."""

from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import rules_of
from kpss.addon.numbering.book import give_back
from kpss.addon.numbering.book import give_next
from kpss.addon.numbering.rules.numbers import Place
from kpss.addon.numbering.rules.periods import period_of


PATTERN = "{number}/{year}"
#: Beside the numbers of the resolutions of the same body.
BOOK = "{uid}:meetings"


def _place(meeting) -> tuple[str, Place]:
    body, on = body_of(meeting), day_of(meeting)
    kind = rules_of(meeting).numbering_period
    return BOOK.format(uid=body.UID()), Place(day=on, period=period_of(kind, on))


def number_it(meeting) -> None:
    """The next number of the body, unless the meeting has one."""
    if not meeting.number:
        book, place = _place(meeting)
        meeting.number = give_next(book, PATTERN, place, meeting.UID())


def free_number(meeting) -> None:
    """Of a meeting that goes; only the last number is given again."""
    if meeting.number and meeting.start is not None:
        book, place = _place(meeting)
        give_back(book, PATTERN, place, meeting.number, meeting.UID())
