"""The verification of minutes for one reader inside, as plain values.

Names are told to who may know them; a line without a name says the function.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.i18n import _
from kpss.addon.minutes.appending import appendices_of
from kpss.addon.minutes.appending import approval_of
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.rules.states import VERIFICATION
from kpss.addon.minutes.rules.verification import Need
from kpss.addon.minutes.rules.verification import NOT_NAMED
from kpss.addon.minutes.rules.verification import Standing
from kpss.addon.minutes.texts import NEED_PROBLEMS
from kpss.addon.minutes.verifying import deadline_of
from kpss.addon.minutes.verifying import may_object
from kpss.addon.minutes.verifying import needs_of
from kpss.addon.minutes.verifying import standing_of
from kpss.addon.minutes.verifying import WHY_NOT
from kpss.addon.minutes.verifying import why_not_verify
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.naming import known_name
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class NeedLine:
    """``names``: who may meet it; ``verified_by``: who did, "" where not for the reader."""

    key: str
    function: str | None
    title: Message | str
    names: tuple[str, ...]
    is_done: bool
    verified_by: str | None
    problem: str | None
    why: Message | None


@dataclass(frozen=True)
class ObjectionLine:
    """``settled`` None: it is open."""

    number: int
    by: str | None
    on: date
    text: str
    settled: str | None
    settled_on: date | None


@dataclass(frozen=True)
class AppendixLine:
    """``by``: the function of who added it."""

    on: date
    by: str | None
    text: str


class Reading:
    """Gathered once for a page or an answer."""

    def __init__(self, minutes):
        self.minutes = minutes
        self.process = process_of(minutes)
        self.titles = Titles(self.process)

    @cached_property
    def state(self) -> str:
        return minutes_state(self.minutes)

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self.minutes)

    @property
    def deadline(self) -> date | None:
        return deadline_of(self.minutes)

    @cached_property
    def needs(self) -> list[NeedLine]:
        done = self.standing.done
        return [self._need(one, done.get(one.key)) for one in needs_of(self.minutes)]

    def _need(self, need: Need, by: str | None) -> NeedLine:
        title: Message | str = _("person named for this meeting")
        if need.function is not None:
            title = self.titles.functions.get(need.function, need.function)
        problem = None if by else need.problem
        return NeedLine(
            need.key,
            need.function,
            title,
            tuple(filter(None, (self.name(one) for one in need.people))),
            by is not None,
            (self.name(by) or "") if by else None,
            problem,
            NEED_PROBLEMS[problem] if problem else None,
        )

    @cached_property
    def objections(self) -> list[ObjectionLine]:
        return [
            ObjectionLine(
                one.number,
                self.name(one.person),
                one.on,
                one.text,
                one.settled,
                one.settled_on,
            )
            for one in self.standing.objections
        ]

    @cached_property
    def appendices(self) -> list[AppendixLine]:
        return [
            AppendixLine(
                one.on,
                self.titles.functions.get((one.more or {}).get("function") or ""),
                one.text or "",
            )
            for one in appendices_of(self.minutes)
        ]

    @property
    def approved_on(self) -> date | None:
        """The day on which the next meeting approved the minutes."""
        found = approval_of(self.minutes)
        return found.on if found else None

    @cached_property
    def why_not(self) -> str | None:
        return why_not_verify(self.minutes)

    @property
    def may_verify(self) -> bool:
        return self.state == VERIFICATION and self.why_not is None

    @property
    def why_not_verify(self) -> Message | None:
        """Told to who is concerned; None for others."""
        if self.state != VERIFICATION or self.why_not in (None, NOT_NAMED):
            return None
        return WHY_NOT[self.why_not]

    @property
    def may_object(self) -> bool:
        return may_object(self.minutes)

    def name(self, person: str | None) -> str | None:
        return known_name(self.process, person) if person else None

    @property
    def meeting(self):
        return meeting_of(self.minutes)
