"""The room in which an item is voted on: who may vote, by which rules."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from kpss.addon.meetings.attendance.presiding import presiding_seats
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.linked import decisive
from kpss.addon.meetings.rules.linked import Linked
from kpss.addon.meetings.rules.presence import Presence
from kpss.addon.meetings.rules.presence import presence
from kpss.addon.meetings.rules.progress import IN_SESSION
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.quorum import has_quorum
from kpss.addon.meetings.rules.stays import Mark
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.rules.stays import PRESENT
from kpss.addon.meetings.rules.voting import Majority
from kpss.addon.meetings.rules.voting import NOT_VOTED
from kpss.addon.meetings.rules.voting import OF_PRESENT
from kpss.addon.meetings.rules.voting import Room
from kpss.addon.meetings.rules.voting import tie_rule_of
from kpss.addon.meetings.times import now
from typing import Any


class Scene:
    """Gathered once for an item; a new one is made after anything was recorded.

    Outside a meeting (per rollam) whoever answers is there. ``time``: of a vote that was
    recorded while the meeting went on; None: now, and of a meeting that is over none.
    ``sheet``: where many items of a meeting are read; None: one of its own.
    """

    def __init__(self, item, time: datetime | None = None, sheet: Sheet | None = None):
        self.item = item
        self._time = time
        self._sheet = sheet
        self.meeting = meeting_of(item)
        self.records = votes_of(item)

    @classmethod
    def of_vote(
        cls, item, vote: Mapping[str, Any], sheet: Sheet | None = None
    ) -> "Scene":
        """When a vote was taken, by who was there as it is recorded now."""
        taken = vote.get("time")
        return cls(item, datetime.fromisoformat(taken) if taken else None, sheet)

    @cached_property
    def sheet(self) -> Sheet:
        return self._sheet or Sheet(self.meeting)

    @property
    def per_rollam(self) -> bool:
        return self.meeting.kind == PER_ROLLAM

    @cached_property
    def point(self) -> Point:
        """The item now; of a meeting that is over, when the agenda expected it."""
        return self.sheet.points.of_item(self.item.UID(), self.time)

    @cached_property
    def time(self) -> datetime | None:
        if self._time is None and state_of(self.meeting) == IN_SESSION:
            return now().replace(microsecond=0)
        return self._time

    @cached_property
    def present(self) -> Presence:
        return self.sheet.presence(self.point)

    def presence(self, ballots: Iterable[Ballot] = ()) -> Presence:
        """Whose vote counts; outside a meeting those who answered."""
        if not self.per_rollam:
            return self.present
        marks = {
            one.member: Mark(PRESENT) for one in ballots if one.choice != NOT_VOTED
        }
        return presence(
            self.sheet.seats,
            marks,
            votes_per_organisation=self.sheet.rules.votes_per_organisation,
            substitutes=self.sheet.rules.substitutes,
        )

    @property
    def excluded(self) -> frozenset[str]:
        """Who does not vote: by an interest, own or of whoever casts the vote."""
        given = self.present.proxies.items()
        return self.declared.union(one for one, by in given if by in self.declared)

    @cached_property
    def declared(self) -> frozenset[str]:
        """Members who declared an interest and do not vote."""
        return frozenset(
            member
            for member, value in self.records.interests.items()
            if value["excluded"]
        )

    @cached_property
    def given(self) -> dict[str, str]:
        """Choices of members who voted outside a meeting, also those entered for them."""
        known = self.sheet.by_member
        return {
            member: value["choice"]
            for member, value in self.records.ballots.items()
            if member in known and member not in self.declared
        }

    @cached_property
    def entered(self) -> frozenset[str]:
        """Members whose choice somebody entered who was told it."""
        ballots = self.records.ballots.items()
        return frozenset(member for member, one in ballots if one.get("entered"))

    def room(self, ballots: Iterable[Ballot] = ()) -> Room:
        who = self.presence(ballots)
        rules = self.sheet.rules
        return Room(
            members=who.members,
            present=who.present,
            excluded=sum(one.member in self.excluded for one in who.counted),
            quorate=has_quorum(rules.quorum, who.present, who.members),
            impartial=not (
                self.declared and self.declared & presiding_seats(self.sheet)
            ),
            outside=self.per_rollam,
        )

    @property
    def majority(self) -> Majority:
        rules = self.sheet.rules
        return Majority(
            share=rules.majority,
            basis=rules.majority_basis or OF_PRESENT,
            tie_rule=tie_rule_of(rules.tie_rule, rules.chair_powers or ()),
        )

    @property
    def decisive(self) -> str | None:
        """Key of the vote that decides the item; None: nothing was decided."""
        return decisive(linked(self.records.votes))


def linked(votes: Mapping[str, Mapping[str, Any]]) -> Iterator[Linked]:
    """Votes as the rules see what they have to do with one another."""
    for key, one in votes.items():
        yield Linked(key, one["result"], one.get("repeats"), one.get("amends"))
