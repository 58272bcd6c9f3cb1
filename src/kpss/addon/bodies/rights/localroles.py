"""Local roles that follow from our groups; nothing is stored on the content."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Callable
from collections.abc import Iterable
from functools import cached_property
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.rights.groups import is_ours
from kpss.addon.bodies.rights.roles import Roles
from kpss.addon.bodies.rights.roles import roles_in_body
from kpss.addon.bodies.rights.roles import roles_in_process
from kpss.addon.process.process import IProcess
from kpss.addon.process.uids import uid_of
from typing import Any
from zope.component import adapter
from zope.interface import implementer


class GroupRoles:
    """Roles of the groups of one place, or of a few.

    ``getAllRoles`` names every group, with members or without, so the catalogue
    finds the content for whoever comes into the group later.
    """

    def __init__(self, context):
        self.context = context

    roles_of: Callable[..., dict[str, Roles]]

    @property
    def places(self) -> tuple[Any, ...]:
        """Whose groups they are."""
        return (self.context,)

    @cached_property
    def _uids(self) -> tuple[str, ...]:
        return tuple(uid for one in self.places if (uid := uid_of(one)))

    @cached_property
    def table(self) -> dict[str, Roles]:
        return self.roles_of(self.context)

    def getRoles(self, principal_id: str) -> Roles:
        """Asked for every group of a user on every object: quick where it is not ours."""
        return self.table.get(principal_id, ()) if self._is_here(principal_id) else ()

    def _is_here(self, principal_id: str) -> bool:
        return is_ours(principal_id) and any(uid in principal_id for uid in self._uids)

    def getAllRoles(self) -> Iterable[tuple[str, Roles]]:
        return self.table.items()


@implementer(ILocalRoleProvider)
@adapter(IBody)
class BodyRoles(GroupRoles):
    """Members read their body, who presides edits it."""

    roles_of = staticmethod(roles_in_body)


@implementer(ILocalRoleProvider)
@adapter(IProcess)
class ProcessRoles(GroupRoles):
    """Holders of some functions have a role in the whole process."""

    roles_of = staticmethod(roles_in_process)
