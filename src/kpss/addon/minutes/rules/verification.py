"""Who verifies minutes, who has, and until when (PRA-14, PRA-19; decision 19).

All whom the rules name must verify, in any order, each need by another person. A
verification counts for the wording that the person saw.
"""

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kpss.addon.approval.rules.chain import WORKING
from kpss.addon.approval.rules.deadlines import add_working_days
from kpss.addon.approval.rules.deadlines import working_day_from


#: Kinds of acts.
VERIFIED, OBJECTED, RESOLVED, SUBSTITUTED = (
    *("verified", "objected", "resolved", "substituted"),
)
ACTS = (VERIFIED, OBJECTED, RESOLVED, SUBSTITUTED)

#: States of the verification.
UNSET, AWAITING, OPPOSED, COMPLETE = "unset", "awaiting", "objected", "verified"

#: Why somebody may not verify.
NOT_NAMED, AWAITS_APPOINTMENT, ALREADY, COUNTS_ONCE, NOT_NEEDED = (
    *("not_named", "awaits_appointment", "already_verified", "counts_once"),
    "not_needed",
)
#: Why somebody may not be a substitute.
UNKNOWN_NEED, MET, SAME_PERSON = "unknown_need", "already_met", "same_person"
#: Why a need cannot be met yet.
VACANT = "vacant"


@dataclass(frozen=True)
class Holder:
    """Who holds a function on the day of the meeting; ``powers``: they have begun."""

    person: str
    powers: bool = True


@dataclass(frozen=True)
class Need:
    """One verification. ``function``: id, None for a person appointed for the meeting.

    ``people``: who may meet it, any one of them; ``without_powers``: who holds the
    function and may not yet (PRA-14).
    """

    key: str
    function: str | None
    people: tuple[str, ...]
    without_powers: tuple[str, ...] = ()

    @property
    def problem(self) -> str | None:
        """Why nobody can meet it; None: somebody can."""
        if self.people:
            return None
        return AWAITS_APPOINTMENT if self.without_powers else VACANT


@dataclass(frozen=True)
class Act:
    """Something that was done. ``person``: who; ``wording``: checksum of what was seen.

    ``number``: of an objection, from 1; of RESOLVED the one that it settles. ``need``:
    of SUBSTITUTED, where ``person`` is the substitute.
    """

    kind: str
    person: str
    on: date
    wording: str | None = None
    text: str | None = None
    number: int | None = None
    need: str | None = None


@dataclass(frozen=True)
class Objection:
    """An objection with what was answered; None: not settled."""

    number: int
    person: str
    on: date
    text: str
    settled: str | None = None
    settled_on: date | None = None


@dataclass(frozen=True)
class Standing:
    """``done``: key of the need → who met it; ``missing``: needs not met, in order."""

    state: str
    done: Mapping[str, str]
    missing: tuple[Need, ...]
    objections: tuple[Objection, ...]


def needs(
    functions: Iterable[str] | None,
    holders: Mapping[str, Sequence[Holder]],
    appointed: Iterable[str] = (),
    acts: Iterable[Act] = (),
) -> list[Need]:
    """What must be met: each function of the rules, each person of the meeting.

    ``functions``: None where the rules do not say. A named substitute may meet the need
    beside who holds the function; the last one that was named.
    """
    substitutes = {need: [person] for need, person in substitutes_of(acts).items()}
    found = [
        _of_function(name, holders.get(name, ()), substitutes)
        for name in functions or ()
    ]
    for person in dict.fromkeys(appointed):
        key = f"person:{person}"
        people = (person, *substitutes.get(key, ()))
        found.append(Need(key, None, tuple(dict.fromkeys(people))))
    return found


def substitutes_of(acts: Iterable[Act]) -> dict[str, str]:
    """The need → who was named last to meet it."""
    return {
        one.need: one.person for one in acts if one.kind == SUBSTITUTED and one.need
    }


