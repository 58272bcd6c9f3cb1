"""Who convenes, records and presides here; permission today, functions on the day."""

from AccessControl.PermissionRole import rolesForPermissionOn
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
from kpss.addon.bodies.rights.roles import roles_in_body
from kpss.addon.bodies.rights.roles import roles_in_process
from kpss.addon.bodies.rules.grants import grants_of
from kpss.addon.bodies.rules.grants import held_on
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.meetings.localroles import MeetingRoles
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
    )


def may_record(meeting) -> bool:
    """Whether the present user records this meeting: agenda, attendance, votes, minutes.

    Who convenes records too, and who was named to preside or to take the minutes.
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
    return may_convene(meeting)


def sees_inside(meeting) -> bool:
    """Whether the present user may know who is invited and what happens inside."""
    return bool(api.user.has_permission(INSIDE, obj=meeting))


def person_sees_inside(meeting, person: str) -> bool:
    """The same of a person (an id), by what the person is on the day of the meeting.

    With an account or without, so that nobody gets less by mail for having none.
    """
    if person in (meeting.presiding, meeting.minute_taker):
        return True
    process, on = process_of(meeting), day_of(meeting) or date.today()
    stints = ledger().stints_of(process.UID(), person)
    held = held_on(grants_of(process.UID(), stints), on)
    body = body_of(meeting)
    tables = roles_in_process(process), roles_in_body(body), MeetingRoles(meeting).table
    roles = {role for table in tables for one in held for role in table.get(one, ())}
    roles |= _roles_of_account(meeting, person)
    return not roles.isdisjoint(rolesForPermissionOn(INSIDE, meeting))


def _roles_of_account(meeting, person: str) -> set[str]:
    """Given in the Sharing tab or in the whole site."""
    fact = ledger().person(process_of(meeting).UID(), person)
    user = api.user.get(userid=fact.user_id) if fact and fact.user_id else None
    return set(user.getRolesInContext(meeting)) if user is not None else set()


def people_by_uid(context) -> dict[str, PersonFact]:
    """People of the process, unrestricted: a roster knows them by UID."""
    return {one.uid: one for one in ledger().people(process_of(context).UID())}


def holders_on(process, function: str, on: date) -> tuple[str, ...]:
    """Ids of the people who hold a function with its powers on a day, in Czech order.

    Unrestricted: for rules. Who awaits an appointment has no powers yet (PRA-14).
    """
    found = {
        one.person
        for one in stints_of(process, function)
        if one.powers is not None and one.powers.holds(on)
    }
    return tuple(one.id for one in ledger().people(process.UID()) if one.id in found)


def presiding_by_rule(process, body, on: date) -> Stint | None:
    """The time in a function in which somebody presides over the body as the rules say.

    Whoever is chosen for a meeting; the fallback where nobody holds the first function.
    """
    settings = procedure_of(body, on).settings
    for function in (settings.presiding, settings.presiding_fallback):
        for person in holders_on(process, function, on) if function else ():
            return next(
                one
                for one in stints_of(process, function)
                if one.person == person and one.powers and one.powers.holds(on)
            )
    return None


def stints_of(process, function: str) -> Iterator[Stint]:
    """Everybody's time in a function, in any body; not that which follows from a rule."""
    book = ledger()
    for uid in book.structure(process.UID()).bodies:
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
        lambda function: holders_on(process, function, on),
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
