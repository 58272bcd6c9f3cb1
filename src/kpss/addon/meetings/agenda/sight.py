"""What of a meeting the present reader sees, judged once for all things that are alike."""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_parent
from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Hashable
from collections.abc import Iterator
from zope.component import getAdapters


class Sight:
    """Of one request, for items and papers inside ``meeting``.

    A long agenda is asked for each of them. What decides is which roles may view it and
    who has which roles on it and on what it stands in; most of them are the same in this.
    """

    def __init__(self, meeting):
        self.meeting = meeting
        self._judged: dict[Hashable, bool] = {}

    def sees(self, obj) -> bool:
        roles = tuple(rolesForPermissionOn("View", obj))
        alike = roles, frozenset(self._local_roles(obj))
        if alike not in self._judged:
            checked = getSecurityManager().checkPermission("View", obj)
            self._judged[alike] = bool(checked)
        return self._judged[alike]

    def _local_roles(self, obj) -> Iterator[Hashable]:
        """With their depth: what blocks the roles from above counts where it stands."""
        depth, top = 0, aq_base(self.meeting)
        while aq_base(obj) is not top:
            if getattr(aq_base(obj), "__ac_local_roles_block__", None):
                yield depth
            for name, provider in getAdapters((obj,), ILocalRoleProvider):
                for principal, given in provider.getAllRoles():
                    yield depth, name, principal, tuple(given)
            obj, depth = aq_parent(obj), depth + 1