def why_no_substitute(
    every: Sequence[Need], now: Standing, need: str, person: str
) -> str | None:
    """A code why a person cannot be named to meet a need; None: can.

    Whoever verifies for another need counts once.
    """
    known = {one.key: one for one in every}
    if need not in known:
        return UNKNOWN_NEED
    if need in now.done:
        return MET
    if person in known[need].people:
        return SAME_PERSON
    others = {who for one in every if one.key != need for who in one.people}
    return COUNTS_ONCE if person in others else None


def standing(every: Sequence[Need], acts: Sequence[Act], wording: str) -> Standing:
    """Where the verification of this wording stands."""
    done = _assigned(every, _verifiers(acts, wording))
    missing = tuple(one for one in every if one.key not in done)
    objections = objections_of(acts)
    if any(one.settled is None for one in objections):
        state = OPPOSED
    elif not every:
        state = UNSET
    else:
        state = AWAITING if missing else COMPLETE
    return Standing(state, done, missing, objections)


def refused(
    every: Sequence[Need], acts: Sequence[Act], wording: str, person: str | None
) -> str | None:
    """Why this person may not verify this wording; None: may."""
    if person is None or not any(person in one.people for one in every):
        without = any(person in one.without_powers for one in every)
        return AWAITS_APPOINTMENT if person and without else NOT_NAMED
    verified = _verifiers(acts, wording)
    if person in verified:
        done = _assigned(every, verified)
        left = [one for one in every if one.key not in done and person in one.people]
        return COUNTS_ONCE if left else ALREADY
    if len(_assigned(every, [*verified, person])) == len(_assigned(every, verified)):
        return NOT_NEEDED
    return None


def may_object(every: Iterable[Need], members: Container[str], person: str) -> bool:
    """A member of the body or who is to verify (§ 95 of 128/2000)."""
    named = {who for one in every for who in (*one.people, *one.without_powers)}
    return person in named or person in members


def objections_of(acts: Iterable[Act]) -> tuple[Objection, ...]:
    """Objections in the order of their numbers, with how they were settled."""
    known = list(acts)
    answers = {one.number: one for one in known if one.kind == RESOLVED}
    return tuple(
        Objection(
            one.number or 0,
            one.person,
            one.on,
            one.text or "",
            answers[one.number].text if one.number in answers else None,
            answers[one.number].on if one.number in answers else None,
        )
        for one in known
        if one.kind == OBJECTED
    )


def deadline(
    held_on: date, days: int | None, kind: str | None, holidays: Container[date]
) -> date | None:
    """The last day for minutes of a meeting; None where the rules do not say.

    Counted as deadlines of the chain: 10 days for the assembly (§ 95 of 128/2000), 7 for
    the council (§ 101); a last day that is off ends on the next working one.
    """
    if days is None:
        return None
    if kind == WORKING:
        return add_working_days(held_on, days, holidays)
    return working_day_from(held_on + timedelta(days=days), holidays)


def _of_function(
    name: str, holders: Sequence[Holder], substitutes: Mapping[str, Sequence[str]]
) -> Need:
    key = f"function:{name}"
    people = [one.person for one in holders if one.powers]
    people += substitutes.get(key, ())
    return Need(
        key,
        name,
        tuple(dict.fromkeys(people)),
        tuple(one.person for one in holders if not one.powers),
    )


def _verifiers(acts: Iterable[Act], wording: str) -> list[str]:
    """Who verified this wording, each once, first come first."""
    found = [
        one.person for one in acts if one.kind == VERIFIED and one.wording == wording
    ]
    return list(dict.fromkeys(found))


def _assigned(every: Sequence[Need], people: Sequence[str]) -> dict[str, str]:
    """As many needs as these people can meet, each person one (a matching)."""
    done: dict[str, str] = {}

    def placed(person: str, tried: set[str]) -> bool:
        for one in every:
            if person not in one.people or one.key in tried:
                continue
            tried.add(one.key)
            if one.key not in done or placed(done[one.key], tried):
                done[one.key] = person
                return True
        return False

    for person in people:
        placed(person, set())
    return done
