"""Who keeps the minutes of a body, or of one meeting, records that meeting."""

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
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import BODY_MEMBER
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of
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


@implementer(ILocalRoleProvider)
@adapter(IMeeting)
class MeetingRoles(GroupRoles):
    """Secretaries of the body, and who presides over or minutes this very meeting."""

    roles_of = staticmethod(secretaries_of)

    @property
    def place(self):
        return aq_parent(self.context)

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
