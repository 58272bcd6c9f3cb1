"""What a person may know of a meeting, with an account or without one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rights.roles import roles_in_body
from kpss.addon.bodies.rights.roles import roles_in_process
from kpss.addon.bodies.rules.grants import grants_of
from kpss.addon.bodies.rules.grants import held_on
from kpss.addon.meetings.localroles import MeetingRoles
from kpss.addon.meetings.permissions import INSIDE
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.process.sections import process_of
from plone import api


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
