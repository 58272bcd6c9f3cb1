"""Who presides over a body, keeps its minutes or those of one meeting, records it."""

from Acquisition import aq_parent
from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterable
from functools import cached_property
from kpss.addon.approval.rules.acting import SECRETARY
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.rights.groups import is_ours
from kpss.addon.bodies.rights.localroles import GroupRoles
from kpss.addon.bodies.rights.roles import Roles
from kpss.addon.bodies.rules.grants import group_id
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.who import own_functions
from kpss.addon.meetings.who import presiding_functions
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import BODY_MEMBER
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of
from typing import Any
from zope.component import adapter
from zope.interface import implementer


RECORDS: Roles = (BODY_CHAIR, BODY_MEMBER)


def secretaries_of(meeting) -> dict[str, Roles]:
    """Roles by group of the body's secretaries."""
    body, process = aq_parent(meeting), process_of(meeting)
    return {
        group_id(uid_of(body), row["id"]): RECORDS
        for row in (process.functions or () if process is not None else ())
        if row["kind"] == SECRETARY and row.get("body") in (None, "", body.getId())
    }


def roles_of_meeting(meeting) -> dict[str, Roles]:
    """Those of the body's secretaries and of who presides by the rules, by group.

    Who presides may hold the function anywhere in the process (BER-69, ZAT-74).
    """
    process, body = process_of(meeting), aq_parent(meeting)
    if process is None:
        return {}
    own = own_functions(process)
    presiding = {
        group_id(uid_of(body if one in own else process), one): RECORDS
        for one in presiding_functions(meeting)
    }
    return {**presiding, **secretaries_of(meeting)}


@implementer(ILocalRoleProvider)
@adapter(IMeeting)
class MeetingRoles(GroupRoles):
    """Secretaries of the body, and who presides over or minutes this very meeting."""

    roles_of = staticmethod(roles_of_meeting)

    @property
    def places(self) -> tuple[Any, ...]:
        """The body, and the process in which a function that presides may be held."""
        return aq_parent(self.context), process_of(self.context)

    @cached_property
    def accounts(self) -> dict[str, Roles]:
        """Of the people who were named for this meeting."""
        named = (self.context.presiding, self.context.minute_taker)
        people = (person_by_id(self.context, one) for one in named if one)
        return {
            person.user_id: RECORDS
            for person in people
            if person is not None and getattr(person, "user_id", None)
        }

    def getRoles(self, principal_id: str) -> Roles:
        if is_ours(principal_id):
            return super().getRoles(principal_id)
        return self.accounts.get(principal_id, ())

    def getAllRoles(self) -> Iterable[tuple[str, Roles]]:
        return [*super().getAllRoles(), *self.accounts.items()]
