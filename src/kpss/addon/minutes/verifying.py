"""Verification of minutes: who must, who has, who objects; day of the meeting for offices."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from datetime import date
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.i18n import _
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import holders_on
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import rules_of
from kpss.addon.meetings.who import stints_of
from kpss.addon.minutes.history import acts_of
from kpss.addon.minutes.history import Entry
from kpss.addon.minutes.history import write
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.rules import verification as rules
from kpss.addon.minutes.rules.states import FREEZE
from kpss.addon.minutes.rules.states import VERIFICATION
from kpss.addon.minutes.rules.verification import Holder
from kpss.addon.minutes.rules.verification import Need
from kpss.addon.minutes.rules.verification import Standing
from kpss.addon.minutes.words import checked_words
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of
from zope.i18nmessageid import Message


#: Characters of an objection and of its answer.
LONGEST = 5000
WHY_NOT: dict[str, Message] = {
    rules.NOT_NAMED: _("Somebody else verifies these minutes."),
    rules.AWAITS_APPOINTMENT: _(
        "Whoever is elected and not appointed yet does not verify minutes; the powers "
        "begin with the appointment."
    ),
    rules.ALREADY: _("You have verified these minutes already."),
    rules.COUNTS_ONCE: _(
        "One person counts once, whatever functions that person holds: a substitute "
        "must be named for the other one."
    ),
    rules.NOT_NEEDED: _(
        "Somebody else has verified the minutes in your place already."
    ),
}

#: At which field, and why.
NO_SUBSTITUTE: dict[str, tuple[str, Message]] = {
    rules.UNKNOWN_NEED: ("need", _("Nobody verifies for this function.")),
    rules.MET: ("need", _("The minutes are verified for this function already.")),
    rules.SAME_PERSON: ("person", _("This person verifies for the function anyway.")),
    rules.COUNTS_ONCE: (
        "person",
        _(
            "This person verifies the minutes already, and one person counts once. "
            "Choose somebody else."
        ),
    ),
}


def needs_of(minutes) -> list[Need]:
    """Whom the rules of the day of the meeting and the meeting itself name."""
    return once(("needs", uid_of(minutes), date.today()), lambda: _needs_of(minutes))


def _needs_of(minutes) -> list[Need]:
    meeting = meeting_of(minutes)
    functions = rules_of(meeting).minutes_verifiers
    on = day_of(meeting) or date.today()
    body = body_of(meeting)
    holders = {one: list(_holders(body, one, on)) for one in functions or ()}
    return rules.needs(functions, holders, meeting.verifiers or (), acts_of(minutes))


def standing_of(minutes) -> Standing:
    key = "standing", uid_of(minutes), date.today()
    return once(
        key,
        lambda: rules.standing(
            needs_of(minutes), acts_of(minutes), wording_of(minutes)
        ),
    )


def deadline_of(minutes) -> date | None:
    """The last day for the minutes; None where the rules do not say."""
    meeting = meeting_of(minutes)
    settings, on = rules_of(meeting), day_of(meeting)
    if on is None:
        return None
    return rules.deadline(
        on, settings.minutes_days, settings.minutes_days_kind, HOLIDAYS
    )


def why_not_verify(minutes) -> str | None:
    """A code of the rules why the present user may not verify now; None: may."""
    return rules.refused(
        needs_of(minutes), acts_of(minutes), wording_of(minutes), own_id(minutes)
    )


def may_object(minutes) -> bool:
    """Whether the present user is a member or verifier."""
    person = own_id(minutes)
    if person is None or minutes_state(minutes) != VERIFICATION:
        return False
    return rules.may_object(needs_of(minutes), _members(minutes), person)


def verify(minutes, *, seen: str | None = None) -> None:
    """By the present user; the last verification freezes the minutes.

    ``seen``: checksum of the wording that the person saw. Raises Unauthorized for who
    is not named, Outdated, Refusal.
    """
    _while_verified(minutes)
    why = why_not_verify(minutes)
    if why == rules.NOT_NAMED:
        raise Unauthorized(why)
    if why is not None:
        raise Refusal("", WHY_NOT[why], why)
    wording = _seen(minutes, seen)
    _act(minutes, rules.VERIFIED, wording=wording)
    freeze_complete(minutes)


def raise_objection(minutes, text: str | None, *, seen: str | None = None) -> int:
    """By the present user; its number. It holds up the verification until settled."""
    _while_verified(minutes)
    if not may_object(minutes):
        raise Unauthorized()
    said = checked_words(
        text, "text", _("Say what is not right in the minutes."), longest=LONGEST
    )
    number = len(standing_of(minutes).objections) + 1
    _act(
        minutes,
        rules.OBJECTED,
        said,
        wording=_seen(minutes, seen),
        number=number,
    )
    return number


def settle_objection(minutes, number: int, text: str | None) -> None:
    """By who records the meeting: how the objection was settled."""
    _while_verified(minutes)
    _recorder(minutes)
    open_ones = {
        one.number for one in standing_of(minutes).objections if one.settled is None
    }
    if number not in open_ones:
        raise Refusal(
            "number",
            _("There is no open objection ${number}.", mapping={"number": number}),
            "unknown_objection",
        )
    said = checked_words(
        text, "text", _("Say how the objection was settled."), longest=LONGEST
    )
    _act(minutes, rules.RESOLVED, said, number=number)
    freeze_complete(minutes)


def name_substitute(minutes, need: str, person: str | None) -> None:
    """By who records the meeting: somebody else verifies for a function (decision 19)."""
    if minutes_state(minutes) != VERIFICATION:
        raise Refusal("", _("The minutes do not wait for verification."), "not_now")
    _recorder(minutes)
    if person is None or person_by_id(process_of(minutes), person) is None:
        raise Refusal(
            "person", _("There is no such person in this process."), "unknown_person"
        )
    why = rules.why_no_substitute(needs_of(minutes), standing_of(minutes), need, person)
    if why is not None:
        field, message = NO_SUBSTITUTE[why]
        raise Refusal(field, message, why)
    write(minutes, Entry(rules.SUBSTITUTED, now().date(), person, more={"need": need}))
    # Who is named may read the minutes from now on
    minutes.reindexObjectSecurity()


def freeze_complete(minutes) -> None:
    """After the last verification nothing changes any more."""
    if standing_of(minutes).state == rules.COMPLETE:
        write(minutes, Entry("frozen", now().date()), FREEZE)


def own_id(minutes) -> str | None:
    """The id of the person linked with the account of the present user."""
    fact = own_fact(process_of(minutes))
    return fact.id if fact is not None else None


def _holders(body, function: str, on: date) -> Iterator[Holder]:
    """Who holds it on the day; first those whose powers have begun (PRA-14)."""
    with_powers = holders_on(body, function, on)
    for person in with_powers:
        yield Holder(person)
    without = {one.person for one in stints_of(body, function) if one.span.holds(on)}
    for person in sorted(without - set(with_powers)):
        yield Holder(person, powers=False)


def _members(minutes) -> set[str]:
    """Ids of the members of the body on the day of the meeting."""
    meeting = meeting_of(minutes)
    on = day_of(meeting) or date.today()
    return {
        one.person
        for one in ledger().stints_in(body_of(meeting).UID())
        if one.kind == MEMBER and one.span.holds(on)
    }


def _while_verified(minutes) -> None:
    if minutes_state(minutes) != VERIFICATION:
        raise Refusal("", _("The minutes do not wait for verification."), "not_now")


def _recorder(minutes) -> None:
    if not may_record(meeting_of(minutes)):
        raise Unauthorized()


def _seen(minutes, seen: str | None) -> str:
    wording = wording_of(minutes)
    if seen is not None and seen != wording:
        raise Outdated(minutes)
    return wording


def _act(minutes, kind: str, text: str | None = None, **more) -> None:
    write(minutes, Entry(kind, now().date(), own_id(minutes), text, more))
