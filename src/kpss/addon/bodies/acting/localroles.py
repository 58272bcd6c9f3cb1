"""Local roles on what goes through a chain: who prepares it, and whom it has reached."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterable
from functools import cached_property
from kpss.addon.approval.case import Case
from kpss.addon.approval.delegations.reading import delegations_of
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.rights.groups import is_ours
from kpss.addon.bodies.rights.roles import members_in_body
from kpss.addon.bodies.rights.roles import OF_CHAIR
from kpss.addon.bodies.rights.roles import Roles
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import BODY_MEMBER
from kpss.addon.process.sections import process_of
from zope.component import adapter
from zope.interface import implementer


READS: Roles = (BODY_MEMBER,)
PREPARES: Roles = (BODY_CHAIR, BODY_MEMBER)


@implementer(ILocalRoleProvider)
@adapter(IApprovable)
class ApprovableRoles:
    """Members of the author body and of bodies that it has reached read it.

    Who presides over the author body prepares it. ``getAllRoles`` names every group,
    with members or without, so that the catalogue finds it for later members too.
    """

    def __init__(self, context):
        self.context = context

    @cached_property
    def reached(self) -> set[str]:
        return reached(self.context)

    @cached_property
    def table(self) -> dict[str, Roles]:
        author = getattr(self.context, "author_body", None)
        table: dict[str, Roles] = {}
        for body_id in sorted(self.reached):
            self._admit(table, body_id, prepares=False)
        if author:
            self._admit(table, author, prepares=True)
        return table

    def _admit(self, table: dict[str, Roles], body_id: str, *, prepares: bool) -> None:
        body = body_by_id(self.context, body_id)
        for group, roles in members_in_body(body).items() if body is not None else ():
            table[group] = PREPARES if prepares and roles == OF_CHAIR else READS

    @cached_property
    def delegates(self) -> dict[str, Roles]:
        """Accounts of people to whom a body has passed on its powers."""
        process = process_of(self.context)
        found: dict[str, Roles] = {}
        bodies = self.reached
        for one in delegations_of(process, bodies) if bodies else ():
            person = one.to_person and person_by_id(process, one.to_person)
            if person is not None and getattr(person, "user_id", None):
                found[person.user_id] = READS
        return found

    def getRoles(self, principal_id: str) -> Roles:
        if is_ours(principal_id):
            return self.table.get(principal_id, ())
        return self.delegates.get(principal_id, ())

    def getAllRoles(self) -> Iterable[tuple[str, Roles]]:
        return [*self.table.items(), *self.delegates.items()]


def reached(obj) -> set[str]:
    """Ids of the bodies of its chain up to the present step."""
    case = Case(obj)
    if case.process is None or not case.moving:
        return set()
    steps = case.chain.steps
    current = case.standing.current
    last = len(steps) if current is None else current + 1
    if not any(one.chain for one in case.moving):
        return set()
    started = {one.body for one in case.moving if one.body}
    return {one.body for one in steps[:last] if one.body} | started
