"""Who convenes, records and presides here; permission today, functions on the day."""

from Acquisition import aq_parent
from collections.abc import Iterator
from datetime import date
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.memo import once
from kpss.addon.approval.rules.acting import PRESIDING
from kpss.addon.approval.rules.acting import records_by_kind
from kpss.addon.approval.rules.acting import records_for
from kpss.addon.approval.rules.acting import speaks_by_kind
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.meetings.permissions import CONVENE
from kpss.addon.meetings.permissions import INSIDE
from kpss.addon.meetings.permissions import RECORD
from kpss.addon.meetings.rules import who as rules
from kpss.addon.meetings.times import day_of
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of
from plone import api


def body_of(meeting):
    return aq_parent(meeting)


def rules_of(meeting) -> Procedure:
    """The rules of procedure in force on the day of the meeting."""
    body, on = body_of(meeting), day_of(meeting)
    # Asked by every part of a page
    return once(("rules", uid_of(body), on), lambda: procedure_of(body, on).settings)


def presiding_functions(meeting) -> tuple[str, ...]:
    """Functions whose holders preside by the rules: the first, and instead of it."""
    settings = rules_of(meeting)
    found = (settings.presiding, settings.presiding_fallback)
    return tuple(one for one in found if one) if settings.presiding else ()


def kinds_of(process) -> dict[str, str]:
    """Kinds of functions by their ids."""
    return {row["id"]: row["kind"] for row in process.functions or ()}


def may_convene(meeting) -> bool:
    """Whether the present user convenes this meeting (PRA-17)."""
    if not api.user.has_permission(CONVENE, obj=meeting):
        return False
    return _convenes(body_of(meeting), rules_of(meeting))


def prepares(body) -> bool:
    """Whether the present user would record or convene a meeting of the body today."""
    who = IActingBodies(process_of(body)).acting()
    if who.manages or records_for(body.getId(), body.kind, who):
        return True
    return _convenes(body, procedure_of(body).settings)


def preparing_functions(body) -> list[str]:
    """Titles of the functions of those who prepare meetings of the body."""
    convener = procedure_of(body).settings.convener
    return [
        row["title"]
        for row in process_of(body).functions or ()
        if row["id"] == convener
        or records_by_kind(row["kind"], body.kind)
        or (speaks_by_kind(row["kind"]) and row.get("body") == body.getId())
    ]


def _convenes(body, settings: Procedure) -> bool:
    process = process_of(body)
    return rules.may_convene(
        IActingBodies(process).acting(),
        body.getId(),
        body.kind,
        convener=settings.convener,
        chair_powers=settings.chair_powers or (),
        kinds=kinds_of(process),
        own=own_functions(process),
    )


def may_record(meeting) -> bool:
    """Whether the present user records this meeting: agenda, attendance, votes, minutes.

    Who convenes records too, who was named to preside or to take the minutes, and who
    presides by the rules.
    """
    if not api.user.has_permission(RECORD, obj=meeting):
        return False
    who, body = IActingBodies(process_of(meeting)).acting(), body_of(meeting)
    if who.manages or records_for(body.getId(), body.kind, who):
        return True
    if who.person is not None and who.person in (
        meeting.presiding,
        meeting.minute_taker,
    ):
        return True
    own = own_functions(process_of(meeting))
    for function in presiding_functions(meeting):
        if rules.holds_here(who, function, body.getId(), own):
            return True
    return may_convene(meeting)


def sees_inside(meeting) -> bool:
    """Whether the present user may know who is invited and what happens inside."""
    return bool(api.user.has_permission(INSIDE, obj=meeting))


def people_by_uid(context) -> dict[str, PersonFact]:
    """People of the process, unrestricted: a roster knows them by UID."""
    return {one.uid: one for one in ledger().people(process_of(context).UID())}


def holders_on(body, function: str, on: date) -> tuple[str, ...]:
    """Ids of the people who hold a function with its powers on a day, in Czech order.

    Unrestricted: for rules. Who awaits an appointment has no powers yet (PRA-14).
    """
    found = {
        one.person
        for one in stints_of(body, function)
        if one.powers is not None and one.powers.holds(on)
    }
    people = ledger().people(process_of(body).UID())
    return tuple(one.id for one in people if one.id in found)


def presiding_by_rule(body, on: date) -> Stint | None:
    """The time in a function in which somebody presides over the body as the rules say.

    Whoever is chosen for a meeting; the fallback where nobody holds the first function.
    """
    settings = procedure_of(body, on).settings
    for function in (settings.presiding, settings.presiding_fallback):
        for person in holders_on(body, function, on) if function else ():
            return next(
                one
                for one in stints_of(body, function)
                if one.person == person and one.powers and one.powers.holds(on)
            )
    return None


def own_functions(process) -> frozenset[str]:
    """Functions that each body has for itself, such as the leader of a group."""
    return frozenset(
        row["id"]
        for row in process.functions or ()
        if rules.is_own(row["kind"], row.get("body"))
    )


def stints_of(body, function: str) -> Iterator[Stint]:
    """Everybody's time in a function as the rules of a body mean it.

    That which each body has for itself is held in this one, any other anywhere in the
    process; not that which follows from a rule.
    """
    book, process = ledger(), process_of(body)
    is_own = function in own_functions(process)
    bodies = book.structure(process.UID()).bodies
    for uid in (body.UID(),) if is_own else bodies:
        for stint in book.stints_in(uid):
            if stint.function == function and stint.rule is None:
                yield stint


def presiding_person(
    meeting, missing: frozenset[str] = frozenset()
) -> rules.Presiding | None:
    """Who presides; None: somebody must be named for this meeting (BER-69, ZAT-74)."""
    process, settings = process_of(meeting), rules_of(meeting)
    on = day_of(meeting) or date.today()
    return rules.presiding(
        meeting.presiding,
        (settings.presiding, settings.presiding_fallback),
        lambda function: holders_on(body_of(meeting), function, on),
        _by_office(process, body_of(meeting).UID(), on),
        missing=missing,
    )


def _by_office(process, body_uid: str, on: date) -> tuple[str, ...]:
    kinds = kinds_of(process)
    order = {"chair": 0, "leader": 1, "vice_chair": 2}
    found = [
        (order[kinds[stint.function]], stint.person)
        for stint in ledger().stints_in(body_uid)
        if kinds.get(stint.function or "") in PRESIDING
        and stint.powers is not None
        and stint.powers.holds(on)
    ]
    return tuple(person for _rank, person in sorted(set(found)))
