"""Who sees a task: its body, the body that imposed it and the responsible person."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterable
from functools import cached_property
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.rights.groups import is_ours
from kpss.addon.bodies.rights.roles import members_in_body
from kpss.addon.bodies.rights.roles import OF_CHAIR
from kpss.addon.bodies.rights.roles import Roles
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import BODY_MEMBER
from kpss.addon.process.roles import RESPONSIBLE
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.task import ITask
from zope.component import adapter
from zope.interface import implementer


READS: Roles = (BODY_MEMBER,)
PRESIDES: Roles = (BODY_CHAIR, BODY_MEMBER)
REPORTS: Roles = (RESPONSIBLE,)


@implementer(ILocalRoleProvider)
@adapter(ITask)
class TaskRoles:
    """Members read; who presides over the responsible body, and who is responsible, report.

    ``getAllRoles`` names every group, with members or without, so that the catalogue
    finds the task for later members too.
    """

    def __init__(self, context):
        self.context = context

    @cached_property
    def table(self) -> dict[str, Roles]:
        table: dict[str, Roles] = {}
        imposer = imposer_of(self.context, self.context.imposed_by)
        if imposer is not None:
            self._admit(table, IImposer(imposer).body, READS)
        self._admit(table, self.context.body, PRESIDES)
        return table

    def _admit(
        self, table: dict[str, Roles], body_id: str | None, of_chair: Roles
    ) -> None:
        body = body_by_id(self.context, body_id) if body_id else None
        for group, roles in members_in_body(body).items() if body is not None else ():
            table[group] = of_chair if roles == OF_CHAIR else READS

    @cached_property
    def account(self) -> str | None:
        """Of the responsible person."""
        person = person_by_id(self.context, self.context.responsible)
        return getattr(person, "user_id", None) or None

    def getRoles(self, principal_id: str) -> Roles:
        if is_ours(principal_id):
            return self.table.get(principal_id, ())
        return REPORTS if principal_id and principal_id == self.account else ()

    def getAllRoles(self) -> Iterable[tuple[str, Roles]]:
        own = [(self.account, REPORTS)] if self.account else []
        return [*self.table.items(), *own]
