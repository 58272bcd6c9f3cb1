"""A poll for the date of a meeting (BER-20, ZAT-26).

People are known by keys that mean nothing here. A date is known by its own key.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.meetings.rules import presence
from kpss.addon.meetings.rules import replies
from kpss.addon.meetings.rules.links import midnight_after
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.replies import Forecast
from kpss.addon.meetings.rules.replies import Refused
from kpss.addon.meetings.rules.replies import Reply


YES, IF_NEEDED, NO = "yes", "if_needed", "no"
ANSWERS = (YES, IF_NEEDED, NO)
#: With these somebody comes.
POSSIBLE = (YES, IF_NEEDED)
#: The least and the most dates of a poll.
LEAST, MOST = 2, 20
MAX_NOTE = 500

OPEN, CHOSEN, CANCELLED = "open", "chosen", "cancelled"

#: By the dates of a person.
Said = Mapping[str, str]


def closes(until: date, near: datetime) -> datetime:
    """When answers are over: at the end of their last day, in the zone of ``near``."""
    return midnight_after(until, near)


def date_flaws(starts: Sequence[datetime], now: datetime) -> list[Refused]:
    """What is wrong with the proposed times; ``number`` says with which of them."""
    if not LEAST <= len(starts) <= MOST:
        code = "too_few" if len(starts) < LEAST else "too_many"
        return [Refused(code, "dates", {"least": LEAST, "most": MOST})]
    found = []
    for number, start in enumerate(starts):
        if start <= now:
            found.append(Refused("past", "dates", {"number": number}))
        elif start in starts[:number]:
            found.append(Refused("twice", "dates", {"number": number}))
    return found


def deadline_flaw(
    until: date, starts: Collection[datetime], now: datetime
) -> Refused | None:
    """The last day for answers is not over, and before the day of the first date."""
    if until < now.date():
        return Refused("until_past", "until")
    if starts and until >= min(starts).date():
        return Refused("until_late", "until")
    return None


def answer_flaw(
    said: Said, note: str, dates: Collection[str], *, state: str, over: bool
) -> Refused | None:
    """Why an answer is not taken; None: it is. A date may be left out, not all."""
    if state != OPEN:
        return Refused(state, "")
    if over:
        return Refused("over", "")
    for key, answer in said.items():
        if key not in dates:
            return Refused("no_such_date", key)
        if answer not in ANSWERS:
            return Refused("no_such_answer", key, {"allowed": ", ".join(ANSWERS)})
    if len(note) > MAX_NOTE:
        return Refused("too_long", "note", {"maximum": MAX_NOTE})
    return None if said else Refused("nothing_said", "")


@dataclass(frozen=True)
class Tally:
    """How many could come on a date. ``silent``: who has not said."""

    date: str
    yes: int
    if_needed: int
    no: int
    silent: int

    @property
    def possible(self) -> int:
        return self.yes + self.if_needed


def tally(
    dates: Iterable[str],
    answers: Mapping[str, Said],
    asked: Iterable[str],
) -> list[Tally]:
    """Counts for each date, of those who were asked; answers of others do not count."""
    people = tuple(dict.fromkeys(asked))
    found = []
    for one in dates:
        said = [answers.get(person, {}).get(one) for person in people]
        counts = {answer: said.count(answer) for answer in ANSWERS}
        silent = len(people) - sum(counts.values())
        found.append(Tally(one, counts[YES], counts[IF_NEEDED], counts[NO], silent))
    return found


def forecast(
    key: str,
    seats: Sequence[Seat],
    answers: Mapping[str, Said],
    quorum: Share | None,
    *,
    substitutes: str | None = None,
    votes_per_organisation: int | None = None,
) -> Forecast:
    """Whether the body would have a quorum on a date, by the seats of that day.

    The seat of a member who cannot come is filled by a substitute who can: first the
    member's own, then one for everybody.
    """
    said = {one.member: answers.get(one.member, {}).get(key) for one in seats}
    free = [
        one
        for one in seats
        if one.kind == presence.SUBSTITUTE and said[one.member] in POSSIBLE
    ]
    free.sort(key=lambda one: one.substitute_of is None)
    given: dict[str, Reply] = {}
    for seat in seats:
        if seat.kind == presence.SUBSTITUTE:
            # Comes when a member who cannot is stood in for
            continue
        answer = said[seat.member]
        if answer in POSSIBLE:
            given[seat.member] = Reply(replies.COMING)
        elif answer == NO:
            given[seat.member] = _absent(seat, free)
    return replies.forecast(
        seats,
        given,
        quorum,
        substitutes=substitutes,
        votes_per_organisation=votes_per_organisation,
    )


def _absent(seat: Seat, free: list[Seat]) -> Reply:
    """Takes the substitute from those who are free."""
    fitting = (one for one in free if one.substitute_of in (None, seat.member))
    who = next(fitting, None) if seat.kind == presence.MEMBER and seat.voting else None
    if who is None:
        return Reply(replies.EXCUSED)
    free.remove(who)
    return Reply(replies.SUBSTITUTE, substitute=who.member)


@dataclass(frozen=True)
class Prospect:
    """What the answers promise of a date."""

    tally: Tally
    forecast: Forecast


def best(found: Iterable[Prospect]) -> list[str]:
    """Dates with most votes in the room, then with most people, then most gladly.

    Several when they are equal; none while nobody could come on any.
    """
    ranks = {
        one.tally.date: (one.forecast.coming, one.tally.possible, one.tally.yes)
        for one in found
        if one.tally.possible
    }
    most = max(ranks.values(), default=None)
    return [key for key, rank in ranks.items() if rank == most]
