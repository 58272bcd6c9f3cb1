"""The attendance sheet of a meeting as the rules see it."""

from collections.abc import Mapping
from functools import cached_property
from kpss.addon.approval.memo import once
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.points import Points
from kpss.addon.meetings.attendance.points import Say
from kpss.addon.meetings.attendance.roster import lines_of
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.texts import in_course
from kpss.addon.meetings.attendance.texts import quorum_sentences
from kpss.addon.meetings.attendance.texts import stay_text
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import presence as rules
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.rules.quorum import Quorum
from kpss.addon.meetings.rules.quorum import quorum
from kpss.addon.meetings.rules.stays import is_there
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import Stay
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import rules_of
from kpss.addon.process.uids import uid_of
from typing import Any
from zope.i18nmessageid import Message


#: What is kept of a member beside the revision at which it was recorded.
KEPT = ("status", "arrived", "left", "again", "substitute", "proxy")
#: A time at the meeting as kept: from which point to which.
Kept = tuple[str | None, str | None]


class Sheet:
    """Gathered once; a new one is made after anything was recorded."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.records = records_of(meeting)

    @cached_property
    def points(self) -> Points:
        return Points(self.meeting)

    @cached_property
    def lines(self) -> list[RosterLine]:
        return lines_of(self.meeting)

    @cached_property
    def by_member(self) -> dict[str, RosterLine]:
        return {one.member: one for one in self.lines}

    @cached_property
    def seats(self) -> list[Seat]:
        return [one.seat for one in self.lines]

    @cached_property
    def rules(self) -> Procedure:
        """The rules of procedure in force on the day of the meeting."""
        return rules_of(self.meeting)

    @property
    def was_recorded(self) -> bool:
        """Whether anybody recorded who came."""
        return bool(len(self.records.attendance))

    def kept_of(self, member: str) -> dict[str, Any]:
        """What is recorded of a person, all of KEPT; None: nothing."""
        return kept(self.records.attendance.get(member) or {})

    @cached_property
    def marks(self) -> dict[str, Mark]:
        return {
            member: self.mark(value)
            for member, value in self.records.attendance.items()
        }

    def mark(self, value: Mapping[str, Any]) -> Mark:
        """What is kept of a person, for the rules."""
        (arrived, left), *again = stays_of(value)
        point = self.points.point
        return Mark(
            status=value.get("status"),
            arrived=point(arrived),
            left=point(left),
            again=tuple(Stay(point(since), point(until)) for since, until in again),
            substitute=value.get("substitute"),
            proxy=value.get("proxy"),
        )

    def stays_said(self, value: Mapping[str, Any], say: Say = translate) -> list[str]:
        """From when to when a person was there, each time; nothing: all the time."""
        said = self.points.said
        found = [
            stay_text(said(since, say), said(until, say, until=True))
            for since, until in stays_of(value)
        ]
        return [say(one) for one in found if one]

    @property
    def now(self) -> Point:
        """The point that a reader means: now, and of a meeting that is over its beginning."""
        return self.points.first if self.is_over else self.points.last

    @property
    def is_over(self) -> bool:
        return state_of(self.meeting) in (HELD, CLOSED)

    def presence(self, at: Point | None) -> Presence:
        """Whose vote counts at a point; None: at any time of the meeting.

        Worked out once for the same people: at most items nobody comes or leaves.
        """
        there = frozenset(one for one, mark in self.marks.items() if is_there(mark, at))
        if there not in self._presences:
            self._presences[there] = rules.presence(
                self.seats,
                self.marks,
                at,
                votes_per_organisation=self.rules.votes_per_organisation,
                proxies=self.rules.proxies,
                substitutes=self.rules.substitutes,
            )
        return self._presences[there]

    @cached_property
    def _presences(self) -> dict[frozenset[str], Presence]:
        return {}

    def quorum(self, at: Point | None) -> Quorum:
        return quorum(self.rules.quorum, self.presence(at))

    def sentences(self, judged: Quorum) -> list[Message]:
        """The first one says whether the body can decide, the others who is missing."""
        return quorum_sentences(judged, body_of(self.meeting).kind)

    @property
    def told(self) -> list[Message]:
        """Of now; of a meeting that is over, of its beginning and of its course."""
        return (
            self.of_beginning if self.is_over else self.sentences(self.quorum(self.now))
        )

    @property
    def of_beginning(self) -> list[Message]:
        """As ``sentences``, with how many came in the course of the meeting if others."""
        judged, whole = self.quorum(self.points.first), self.quorum(None)
        kind = body_of(self.meeting).kind
        first, *more = quorum_sentences(judged, kind, at_beginning=True)
        later = [in_course(whole)] if whole.present != judged.present else []
        return [first, *later, *more]


def kept(value: Mapping[str, Any]) -> dict[str, Any]:
    """The recorded values alone, each named; None: nothing.

    ``arrived`` and ``left`` are those of the first stay, ``again`` lists later ones.
    """
    return {name: value.get(name) or None for name in KEPT}


def stays_of(value: Mapping[str, Any]) -> list[Kept]:
    """All times at the meeting, the first one always."""
    again = value.get("again") or ()
    return [(one.get("arrived"), one.get("left")) for one in (value, *again)]


def sheet_of(meeting) -> Sheet:
    """The one that all parts of a page share."""
    return once(("sheet", uid_of(meeting)), lambda: Sheet(meeting))
