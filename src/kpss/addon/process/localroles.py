"""What follows from being a coordinator of a process."""

from borg.localrole.interfaces import ILocalRoleProvider
from kpss.addon.process.process import IProcess
from kpss.addon.process.roles import COORDINATOR
from zope.component import adapter
from zope.interface import implementer


#: A coordinator edits and publishes everything in the process, stock content included.
IMPLIED = ("Contributor", "Editor", "Reader", "Reviewer")


@implementer(ILocalRoleProvider)
@adapter(IProcess)
class CoordinatorRoles:
    """Coordinators (users or groups) have the stock editing roles in their process."""

    def __init__(self, process):
        self.process = process

    def getRoles(self, principal_id):
        local = getattr(self.process, "__ac_local_roles__", None) or {}
        if callable(local):
            local = local()
        return IMPLIED if COORDINATOR in local.get(principal_id, ()) else ()

    def getAllRoles(self):
        local = getattr(self.process, "__ac_local_roles__", None) or {}
        if callable(local):
            local = local()
        for principal, roles in local.items():
            if COORDINATOR in roles:
                yield principal, IMPLIED
